import { foldSpace } from '../text/space.ts'
import { isWithin } from './ancestors.ts'
import type { JsonLdArticle } from './json-ld.ts'
import type { PageHead } from './page-head.ts'
import { plainWords } from './plain-words.ts'
import { type IsSite, longestPart, withoutSite } from './site-names.ts'
import { type Sourced, sourced } from './sourced.ts'

/** What a page's article is called, and the element that shows it, or null where none does. */
export type Headline = { title: Sourced<string> | null; heading: Element | null }

const headlineNames =
  /(?:^|[\s_-])(?:entry|post|article|story|single|news|content|page)[-_]{0,2}(?:title|headline|heading)(?:\s|$)|^(?:headline|title)$/i
const windowSource = 'the title element'
/** From here on the words of a heading and a claim are those of one headline. */
const enoughShared = 0.55

const metaNames = [
  'og:title',
  'twitter:title',
  'parsely-title',
  'citation_title',
  'dc.title',
  'title',
]

/**
 * Finds the headline. What a page shows as a heading counts where it agrees with what it says of itself in
 * its head: the first heading of many a page is the name of its site, a section or a menu, and many a
 * claim is cut short or says more than the headline.
 */
export function findHeadline(
  document: Document,
  { metas, windowTitle }: PageHead,
  { jsonLd, isSite }: { jsonLd: JsonLdArticle | null; isSite: IsSite },
): Headline {
  const claims = [
    sourced(jsonLd?.headline, 'JSON-LD headline'),
    ...metaNames.map((name) => sourced(metas.get(name), `meta ${name}`)),
    sourced(windowTitle, windowSource),
  ]
  const own = claims.flatMap((claim) => {
    const value = claim && withoutSite(claim.value, isSite)
    return claim && value && !isSite(value) ? [{ ...claim, value }] : []
  })
  const shown = shownIn(headings(document)).filter(({ text }) => !isSite(text))
  const best = bestHeading(shown, own) ?? bestHeading(shownIn(namedHeadings(document)), own)
  if (best) return { title: titleOf(best, own), heading: best.element }
  const first = shown.find(({ element }) => element.nodeName === 'H1')
  const alone = first && sourced(first.text, 'the heading')
  const [claim] = own
  const isVague = !claim || (claim.source === windowSource && claim.value.split(' ').length < 3)
  const title = isVague ? (alone ?? claim ?? null) : shortest(claim)
  // What names no article still names the page.
  return {
    title: title ?? claims.find((each) => each !== null) ?? null,
    heading: first?.element ?? null,
  }
}

type Shown = { element: Element; text: string }

/** Headings in the order of their likelihood: those of the first level before the others. */
function headings(document: Document): Element[] {
  return ['h1', 'h2', 'h3', 'h4'].flatMap((name) =>
    [...document.getElementsByTagName(name)].slice(0, 30),
  )
}

/** What a class or an attribute says is the headline. */
function namedHeadings(document: Document): Element[] {
  const named = ['p', 'div', 'span', 'strong'].flatMap((name) =>
    [...document.getElementsByTagName(name)].filter(
      (element) =>
        headlineNames.test(element.getAttribute('class') ?? '') ||
        element.getAttribute('itemprop') === 'headline',
    ),
  )
  return named.slice(0, 10)
}

function shownIn(elements: Element[]): Shown[] {
  return elements.flatMap((element) => {
    const text = foldSpace(element.textContent ?? '')
    const isShown = text && text.length <= 500 && !isWithin(element, 'ASIDE', 'FOOTER')
    return isShown ? [{ element, text }] : []
  })
}

function bestHeading(shown: Shown[], claims: Sourced<string>[]): Shown | null {
  const wanted = claims.map(({ value }) => plainWords(value))
  let best = null as { heading: Shown; score: number } | null
  for (const heading of shown) {
    const words = plainWords(heading.text)
    const score = Math.max(0, ...wanted.map((claim) => likeness(words, claim)))
    // Of two that are parts of one claim, the name of the site comes first on the page.
    const isLater = score < 1 && score === best?.score && words !== plainWords(best.heading.text)
    if (score >= enoughShared && (score > (best?.score ?? 0) || isLater)) best = { heading, score }
  }
  return best?.heading ?? null
}

/** The share of words that two headlines have in common, from 0 to 1. */
function likeness(a: string, b: string): number {
  if (a === b) return 1
  const [words, others] = [a.split(' '), b.split(' ')]
  const rest = new Set(others)
  const shared = words.filter((word) => rest.delete(word)).length
  const share = (2 * shared) / (words.length + others.length)
  // What stands whole in the other is its headline, if it is no mere name.
  const isPart = Math.min(words.length, others.length) >= 3 && ` ${b} `.includes(` ${a} `)
  return isPart ? 0.9 + share / 20 : share
}

/** A claim in the same words comes before a heading, which may be written in capitals. */
function titleOf({ text }: Shown, claims: Sourced<string>[]): Sourced<string> | null {
  const words = plainWords(text)
  const same = claims.find(({ value }) => plainWords(value) === words)
  if (same && (same.source !== windowSource || text === text.toUpperCase())) return same
  // A label before the headline stands in many a heading.
  const letters = words.replaceAll(' ', '')
  const labelled = claims.find(({ value }) => {
    const claim = plainWords(value).replaceAll(' ', '')
    const isLonger = letters.length > claim.length && letters.length < claim.length * 2
    return isLonger && letters.endsWith(claim)
  })
  return labelled ?? sourced(text, 'the heading')
}

function shortest(claim: Sourced<string>): Sourced<string> {
  return { ...claim, value: longestPart(claim.value) }
}
