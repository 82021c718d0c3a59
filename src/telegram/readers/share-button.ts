import { InlineKeyboard } from 'grammy'
import type { InlineKeyboardButton } from 'grammy/types'
import type { CourantContext } from '../context.ts'

/**
 * The button that lets somebody pick a chat to share a story or a column in, by the name of its page: by an inline
 * query, or by the link to that page where the bot takes none.
 */
export function shareButton(ctx: CourantContext, name: string): InlineKeyboardButton {
  const { supports_inline_queries: takesInline, username } = ctx.me
  const words = ctx.t('share-button')
  if (takesInline) return InlineKeyboard.switchInline(words, name)
  const page = `https://t.me/${username}?start=${name}`
  return InlineKeyboard.url(words, `https://t.me/share/url?url=${encodeURIComponent(page)}`)
}
