import { badRequest } from '../api-error.ts'
import type { Params } from '../params.ts'
import { text } from './method.ts'

/** The language that a call names (ISO 639-1), or nothing for all that have no words of their own. */
export function languageCode(params: Params): string {
  const language = text(params, 'language_code')
  if (!/^([a-z]{2})?$/.test(language)) throw badRequest('invalid language code specified')
  return language
}
