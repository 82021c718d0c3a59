import { badRequest } from '../api-error.ts'
import { readNextOffset, readResults, readResultsButton } from '../inline-answer.ts'
import type { Method } from './method.ts'
import { integer, optionalText, text } from './method.ts'

const tooOld = 'query is too old and response timeout expired or query ID is invalid'

export const answerCallbackQuery: Method = {
  params: {
    callback_query_id: 'string!',
    text: 'string',
    show_alert: 'boolean',
    url: 'string',
    cache_time: 'integer',
  },
  run(state, params) {
    const id = text(params, 'callback_query_id')
    const words = optionalText(params, 'text')
    const url = optionalText(params, 'url')
    if (words && words.length > 200) throw badRequest('MESSAGE_TOO_LONG')
    const settle = state.presses.get(id)
    if (!settle) throw badRequest(tooOld)
    state.presses.delete(id)
    settle({
      showAlert: params.show_alert === true,
      ...(words && { text: words }),
      ...(url && { url }),
    })
    return true
  },
}

export const answerInlineQuery: Method = {
  params: {
    inline_query_id: 'string!',
    results: 'json!',
    cache_time: 'integer',
    is_personal: 'boolean',
    next_offset: 'string',
    button: 'json',
  },
  run(state, params) {
    const id = text(params, 'inline_query_id')
    const answer = {
      results: readResults(params.results),
      nextOffset: readNextOffset(optionalText(params, 'next_offset')),
      button: readResultsButton(params.button),
    }
    const settle = state.inlineQueries.get(id)
    if (!settle) throw badRequest(tooOld)
    state.inlineQueries.delete(id)
    settle({
      answer,
      // https://core.telegram.org/bots/api#answerinlinequery: 300 where nothing is said.
      seconds: integer(params, 'cache_time') ?? 300,
      isPersonal: params.is_personal === true,
    })
    return true
  },
}
