import type { InlineKeyboardMarkup, LinkPreviewOptions, MessageEntity } from 'grammy/types'
import { badRequest } from './api-error.ts'
import { readFormattedText } from './formatted-text.ts'
import { isObject, readKeyboard } from './keyboard.ts'

/** A result that a person can pick, with the message that it becomes. */
export type InlineResult = {
  id: string
  title: string
  description?: string
  message: {
    text: string
    entities: MessageEntity[]
    link_preview_options?: LinkPreviewOptions
    reply_markup?: InlineKeyboardMarkup
  }
}

/** The answer to an inline query, as the person's app shows it. */
export type InlineAnswer = {
  results: readonly InlineResult[]
  /** Where the next results begin; empty for none. */
  nextOffset: string
  /** What leads from the results to the bot's own chat. */
  button: { text: string; start: string } | null
}

const mostResults = 50
const ofResult = [
  ...['type', 'id', 'title', 'input_message_content', 'reply_markup', 'url', 'description'],
  ...['thumbnail_url', 'thumbnail_width', 'thumbnail_height'],
]
const ofContent = ['message_text', 'parse_mode', 'entities', 'link_preview_options']

/**
 * Checks the results of an inline query as Telegram does, in its words
 * (https://core.telegram.org/method/messages.setInlineBotResults).
 */
export function readResults(given: unknown): InlineResult[] {
  if (!Array.isArray(given)) throw badRequest("can't parse inline query results")
  if (given.length > mostResults) throw badRequest('RESULTS_TOO_MUCH')
  const results = given.map(readResult)
  if (new Set(results.map(({ id }) => id)).size < results.length) {
    throw badRequest('RESULT_ID_DUPLICATE')
  }
  return results
}

function readResult(result: unknown): InlineResult {
  if (!isObject(result)) throw badRequest("can't parse inline query result: expected an Object")
  // The other types are Telegram's too, but no sender here uses them.
  if (result.type !== 'article') throw badRequest('RESULT_TYPE_INVALID')
  onlyFields(result, ofResult)
  const { id, title, description, input_message_content: content } = result
  if (typeof id !== 'string' || !isBetween(Buffer.byteLength(id), 1, 64)) {
    throw badRequest('RESULT_ID_INVALID')
  }
  if (typeof title !== 'string' || !title.trim()) throw badRequest('ARTICLE_TITLE_EMPTY')
  if (description !== undefined && typeof description !== 'string') {
    throw badRequest('field "description" must be of type String')
  }
  const markup = readKeyboard(result.reply_markup)
  return {
    id,
    title,
    ...(description && { description }),
    message: { ...readContent(content), ...(markup && { reply_markup: markup }) },
  }
}

function readContent(content: unknown): InlineResult['message'] {
  if (!isObject(content)) throw badRequest('input message content is not specified')
  onlyFields(content, ofContent)
  const { message_text: text, parse_mode, entities, link_preview_options: preview } = content
  if (typeof text !== 'string') throw badRequest('message text is empty')
  const mode = typeof parse_mode === 'string' ? parse_mode : undefined
  return {
    ...readFormattedText({ text, parse_mode: mode, entities }),
    ...(isObject(preview) && { link_preview_options: preview }),
  }
}

/** The offset of the results after these: at most 64 bytes. */
export function readNextOffset(given: string | undefined): string {
  const offset = given ?? ''
  if (Buffer.byteLength(offset) > 64) throw badRequest('NEXT_OFFSET_INVALID')
  return offset
}

/** The button above the results; it opens the bot's chat with a parameter. */
export function readResultsButton(given: unknown): InlineAnswer['button'] {
  if (given === undefined) return null
  if (!isObject(given)) throw badRequest('inline query results button must be an Object')
  onlyFields(given, ['text', 'web_app', 'start_parameter'])
  const { text, start_parameter: start } = given
  if (typeof text !== 'string' || !text.trim()) throw badRequest('SWITCH_PM_TEXT_EMPTY')
  if (typeof start !== 'string' || start === '') throw badRequest('START_PARAM_EMPTY')
  if (start.length > 64) throw badRequest('START_PARAM_TOO_LONG')
  if (!/^[\w-]+$/.test(start)) throw badRequest('START_PARAM_INVALID')
  return { text, start }
}

function onlyFields(given: Record<string, unknown>, fields: readonly string[]): void {
  const unknown = Object.keys(given).find((key) => !fields.includes(key))
  if (unknown) throw badRequest(`unknown field "${unknown}" in an inline query result`)
}

function isBetween(value: number, least: number, most: number): boolean {
  return value >= least && value <= most
}
