import { badRequest } from '../api-error.ts'
import type { Method } from './method.ts'
import { optionalText, text } from './method.ts'

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
    if (!Array.isArray(params.results)) throw badRequest("can't parse inline query results")
    if (params.results.length > 50) throw badRequest('RESULTS_TOO_MUCH')
    const settle = state.inlineQueries.get(id)
    if (!settle) throw badRequest(tooOld)
    state.inlineQueries.delete(id)
    settle(params.results)
    return true
  },
}
