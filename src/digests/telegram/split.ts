import type { Reason } from '../../domain/reason.ts'
import { describeError } from '../../lib/describe-error.ts'
import { type Cost, concat, costOf, type Fragment, join, text } from './markup.ts'

/** What an entry stands under; `first` is how it is shown for the first time, if otherwise. */
export type Heading = Fragment & { first?: Fragment }

/**
 * One entry, which is never cut, and the headings it stands under, outermost first. Of its forms, the
 * fullest first, the first that fits is shown; in place of the fullest those of `richer`, one after another, where
 * its message has room for that beside all that stands there, and for as many of all others.
 */
export type Block = {
  headings: readonly Heading[]
  forms: readonly (() => Fragment)[]
  richer?: readonly (() => Fragment)[]
  spacing: 'tight' | 'loose'
}

/**
 * Telegram's limits for one message: text after parsing, bytes as sent, and entities, past which it
 * silently drops formatting.
 */
export const messageLimits = { units: 4096, bytes: 32_768, entities: 100 }

/** One message, and the places of the blocks that stand in it. */
export type Message = Fragment & { blocks: number[] }

/** `leftOut` are the blocks of which no form fits a message or can be made, with the reason. */
export type Layout = { messages: Message[]; leftOut: { block: number; reason: Reason }[] }

/**
 * Lays blocks out into as few messages as their order allows, each within Telegram's limits. A
 * heading is set when it changes and again at the head of a new message, never at a message's end.
 * The last of several messages holds some blocks and no lone line. Throws for nothing: what fits no
 * message is left out, as is a heading of over a quarter of one.
 */
export function layOutMessages(blocks: readonly Block[]): Layout {
  const layout = layOut(blocks)
  const [before, last] = layout.messages.slice(-2)
  if (!before || !last || last.blocks.length >= leastInLast) return layout
  const moved = before.blocks.at(last.blocks.length - leastInLast)
  if (moved === undefined || before.blocks.length <= 2 * leastInLast) return layout
  const balanced = layOut(blocks, moved)
  return balanced.messages.length > layout.messages.length ? layout : balanced
}

/** A last message with fewer blocks takes some of the message before. */
const leastInLast = 4

/** A message that grows; `richer` are the forms that parts of it may yet have. */
type Draft = {
  parts: Fragment[]
  cost: Cost
  blocks: number[]
  richer: { part: number; step: number; form: () => Fragment }[]
}

/** Lays out blocks; a new message begins with the block of the number `breakAt`. */
function layOut(blocks: readonly Block[], breakAt = -1): Layout {
  const drafts: Draft[] = []
  const leftOut: Layout['leftOut'] = []
  let above: readonly Fragment[] = []
  const known = new Set<string>()
  for (const [i, { headings, forms, richer, spacing }] of blocks.entries()) {
    const shown = headings.filter(isShort).map((heading) => {
      const { html, first } = heading
      return { heading, shown: known.has(html) || !first || !isShort(first) ? heading : first }
    })
    const entry = chooseForm(forms, shown, spacing)
    if ('reason' in entry) {
      leftOut.push({ block: i, reason: entry.reason })
      continue
    }
    const last = i === breakAt ? undefined : drafts.at(-1)
    const before = between(entry, above)
    const cost = last && costOf([last.cost, before, entry.body])
    let draft = last
    if (draft && cost && fits(cost)) {
      draft.parts.push(before, entry.body)
      draft.cost = cost
      draft.blocks.push(i)
    } else {
      const parts = [...opening(entry.headings), entry.body]
      draft = { parts, cost: costOf(parts), blocks: [i], richer: [] }
      drafts.push(draft)
    }
    const part = draft.parts.length - 1
    const better = richer && entry.isFullest ? richer : []
    draft.richer.push(...better.map((form, step) => ({ part, step, form })))
    above = entry.headings.map(({ heading }) => heading)
    for (const { html } of above) known.add(html)
  }
  for (const draft of drafts) enrich(draft)
  const messages = drafts.map(({ parts, blocks }) => ({ ...join(parts), blocks }))
  return { messages, leftOut }
}

/** Gives parts of a message their richer forms, each the first before any the second, as long as they fit. */
function enrich({ parts, cost, richer }: Draft): void {
  let whole = cost
  for (const { part, form } of richer.toSorted((a, b) => a.step - b.step)) {
    if (whole.entities >= messageLimits.entities) return
    const [plain, rich] = [parts[part], form()]
    if (!plain) continue
    const { units, entities, bytes } = costOf([whole, rich])
    const grown = {
      units: units - plain.units,
      entities: entities - plain.entities,
      bytes: bytes - plain.bytes,
    }
    if (!fits(grown)) continue
    parts[part] = rich
    whole = grown
  }
}

/** A block in the form that was chosen, and its headings as they are shown here. */
type Entry = {
  headings: readonly { heading: Fragment; shown: Fragment }[]
  spacing: Block['spacing']
  body: Fragment
  isFullest: boolean
}

function chooseForm(
  forms: Block['forms'],
  headings: Entry['headings'],
  spacing: Entry['spacing'],
): Entry | { reason: Reason } {
  let reason: Reason = { code: 'entry-too-long' }
  for (const form of forms) {
    try {
      const entry = { headings, spacing, body: form(), isFullest: form === forms[0] }
      if (fits(costOf([...opening(headings), entry.body]))) return entry
    } catch (error) {
      reason = { code: 'entry-unshowable', error: describeError(error) }
    }
  }
  return { reason }
}

/** What stands before an entry at the head of a message. */
function opening(headings: Entry['headings']): Fragment[] {
  return headings.flatMap(({ shown }) => [shown, text('\n\n')])
}

/** What stands between an entry and another before it, which stands under the headings `above`. */
function between(entry: Entry, above: readonly Fragment[]): Fragment {
  const changed = entry.headings.findIndex(({ heading }, i) => heading.html !== above[i]?.html)
  const sectionEnds = changed !== -1 || entry.headings.length < above.length
  const gap = text(!sectionEnds && entry.spacing === 'tight' ? '\n' : '\n\n')
  return changed === -1 ? gap : concat(gap, ...opening(entry.headings.slice(changed)))
}

function fits(cost: Cost): boolean {
  return shareOf(cost) <= 1
}

function isShort(heading: Fragment): boolean {
  return shareOf(heading) <= 1 / 4
}

/** How much of a message it takes: 1 is the whole. */
function shareOf({ units, entities, bytes }: Cost): number {
  return Math.max(
    units / messageLimits.units,
    entities / messageLimits.entities,
    bytes / messageLimits.bytes,
  )
}
