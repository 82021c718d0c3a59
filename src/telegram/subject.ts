import { InlineKeyboard } from 'grammy'
import type { CourantContext, Subject } from './context.ts'

/** A channel or group at the head of a command's words: `@name`, a link to it, or its number. */
const namedChannel =
  /^(?:(?:@|(?:https?:\/\/)?(?:t|telegram)\.me\/)([a-z]\w{3,31})\/?|(-\d{6,16}))(?:\s+|$)/i
/** The same at the head of a button's data: `-1001234567890|days:12345`. */
const markedData = /^(-\d{5,16})\|/

/** The chat in which the update came, and its topic. */
export function ownSubject(ctx: Pick<CourantContext, 'msg' | 'chat'>): Subject {
  const message = ctx.msg
  const threadId = message?.is_topic_message ? (message.message_thread_id ?? null) : null
  return { chatId: ctx.chat?.id ?? 0, threadId }
}

/** Whether an update came in a group, where others read the answer too. */
export function isInGroup({ chat }: Pick<CourantContext, 'chat'>): boolean {
  return chat?.type === 'group' || chat?.type === 'supergroup'
}

/** Reads the channel that a command in a private chat is about; null if it names none. */
export function readNamedChannel(words: string): { name: string | number; rest: string } | null {
  const found = namedChannel.exec(words.trim())
  if (!found) return null
  const [head, name, number] = found
  return { name: name ? `@${name}` : Number(number), rest: words.trim().slice(head.length) }
}

/** What a channel is called in a command: `@name`, or its number. */
export function nameOfChannel({ id, username }: { id: number; username?: string }): string {
  return username ? `@${username}` : String(id)
}

/** Adds to the data of buttons which chat they are about, if it is not the one they are shown in. */
export function aboutSubject(ctx: CourantContext, keyboard: InlineKeyboard): InlineKeyboard {
  const { chatId } = ctx.subject
  if (chatId === ctx.chat?.id) return keyboard
  const rows = keyboard.inline_keyboard.map((row) =>
    row.map((button) =>
      'callback_data' in button
        ? { ...button, callback_data: `${chatId}|${button.callback_data}` }
        : button,
    ),
  )
  return new InlineKeyboard(rows)
}

/** Splits the data of a button into the chat it is about and the rest; null if it names no chat. */
export function readMarkedData(data: string): { chatId: number; rest: string } | null {
  const found = markedData.exec(data)
  return found && { chatId: Number(found[1]), rest: data.slice(found[0].length) }
}
