import { createHash } from 'node:crypto'

/** The part of an article that a model is shown, and that must support its summary. */
export type ModelSource = { title: string; text: string; language: string | null }

/** Enough for what a summary of two sentences can hold, and a bound on what it costs. */
const maxLength = 8000
/** The first sentences of a shorter text are enough. */
const minLength = 400

// A line that speaks to a model instead of to readers, in the languages that most attempts are in.
const orders = [
  /\b(?:ignor|disregard|forget|overrid|bypass)\w*\b.{0,40}\b(?:instruction|prompt|direction|guideline|rule|command)/i,
  /\b(?:system|developer) (?:prompt|message|instruction)/i,
  /\b(?:you are|act as|as an?) (?:now )?(?:an? )?(?:AI|language model|LLM|chatbot)\b/i,
  /(?:ігнору|забуд|знехту|игнориру)\p{L}*.{0,40}(?:інструкці|вказів|правил|инструкци|указани)/iu,
  /(?:системн\p{L}+ (?:промпт|запит|підказк)|мовн\p{L}+ модел|языков\p{L}+ модел)/iu,
  /<\|?(?:im_start|im_end|system|endoftext)\b|\[\/?INST\]/i,
]

/**
 * An article as a model is shown it: its first 8,000 letters, without lines that give orders to
 * models. Null when what is left is too short to be worth it, or its title gives an order.
 */
export function modelSource(
  title: string,
  text: string,
  language: string | null,
): ModelSource | null {
  const lines: string[] = []
  let length = 0
  for (const line of text.slice(0, 4 * maxLength).split('\n')) {
    const plain = oneLine(line)
    if (plain === '' || givesOrders(plain)) continue
    const shown = plain.slice(0, maxLength - length)
    lines.push(shown)
    length += shown.length
    if (length === maxLength) break
  }
  const shownTitle = oneLine(title).slice(0, 300)
  if (length < minLength || givesOrders(shownTitle)) return null
  return { title: shownTitle, text: lines.join('\n'), language }
}

/** Whether a line speaks to models. */
export function givesOrders(line: string): boolean {
  return orders.some((order) => order.test(line))
}

/** The same for the same content and the same model. */
export function contentHash({ title, text }: ModelSource, model: string): string {
  return createHash('sha256')
    .update(JSON.stringify([model, title, text]))
    .digest('hex')
}

// Without what steers instead of being read: controls, marks of direction, tags. Joiners are spelling.
export function oneLine(text: string): string {
  return text
    .replace(/[^\P{Cf}\u200c\u200d]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
}
