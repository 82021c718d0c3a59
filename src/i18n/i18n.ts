import path from 'node:path'
import { I18n, type I18nFlavor } from '@grammyjs/i18n'
import type { Context } from 'grammy'
import { fallbackLanguage } from '../domain/language.ts'
import type { Translate, TranslateInto } from '../domain/translate.ts'
import { createMemory } from '../lib/memory.ts'

const folder = path.join(import.meta.dirname, '../../locales')

/** The words of every language in `locales/`; English stands in for the rest. */
export function createI18n<C extends Context & I18nFlavor>(): I18n<C> {
  return new I18n<C>({
    defaultLocale: fallbackLanguage,
    directory: folder,
    // Fluent's invisible isolation marks would stand in links and commands.
    fluentBundleOptions: { useIsolating: false },
  })
}

/** So many different sentences of a language are kept as they were said: finding the words takes a while. */
const mostSaid = 5000

/** The words of one language. */
export function translateInto(i18n: Pick<I18n, 't'>, locale: string): Translate {
  const remembering = createMemory(mostSaid)
  const sayAlone = remembering((key) => i18n.t(locale, key))
  const say = remembering((both) => {
    const [key, values]: Parameters<Translate> = JSON.parse(both)
    return i18n.t(locale, key, values)
  })
  return (key, values) => (values ? say(JSON.stringify([key, values])) : sayAlone(key))
}

/** The words of all languages, one at a time. */
export function createTranslateInto(i18n: Pick<I18n, 't' | 'locales'>): TranslateInto {
  const words = new Map(i18n.locales.map((locale) => [locale, translateInto(i18n, locale)]))
  const fallback = translateInto(i18n, fallbackLanguage)
  return (language) => words.get(language) ?? fallback
}
