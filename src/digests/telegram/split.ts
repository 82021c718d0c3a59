import type { Reason } from '../../domain/reason.ts'
import { describeError } from '../../lib/describe-error.ts'
import { type Cost, concat, costOf, type Fragment, text } from './markup.ts'

/** What an entry stands under; `first` is how it is shown for the first time, if otherwise. */
export type Heading = Fragment & { first?: Fragment }

/**
 * One entry, which is never cut, and the headings it stands under, outermost first. Of its forms, the
 * fullest first, the first that fits is shown.
 */
export type Block = {
  headings: readonly Heading[]
  forms: readonly (() => Fragment)[]
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

/** A message that grows. */
type Draft = { parts: Fragment[]; cost: Cost; blocks: number[] }

/** Lays out blocks; a new message begins with the block of the number `breakAt`. */
function layOut(blocks: readonly Block[], breakAt = -1): Layout {
  const drafts: Draft[] = []
  const leftOut: Layout['leftOut'] = []
  let above: readonly Fragment[] = []
  const known = new Set<string>()
  for (const [i, { headings, forms, spacing }] of blocks.entries()) {
    const shown = headings.filter(isShort).map(({ first, ...heading }) => ({
      heading,
      shown: known.has(heading.html) || !first || !isShort(first) ? heading : first,
    }))
    const entry = chooseForm(forms, shown, spacing)
    if ('reason' in entry) {
      leftOut.push({ block: i, reason: entry.reason })
      continue
    }
    const last = i === breakAt ? undefined : drafts.at(-1)
    const joined = join(entry, above)
    const cost = last && costOf(last.cost, joined)
    if (last && cost && fits(cost)) {
      last.parts.push(joined)
      last.cost = cost
      last.blocks.push(i)
    } else {
      const opened = open(entry)
      drafts.push({ parts: [opened], cost: opened, blocks: [i] })
    }
    above = entry.headings.map(({ heading }) => heading)
    for (const { html } of above) known.add(html)
  }
  const messages = drafts.map(({ parts, blocks }) => ({ ...concat(...parts), blocks }))
  return { messages, leftOut }
}

/** A block in the form that was chosen, and its headings as they are shown here. */
type Entry = {
  headings: readonly { heading: Fragment; shown: Fragment }[]
  spacing: Block['spacing']
  body: Fragment
}

function chooseForm(
  forms: Block['forms'],
  headings: Entry['headings'],
  spacing: Entry['spacing'],
): Entry | { reason: Reason } {
  let reason: Reason = { code: 'entry-too-long' }
  for (const form of forms) {
    try {
      const entry = { headings, spacing, body: form() }
      if (fits(open(entry))) return entry
    } catch (error) {
      reason = { code: 'entry-unshowable', error: describeError(error) }
    }
  }
  return { reason }
}

function open({ headings, body }: Pick<Entry, 'headings' | 'body'>): Fragment {
  return concat(...headings.flatMap(({ shown }) => [shown, text('\n\n')]), body)
}

/** An entry as it follows another in the same message, which stands under the headings `above`. */
function join(entry: Entry, above: readonly Fragment[]): Fragment {
  const changed = entry.headings.findIndex(({ heading }, i) => heading.html !== above[i]?.html)
  const fresh = changed === -1 ? [] : entry.headings.slice(changed)
  const sectionEnds = fresh.length > 0 || entry.headings.length < above.length
  const gap = text(!sectionEnds && entry.spacing === 'tight' ? '\n' : '\n\n')
  return concat(gap, open({ ...entry, headings: fresh }))
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
