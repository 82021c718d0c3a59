import path from 'node:path'
import { I18n } from '@grammyjs/i18n'
import type { Translate } from '../domain/translate.ts'
import type { CourantContext } from '../telegram/context.ts'

const folder = path.join(import.meta.dirname, '../../locales')

/** The words of every language in `locales/`; English stands in for the rest. */
export function createI18n(): I18n<CourantContext> {
  return new I18n<CourantContext>({
    defaultLocale: 'en',
    directory: folder,
    // Fluent's invisible isolation marks would stand in links and commands.
    fluentBundleOptions: { useIsolating: false },
  })
}

/** The words of one language. */
export function translateInto(i18n: I18n<CourantContext>, locale: string): Translate {
  return (key, values = {}) => i18n.t(locale, key, values)
}
