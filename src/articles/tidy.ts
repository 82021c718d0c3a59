import { isWithin } from './ancestors.ts'
import { type Block, readBlocks } from './blocks.ts'
import { withoutEscapes } from './escaped-html.ts'
import { isJunkTag, junkClaim } from './junk.ts'
import { endsArticle, hasCredit, isCall, startsLikeMore } from './labels.ts'
import type { Origins } from './origins.ts'
import { personNames, startsLikeByline } from './person-name.ts'

/**
 * Takes out of Readability's result what is not the article's own text: navigation, captions, bylines,
 * boxes for sharing and signing up, other articles. Returns the blocks that stay.
 */
export function tidyArticle(content: Element, origins: Origins): Block[] {
  const all = readBlocks(narrow(content)).flatMap(withWords)
  const own = unlessTooMuch(all, withoutJunkElements(all, origins))
  const upToEnd = unlessTooMuch(own, withoutTail(own))
  return withoutSignature(unlessTooMuch(upToEnd, withoutJunkLines(upToEnd)))
}

/** Code is shown as it is written. */
function withWords(block: Block): Block[] {
  const { element } = block
  const isCode = isWithin(element, 'PRE', 'CODE') || element.getElementsByTagName('code').length > 0
  const text = isCode ? block.text : withoutEscapes(block.text)
  return text ? [{ ...block, text }] : []
}

function unlessTooMuch(before: Block[], after: Block[]): Block[] {
  return letters(after) >= letters(before) * 0.6 ? after : before
}

function withoutJunkElements(blocks: Block[], origins: Origins): Block[] {
  const size = new Map<Element, number>()
  for (const { element, text } of blocks) {
    for (let e: Element | null = element; e; e = e.parentElement) {
      size.set(e, (size.get(e) ?? 0) + text.length)
    }
  }
  const total = letters(blocks)
  const verdicts = new Map<Element, boolean>()
  const isJunk = (element: Element | null): boolean => {
    if (!element) return false
    const known = verdicts.get(element)
    if (known !== undefined) return known
    const verdict =
      isJunkElement(element, size.get(element) ?? 0, total) || isJunk(element.parentElement)
    verdicts.set(element, verdict)
    return verdict
  }
  const wasJunk = (start: Node) =>
    origins.byStart
      .get(start)
      ?.around.some((e) => isJunkElement(e, origins.size.get(e) ?? 0, total))
  return blocks.filter(({ element, start }) => !isJunk(element) && !wasJunk(start))
}

function isJunkElement(element: Element, size: number, total: number): boolean {
  if (size > total * 0.4) return false
  if (isJunkTag(element)) return true
  const claim = junkClaim(element)
  if (claim === 'sure') return true
  if (claim === 'doubtful') {
    return size < total * 0.15 && size < 500 && !isWithin(element, 'BLOCKQUOTE')
  }
  return claim === 'picture' && size < 400 && element.getElementsByTagName('img').length > 0
}

function withoutJunkLines(blocks: Block[]): Block[] {
  let inMore = false
  return blocks.filter((block) => {
    const { text, linkLetters, element } = block
    const linked = linkLetters / text.length
    const isLabel = text.length < 50 && !/[.!?]$/.test(text)
    if (text.length < 200 && (linked > 0.3 || isLabel) && startsLikeMore.test(text)) {
      inMore = linked === 0
      return false
    }
    if (inMore && (linked > 0.5 || (linkLetters > 0 && isWithin(element, 'LI')))) return false
    inMore = false
    if (linked > 0.85 && text.length > 15 && !isSentence(text)) return false
    if (text.length < 250 && isCall.test(text)) return false
    return !hasCredit(text)
  })
}

/** Without what follows a label such as `Related posts` or `Leave a comment` in the last third. */
function withoutTail(blocks: Block[]): Block[] {
  const end = blocks.findIndex(({ text }, i) => i > (blocks.length * 2) / 3 && isEndLabel(text))
  return end < 0 ? blocks : blocks.slice(0, end)
}

/** Without the last lines that only sign the article or part it from what comes next. */
function withoutSignature(blocks: Block[]): Block[] {
  const last = blocks.findLastIndex(({ text }) => !isSignature(text))
  return last < 0 ? blocks : blocks.slice(0, last + 1)
}

function isEndLabel(text: string): boolean {
  return text.length < 60 && !/[.!]$/.test(text) && endsArticle.test(text)
}

/** `By Ada Marsh`, `(dpa)`, `* * *` */
function isSignature(text: string): boolean {
  if (text.length > 60) return false
  return (
    /^[([]?(?:dpa|afp|ap|reuters|apa|sid|epd|kna|pap|ansa|efe|tass|укрінформ|уніан|унн)(?:[/,\s-]+\w{2,8}){0,3}[)\]]?\.?$/iu.test(
      text,
    ) ||
    (startsLikeByline(text) && personNames(text).length > 0) ||
    !/[\p{L}\p{N}]/u.test(text)
  )
}

// A headline ends without a full stop.
function isSentence(text: string): boolean {
  return text.length > 60 && /[.!?…]["'”’»)]?$/.test(text)
}

/** The innermost element that holds nearly all the text in paragraphs. */
function narrow(root: Element): Element {
  const held = new Map<Element, number>()
  let total = 0
  for (const p of root.getElementsByTagName('p')) {
    const length = ownLength(p)
    total += length
    for (let e = p.parentElement; e && e !== root; e = e.parentElement) {
      held.set(e, (held.get(e) ?? 0) + length)
    }
  }
  if (total < 200) return root
  let best = root
  for (let e: Element | undefined = root; e; ) {
    best = e
    e = [...e.children].find((child) => (held.get(child) ?? 0) >= total * 0.95)
  }
  return best
}

function ownLength(p: Element): number {
  let links = 0
  for (const a of p.getElementsByTagName('a')) links += (a.textContent ?? '').length
  return Math.max(0, (p.textContent ?? '').trim().length - links)
}

function letters(blocks: Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0)
}
