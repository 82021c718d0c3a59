import { createI18n, translateInto } from '../i18n/i18n.ts'

/** The words of the command line. */
export const t = translateInto(createI18n(), 'en')
