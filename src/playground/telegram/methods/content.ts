import { readFormattedText } from '../formatted-text.ts'
import type { FormattedText } from '../html.ts'
import type { Params } from '../params.ts'
import { optionalText, record, text } from './method.ts'

export function readText(params: Params): FormattedText {
  return readFormattedText({
    text: text(params, 'text'),
    parse_mode: optionalText(params, 'parse_mode'),
    entities: params.entities,
  })
}

export function withEntities({ text, entities }: FormattedText) {
  return { text, ...(entities.length > 0 && { entities }) }
}

export function linkPreview(params: Params) {
  const options = record(params, 'link_preview_options')
  return Object.keys(options).length > 0 ? { link_preview_options: options } : {}
}
