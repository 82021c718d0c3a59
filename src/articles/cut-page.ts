import { QuoteType, Tokenizer } from 'htmlparser2'
import type { Reason } from '../domain/reason.ts'
import {
  blockNames,
  breaksOut,
  endsItself,
  formatting,
  invisible,
  keptAttributes,
  opensArticle,
  plainInline,
  rubyReadings,
  startsAtItsEnd,
  tableParts,
  unseen,
  voids,
} from './html-names.ts'
import { namesLayer } from './layer-names.ts'

/** A page without what no reader sees, small enough to be parsed. */
export type CutPage = {
  html: string
  /** The first content of each `meta` as written, by its property, name or itemprop in small letters. */
  metas: Map<string, string>
  /** The address of `rel=canonical` as written. */
  canonical: string | null
  /** The texts of its JSON-LD scripts. */
  jsonLd: string[]
  /** The address its links start from, or null when neither page nor server names one. */
  base: string | null
  /** Whether something may be a layer that asks for consent (layers.ts). */
  hasLayers: boolean
  /** Why the rest of the page was left out, or null when it is whole. */
  cutAt: Reason | null
}

/**
 * What a page may cost. A real page has some 1,000 elements about 15 deep once it is cut. Readability
 * looks at every ancestor's whole text again and again, so its work grows with the sum of the depths of
 * all elements and letters, which is bounded too: past that, tags are dropped and only their text stays.
 */
const limits = {
  elements: 10_000,
  depth: 150,
  elementDepths: 300_000,
  letters: 500_000,
  letterDepths: 20_000_000,
  attributeLength: 2_000,
  jsonLdLength: 1_000_000,
}

/**
 * Drops scripts (but for JSON-LD), styles, comments, drawings and most attributes from a page's
 * source, and holds it to the limits above. It walks tokens, not a tree, once and in linear time;
 * the text between them passes as it is, so that the parser behind it sees the page's own words.
 * `withUnseen` keeps what `noscript` holds and `aria-hidden` hides.
 */
export function cutPage(
  source: string,
  address: string | null,
  { withUnseen = false } = {},
): CutPage {
  const out: string[] = []
  const jsonLd: string[] = []
  let cutAt: Reason | null = null
  let base: string | null = null
  let canonical: string | null = null
  const metas = new Map<string, string>()
  let [elements, elementDepths, letters, letterDepths, jsonLdLength] = [0, 0, 0, 0, 0]
  /** The open elements; a dropped one keeps its text and loses its tags. */
  const open: { name: string; dropped: boolean; hovers?: boolean }[] = []
  /** How many elements of each name are open. */
  const openOf = new Map<string, number>()
  /** The invisible element we are in, and how many of its name are open. */
  let skipping: { name: string; depth: number } | null = null
  /** How many elements were open where a hidden one or a menu began, or null outside of such. */
  let hiddenFrom: number | null = null
  let inMenu = false
  /** Whether the last thing written is the tag of a block. */
  let afterBlock = false
  let inJsonLd = false
  let hasLayers = false
  let tag = noTag('')
  let attribute = { name: '', from: -1, to: -1 }

  const stop = (reason: Reason) => {
    cutAt = reason
    tokenizer.pause()
  }

  const pop = () => {
    const last = open.pop()
    if (last) openOf.set(last.name, (openOf.get(last.name) ?? 1) - 1)
    if (hiddenFrom !== null && open.length <= hiddenFrom) hiddenFrom = null
    return last
  }
  /** Ends what was left open in an element, by its place among the open ones. */
  const endWithin = (at: number) => {
    while (open.length > at + 1) {
      const inner = pop()
      // Or it would be begun anew in each block that follows (HTML Standard, 13.2.4.3).
      if (inner && !inner.dropped && formatting.has(inner.name)) out.push('</', inner.name, '>')
    }
  }
  /** Ends the innermost open element of a name, unless it is around the block that we are in. */
  const endByStartOf = (name: string) => {
    if (!openOf.get(name)) return
    for (let i = open.length - 1; i >= 0; i--) {
      const inner = open[i]?.name ?? ''
      if (inner === name) {
        endWithin(i)
        pop()
        return
      }
      if (blockNames.has(inner) && inner !== 'div' && inner !== 'address' && inner !== 'p') return
    }
  }

  const keepInHead = (name: string, values: Map<string, string>) => {
    const content = values.get('content')?.trim()
    if (name === 'link' && values.get('rel')?.toLowerCase() === 'canonical') {
      canonical ??= values.get('href') ?? null
    }
    for (const attribute of ['property', 'name', 'itemprop']) {
      const key = values.get(attribute)?.trim().toLowerCase()
      if (content && key && !metas.has(key) && metas.size < 500) metas.set(key, content)
    }
  }

  const openTag = () => {
    const { name } = tag
    if (skipping && rubyReadings.has(skipping.name)) skipping = null
    if (skipping) {
      // Foreign content ends where HTML begins (HTML Standard, 13.2.6.5).
      if (skipping.name === 'svg' && breaksOut.has(name)) skipping = null
      else {
        if (name === skipping.name) skipping.depth++
        return
      }
    }
    if ((invisible.has(name) && !(withUnseen && name === 'noscript')) || rubyReadings.has(name)) {
      inJsonLd = tag.jsonLd
      skipping = { name, depth: 1 }
      return
    }
    if (name === 'base') {
      base ??= URL.parse(tag.values.get('href') ?? '', address ?? undefined)?.href ?? null
    }
    if (name === 'meta' || name === 'link') keepInHead(name, tag.values)
    if (unseen.has(name)) return
    if (tag.date) tag.attributes += ` datetime="${tag.date.replaceAll('"', '&quot;')}"`
    if (endsItself.has(name)) endByStartOf(name)
    if (name !== 'p' && blockNames.has(name)) endByStartOf('p')
    if (name !== 'table' && tableParts.has(name)) {
      const around = open.findLastIndex((element) => tableParts.has(element.name))
      if (around >= 0) endWithin(around)
    }
    if (++elements > limits.elements)
      return stop({ code: 'page-many-elements', most: limits.elements })
    elementDepths += open.length
    const isRoot = name === 'html' || name === 'body'
    // A menu that is never closed must not swallow the article.
    if (inMenu && opensArticle.has(name)) hiddenFrom = null
    if (hiddenFrom === null && !isRoot && !voids.has(name)) {
      inMenu = isMenu(tag, open)
      if (tag.hidden || inMenu || (name === 'span' && open.at(-1)?.hovers)) hiddenFrom = open.length
    }
    const dropped =
      name === 'noscript' ||
      hiddenFrom !== null ||
      (tag.attributes === '' && plainInline.has(name)) ||
      open.length >= limits.depth ||
      elementDepths > limits.elementDepths
    if (!dropped) {
      out.push('<', name, tag.attributes, '>')
      afterBlock = blockNames.has(name)
    }
    if (voids.has(name)) return
    open.push({ name, dropped, hovers: name === 'a' && hoverLink.test(tag.attributes) })
    openOf.set(name, (openOf.get(name) ?? 0) + 1)
  }

  const closeTag = (name: string) => {
    if (skipping && rubyReadings.has(skipping.name) && name !== skipping.name) skipping = null
    if (skipping) {
      if (name === skipping.name && --skipping.depth === 0) {
        skipping = null
        inJsonLd = false
      }
      return
    }
    if (openOf.get(name)) {
      const at = open.findLastIndex((element) => element.name === name)
      const { dropped } = open[at] ?? { dropped: true }
      endWithin(at)
      pop()
      if (dropped) return
    } else if (startsAtItsEnd.has(name) && ++elements > limits.elements) {
      return stop({ code: 'page-many-elements', most: limits.elements })
    }
    if (hiddenFrom !== null) return
    out.push('</', name, '>')
    afterBlock = blockNames.has(name)
  }

  const text = (from: number, to: number) => {
    if (inJsonLd) {
      jsonLdLength += to - from
      if (jsonLdLength <= limits.jsonLdLength) jsonLd.push(source.slice(from, to))
    }
    if (skipping || hiddenFrom !== null) return
    const room = limits.letters - letters
    const end = Math.min(to, from + room)
    letters += end - from
    letterDepths += (end - from) * Math.min(open.length, limits.depth)
    const slice = source.slice(from, end)
    // White space between blocks shows nowhere, and is a third of a page's nodes.
    if (afterBlock && slice.trim() === '') return
    out.push(slice)
    afterBlock = false
    if (end < to) stop({ code: 'page-many-letters', most: limits.letters })
    else if (letterDepths > limits.letterDepths) stop({ code: 'page-too-deep' })
  }

  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onopentagname(from, to) {
        const name = source.slice(from, to).toLowerCase()
        tag = noTag(name)
      },
      onattribname(from, to) {
        attribute = {
          name: to - from > 20 ? '' : source.slice(from, to).toLowerCase(),
          from: -1,
          to: -1,
        }
      },
      onattribdata(from, to) {
        if (attribute.from < 0) attribute.from = from
        attribute.to = to
      },
      onattribentity() {},
      onattribend(quote) {
        const { name, from, to } = attribute
        if (to - from > limits.attributeLength) return
        const value = from < 0 ? '' : source.slice(from, to)
        if (name === 'hidden' || (name === 'style' && hides(value))) tag.hidden = true
        if (name === 'aria-label') tag.isTrail = /crumb/i.test(value)
        if (name === 'aria-hidden' && value === 'true' && !withUnseen) tag.hidden = true
        if (namesLayer(name, value)) hasLayers = true
        if (name === 'role' && value === 'tooltip') tag.hidden = true
        if (name === 'class' && tag.name !== 'h1' && forScreenReaders.test(value)) tag.hidden = true
        if (name === 'type' && tag.name === 'script')
          tag.jsonLd = /^\s*application\/ld\+json/i.test(value)
        if (tag.name === 'base' || tag.name === 'meta' || tag.name === 'link') {
          tag.values.set(name, value)
          return
        }
        if (name !== 'datetime' && tag.date === '' && tellsDate(name, tag.name) && isDate(value))
          tag.date = value
        if (!keptAttributes.has(name) || tag.attributes.length > 4 * limits.attributeLength) return
        if (name === 'href' || name === 'src') {
          tag.attributes += ` ${name}=${shortAddress(value)}`
          return
        }
        if (name === 'datetime') tag.date = null
        const mark = quote === QuoteType.Single ? "'" : '"'
        const safe = quote === QuoteType.Unquoted ? value.replaceAll('"', '&quot;') : value
        tag.attributes += ` ${name}=${mark}${safe}${mark}`
      },
      onopentagend: openTag,
      onselfclosingtag() {
        openTag()
        // In HTML the slash means something in foreign content alone.
        if (tag.name === 'svg' && skipping) closeTag('svg')
      },
      onclosetag: (from, to) => closeTag(source.slice(from, to).toLowerCase()),
      ontext: text,
      ontextentity() {},
      oncomment() {},
      oncdata() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
      isInForeignContext: () => skipping?.name === 'svg',
    },
  )
  tokenizer.write(source)
  tokenizer.end()
  return {
    html: `<!doctype html>${out.join('')}`,
    metas,
    canonical,
    jsonLd,
    base: base ?? address,
    cutAt,
    hasLayers,
  }
}

type Tag = ReturnType<typeof noTag>

function noTag(name: string) {
  return {
    name,
    attributes: '',
    hidden: false,
    jsonLd: false,
    isTrail: false,
    /** When something was, where an attribute tells it; null once `datetime` does. */
    date: '' as string | null,
    values: new Map<string, string>(),
  }
}

// What is read aloud, or shown only over what the mouse points at.
const forScreenReaders =
  /(?:^|\s)(?:sr-?only|visually-?hidden|screen-reader(?:-text|-only)?|assistive-text|a11y-hidden|(?:tooltip|hover|popover|hint|popup)[-_]{0,2}(?:text|content|inner|card|info))(?:\s|$)/i

// What stands in the span of such a link is shown over it.
const hoverLink = /\sclass=["'][^"']*(?:tooltip|hover|popover|hint)/i

/** The menus and the foot of a site, which are half of many a page; the trail of sections is kept. */
function isMenu({ name, attributes, isTrail }: Tag, open: { name: string }[]): boolean {
  if (name === 'select') return true
  if (name === 'nav') return !isTrail && !/crumb/i.test(attributes)
  return (
    name === 'footer' && !open.some((around) => around.name === 'article' || around.name === 'main')
  )
}

// Microformats put the moment into the title of an abbreviation, microdata into `content`, and many scripts
// into an attribute of their own.
function tellsDate(attribute: string, tag: string): boolean {
  return (
    attribute === 'content' ||
    (attribute === 'title' && (tag === 'abbr' || tag === 'time' || tag === 'span')) ||
    attribute.startsWith('data-')
  )
}

function isDate(value: string): boolean {
  return (
    value.length < 60 &&
    /^\s*\d{4}-\d{1,2}-\d{1,2}(?:[T\s]|$)|^(?:\w{3,9},? )?\d{1,2} \w{3,9} \d{4} \d{1,2}:/.test(
      value,
    )
  )
}

// Where a link leads is of no interest to Readability, but for the first two kinds, nor to our rules but for the last.
function shortAddress(address: string): string {
  if (address.startsWith('#')) return '#'
  if (/^\s*javascript:/i.test(address)) return 'javascript:'
  return /\/(?:authors?|autor(?:en|es)?|auteurs?|autor[ei]|avtor|profile|columnists?|writers?|journalists?|by)\/[^/]/i.test(
    address,
  )
    ? '/author'
    : '/'
}

function hides(style: string): boolean {
  const plain = style.slice(0, 500).toLowerCase().replaceAll(' ', '')
  return plain.includes('display:none') || plain.includes('visibility:hidden')
}
