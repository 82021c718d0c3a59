import { InlineKeyboard } from 'grammy'
import type { InlineKeyboardButton } from 'grammy/types'
import type { CourantContext } from '../context.ts'

/**
 * The button that lets somebody pick a chat to share a story in: by an inline query, or by the link to
 * its page where the bot takes none.
 */
export function shareButton(ctx: CourantContext, storyId: number): InlineKeyboardButton {
  const { supports_inline_queries: takesInline, username } = ctx.me
  const words = ctx.t('share-button')
  if (takesInline) return InlineKeyboard.switchInline(words, `s_${storyId}`)
  const page = `https://t.me/${username}?start=s_${storyId}`
  return InlineKeyboard.url(words, `https://t.me/share/url?url=${encodeURIComponent(page)}`)
}
