import { InlineKeyboard } from 'grammy'
import { digitsOfHour, hourOfDigits } from '../domain/own-hours.ts'
import type { ChatTopic } from '../domain/subscription.ts'
import type { CourantContext, Subject } from './context.ts'

/**
 * A channel or group at the head of a command's words: `@name`, a link to it, or its number; with that of a
 * topic behind it: `@name/17`.
 */
const namedChannel =
  /^(?:(?:@|(?:https?:\/\/)?(?:t|telegram)\.me\/)([a-z]\w{3,31})|(-\d{6,16}))(?:\/(\d{1,10}))?\/?(?:\s+|$)/i
/** The same at the head of a button's data: `-1001234567890|days:12345`, `-1001234567890:17|days:12345`. */
const markedData = /^(-\d{5,16})(?::(\d{1,10}))?\|/
/** The same of an hour: `1800|set:brings:0`. */
const markedHour = /^((?:[01]\d|2[0-3])[0-5]\d)\|/

/** The chat in which the update came, and its topic. */
export function ownSubject(ctx: Pick<CourantContext, 'msg' | 'chat'>): Subject {
  const message = ctx.msg
  const threadId = message?.is_topic_message ? (message.message_thread_id ?? null) : null
  return { chatId: ctx.chat?.id ?? 0, threadId }
}

export function isInGroup({ chat }: Pick<CourantContext, 'chat'>): boolean {
  return chat?.type === 'group' || chat?.type === 'supergroup'
}

/** Whether others read the answer too, so that it is not to push away what they say. */
export function isSeenByOthers(ctx: Pick<CourantContext, 'chat' | 'isEphemeral'>): boolean {
  return isInGroup(ctx) && !ctx.isEphemeral
}

type Named = { name: string | number; threadId: number | null; rest: string }

/** Reads the channel, group or topic that a command in a private chat is about; null if it names none. */
export function readNamedChannel(words: string): Named | null {
  const found = namedChannel.exec(words.trim())
  if (!found) return null
  const [head, name, number, topic] = found
  return {
    name: name ? `@${name}` : Number(number),
    threadId: readTopic(topic),
    rest: words.trim().slice(head.length),
  }
}

/** The number of a topic; the general one is the chat itself. */
function readTopic(digits: string | undefined): number | null {
  const number = Number(digits ?? 0)
  return number > 1 ? number : null
}

/** What a channel is called in a command: `@name`, or its number. */
export function nameOfChannel({ id, username }: { id: number; username?: string }): string {
  return username ? `@${username}` : String(id)
}

/**
 * Adds to the data of buttons which chat they are about, if it is not the one they are shown in, and which
 * of its hours.
 */
export function aboutSubject(ctx: CourantContext, keyboard: InlineKeyboard): InlineKeyboard {
  const { chatId, threadId, hour } = ctx.subject
  if (chatId === ctx.chat?.id && !hour) return keyboard
  const chat = chatId === ctx.chat?.id ? '' : aboutChat({ chatId, threadId }, '')
  const marked = (data: string) => `${chat}${hour ? aboutHour(hour, data) : data}`
  const rows = keyboard.inline_keyboard.map((row) =>
    row.map((button) =>
      'callback_data' in button
        ? { ...button, callback_data: marked(button.callback_data) }
        : button,
    ),
  )
  return new InlineKeyboard(rows)
}

/** Adds to the data of a button which chat or topic it is about: `-1001234567890:17|set:`. */
export function aboutChat({ chatId, threadId }: ChatTopic, data: string): string {
  return `${chatId}${threadId === null ? '' : `:${threadId}`}|${data}`
}

/** Adds to the data of a button which hour it is about: `1800|set:brings:0`. */
export function aboutHour(hour: Temporal.PlainTime, data: string): string {
  return `${digitsOfHour(hour)}|${data}`
}

/** Splits the data of a button into the hour it is about and the rest; null if it names none. */
export function readHourMark(data: string): { hour: Temporal.PlainTime; rest: string } | null {
  const found = markedHour.exec(data)
  if (!found) return null
  return { hour: hourOfDigits(found[1] ?? ''), rest: data.slice(found[0].length) }
}

/** Splits the data of a button into the chat or topic it is about and the rest; null if it names none. */
export function readMarkedData(data: string): (ChatTopic & { rest: string }) | null {
  const found = markedData.exec(data)
  if (!found) return null
  const [head, chat, topic] = found
  return { chatId: Number(chat), threadId: readTopic(topic), rest: data.slice(head.length) }
}
