import { badRequest } from '../api-error.ts'
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

/** What each option must be (https://core.telegram.org/bots/api#linkpreviewoptions). */
const previewFields: Record<string, 'Boolean' | 'String'> = {
  is_disabled: 'Boolean',
  url: 'String',
  prefer_small_media: 'Boolean',
  prefer_large_media: 'Boolean',
  show_above_text: 'Boolean',
}

export function linkPreview(params: Params) {
  const options = record(params, 'link_preview_options')
  for (const [name, value] of Object.entries(options)) {
    const type = previewFields[name]
    if (!type) throw badRequest(`unknown field "${name}" in link_preview_options`)
    if (typeof value !== type.toLowerCase()) {
      throw badRequest(`field "${name}" must be of type ${type}`)
    }
  }
  return Object.keys(options).length > 0 ? { link_preview_options: options } : {}
}
