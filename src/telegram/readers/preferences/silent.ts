import { InlineKeyboard } from 'grammy'
import { silences } from '../../../domain/subscription.ts'
import { words } from '../../say.ts'
import type { Preference } from './preference.ts'

export const silent: Preference = {
  name: 'silent',
  read(input) {
    const silence = silences.find((each) => each === input.toLowerCase())
    return silence ? { silence } : null
  },
  page(ctx, { silence }) {
    const keyboard = new InlineKeyboard()
    for (const each of silences) {
      const label = ctx.t(`silent-button-${each}`)
      keyboard.text(each === silence ? `✓ ${label}` : label, `silent:${each}`)
    }
    return { html: words(ctx, `silent-${silence}`), keyboard }
  },
}
