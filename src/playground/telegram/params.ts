import { badRequest } from './api-error.ts'

export type ParamType = 'string' | 'integer' | 'boolean' | 'json' | 'chat'

/** What a method takes: each parameter by name with its type; a `!` marks those it cannot do without. */
export type ParamSpec = Record<string, ParamType | `${ParamType}!`>

export type Params = Record<string, unknown>

/**
 * Reads parameters as they come from JSON or as strings from a form. Unknown ones are refused, so
 * that a typo shows; the real Telegram passes them over in silence.
 */
export function readParams(method: string, spec: ParamSpec, given: Params): Params {
  const params: Params = {}
  for (const [name, value] of Object.entries(given)) {
    const type = spec[name]
    if (!type) throw badRequest(`unknown parameter "${name}" for ${method}`)
    if (value === undefined || value === null) continue
    params[name] = readValue(name, type.replace('!', '') as ParamType, value)
  }
  for (const [name, type] of Object.entries(spec)) {
    if (type.endsWith('!') && params[name] === undefined) throw missing(name)
  }
  return params
}

function readValue(name: string, type: ParamType, value: unknown): unknown {
  switch (type) {
    case 'string':
      if (typeof value === 'string') return value
      if (typeof value === 'number') return String(value)
      throw badRequest(`parameter "${name}" must be a String`)
    case 'integer': {
      const number = typeof value === 'string' ? Number(value) : value
      if (typeof number === 'number' && Number.isSafeInteger(number) && value !== '') return number
      throw badRequest(`parameter "${name}" must be an Integer`)
    }
    case 'boolean':
      if (typeof value === 'boolean') return value
      if (/^(true|1)$/i.test(String(value))) return true
      if (/^(false|0|)$/i.test(String(value))) return false
      throw badRequest(`parameter "${name}" must be a Boolean`)
    case 'chat':
      if (/^-?\d+$/.test(String(value))) return Number(value)
      return String(value)
    case 'json':
      return typeof value === 'string' ? parseJson(name, value) : value
  }
}

function parseJson(name: string, text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    throw badRequest(`can't parse ${name} JSON object`)
  }
}

function missing(name: string) {
  if (name === 'text') return badRequest('message text is empty')
  if (name === 'chat_id') return badRequest('chat_id is empty')
  return badRequest(`parameter "${name}" is required`)
}
