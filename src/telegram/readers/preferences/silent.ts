import { InlineKeyboard } from 'grammy'
import { type Silence, silences } from '../../../domain/subscription.ts'
import { words } from '../../say.ts'
import type { Preference } from './preference.ts'

const inUkrainian: ReadonlyMap<string, Silence> = new Map([
  ['уночі', 'night'],
  ['вночі', 'night'],
  ['завжди', 'always'],
  ['ніколи', 'never'],
])

export const silent: Preference = {
  name: 'silent',
  read(input) {
    const word = input.toLowerCase()
    const silence = silences.find((each) => each === word) ?? inUkrainian.get(word)
    return silence ? { silence } : null
  },
  page(ctx, { silence }) {
    const keyboard = new InlineKeyboard()
    for (const each of silences) {
      const label = ctx.t(`silent-button-${each}`)
      keyboard
        .row()
        .text(each === silence ? ctx.t('choice-on', { name: label }) : label, `silent:${each}`)
    }
    return { html: words(ctx, `silent-${silence}`), keyboard }
  },
}
