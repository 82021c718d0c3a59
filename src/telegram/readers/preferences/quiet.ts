import { InlineKeyboard } from 'grammy'
import { words } from '../../say.ts'
import type { Preference } from './preference.ts'

export const quiet: Preference = {
  name: 'quiet',
  read(input) {
    if (/^(?:on|так)$/i.test(input)) return { quietNote: true }
    return /^(?:off|ні)$/i.test(input) ? { quietNote: false } : null
  },
  page(ctx, { quietNote }) {
    const keyboard = quietNote
      ? new InlineKeyboard().text(ctx.t('quiet-button-off'), 'quiet:off')
      : new InlineKeyboard().text(ctx.t('quiet-button-on'), 'quiet:on')
    return { html: words(ctx, quietNote ? 'quiet-is-on' : 'quiet-is-off'), keyboard }
  },
}
