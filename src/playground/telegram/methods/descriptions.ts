import { badRequest } from '../api-error.ts'
import type { State } from '../state.ts'
import { languageCode } from './language-code.ts'
import { type Method, text } from './method.ts'

const mostInDescription = 512
const mostInShort = 120

type Kept = 'descriptions' | 'shortDescriptions'

function setter(name: string, kept: Kept, most: number): Method {
  return {
    params: { [name]: 'string', language_code: 'string' },
    run(state, params) {
      const language = languageCode(params)
      const words = text(params, name).trim()
      if (words.length > most) throw badRequest(`${name.replace('_', ' ')} is too long`)
      if (words) state[kept].set(language, words)
      else state[kept].delete(language)
      return true
    },
  }
}

function getter(name: string, kept: Kept): Method {
  return {
    params: { language_code: 'string' },
    run: (state: State, params) => ({ [name]: state[kept].get(languageCode(params)) ?? '' }),
  }
}

export const setMyDescription = setter('description', 'descriptions', mostInDescription)
export const getMyDescription = getter('description', 'descriptions')
export const setMyShortDescription = setter('short_description', 'shortDescriptions', mostInShort)
export const getMyShortDescription = getter('short_description', 'shortDescriptions')
