import type { InlineKeyboardMarkup } from 'grammy/types'
import { badRequest } from './api-error.ts'

const actions = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'pay',
]
const extras = ['text', 'icon_custom_emoji_id', 'style']
const otherMarkups = ['keyboard', 'remove_keyboard', 'force_reply']

/** Checks a reply markup as Telegram does; returns the inline keyboard, or undefined for none. */
export function readKeyboard(markup: unknown): InlineKeyboardMarkup | undefined {
  if (markup === undefined) return undefined
  if (!isObject(markup)) throw badRequest('object expected as reply markup')
  if (otherMarkups.some((name) => name in markup)) return undefined
  const rows = markup.inline_keyboard
  if (!Array.isArray(rows)) {
    if (Object.keys(markup).length === 0) return undefined
    throw badRequest('field "inline_keyboard" must be of type Array')
  }
  const buttons = rows.map((row) => {
    if (!Array.isArray(row)) throw badRequest('inline keyboard row must be an Array')
    return row.map(readButton)
  })
  const keyboard = buttons.filter((row) => row.length > 0)
  if (keyboard.flat().length > 100) throw badRequest('reply markup is too long')
  return keyboard.length > 0 ? { inline_keyboard: keyboard } : undefined
}

type Button = InlineKeyboardMarkup['inline_keyboard'][number][number]

function readButton(button: unknown): Button {
  if (!isObject(button)) throw badRequest('inline keyboard button must be an Object')
  const { text } = button
  if (typeof text !== 'string') throw badRequest('field "text" must be of type String')
  if (!text.trim()) throw badRequest('inline keyboard button text must be non-empty')
  const unknown = Object.keys(button).find((key) => !actions.includes(key) && !extras.includes(key))
  if (unknown) throw badRequest(`unknown field "${unknown}" in an inline keyboard button`)
  const [action, ...others] = actions.filter((name) => button[name] !== undefined)
  if (!action || others.length > 0) {
    throw badRequest('Text buttons are unallowed in the inline keyboard')
  }
  if (action === 'callback_data') return { text, callback_data: readData(button.callback_data) }
  if (action === 'url') return { text, url: readUrl(button.url) }
  if (action.startsWith('switch_inline')) checkSwitch(button[action])
  return { ...button, text } as Button
}

function readData(data: unknown): string {
  const bytes = typeof data === 'string' ? Buffer.byteLength(data) : 0
  if (typeof data !== 'string' || bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID')
  return data
}

/** What is typed for the person after the bot's name; or which chats they may choose, with it. */
function checkSwitch(wish: unknown): void {
  const query = isObject(wish) ? (wish.query ?? '') : wish
  if (typeof query !== 'string' || query.length > 256) throw badRequest('BUTTON_DATA_INVALID')
}

function readUrl(address: unknown): string {
  const url = typeof address === 'string' ? URL.parse(address) : null
  if (!url || !/^(https?|tg|mailto|tel):$/.test(url.protocol)) {
    throw badRequest(`inline keyboard button URL '${String(address)}' is invalid: Wrong HTTP URL`)
  }
  return url.href
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
