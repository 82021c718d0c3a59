import { concat, type Fragment, text } from './markup.ts'

/** One entry that is never cut, and the headings it stands under, outermost first. */
export type Block = { headings: Fragment[]; body: Fragment; spacing: 'tight' | 'loose' }

/**
 * Telegram's limits for one message: text after parsing, bytes as sent, and entities, past which it
 * silently drops formatting.
 */
export const messageLimits = { units: 4096, bytes: 32_768, entities: 100 }

/** One message, and how many blocks stand in it. */
export type Message = Fragment & { blocks: number }

/**
 * Lays blocks out into as few messages as their order allows, each within Telegram's limits. A
 * heading is set when it changes and again at the head of a new message, never at a message's end.
 * Throws RangeError for a block that no message can hold.
 */
export function layOutMessages(blocks: readonly Block[]): Message[] {
  const messages: Message[] = []
  let message: Message | null = null
  let above: readonly Fragment[] = []
  for (const block of blocks) {
    const joined: Message | null = message && {
      ...join(message, block, above),
      blocks: message.blocks + 1,
    }
    if (joined && fits(joined)) {
      message = joined
    } else {
      if (message) messages.push(message)
      message = { ...open(block), blocks: 1 }
      if (!fits(message)) throw new RangeError('An entry is too large for one message')
    }
    above = block.headings
  }
  if (message) messages.push(message)
  return messages
}

function open(block: Block): Fragment {
  return concat(...block.headings.flatMap((heading) => [heading, text('\n\n')]), block.body)
}

function join(message: Fragment, block: Block, above: readonly Fragment[]): Fragment {
  const changed = block.headings.findIndex((heading, i) => heading.html !== above[i]?.html)
  const fresh = changed === -1 ? [] : block.headings.slice(changed)
  const sectionEnds = fresh.length > 0 || block.headings.length < above.length
  const gap = text(!sectionEnds && block.spacing === 'tight' ? '\n' : '\n\n')
  return concat(message, gap, open({ ...block, headings: fresh }))
}

function fits({ html, units, entities }: Fragment): boolean {
  return (
    units <= messageLimits.units &&
    entities <= messageLimits.entities &&
    Buffer.byteLength(html) <= messageLimits.bytes
  )
}
