import { badRequest } from '../api-error.ts'
import type { ParamSpec, Params } from '../params.ts'
import type { State } from '../state.ts'

/** One Bot API method: what it takes and what it does; a refusal is thrown as ApiError. */
export type Method = {
  params: ParamSpec
  /** Whether it counts as a message for Telegram's limits. */
  isLimited?: true
  run(state: State, params: Params, signal?: AbortSignal): unknown
}

export function text(params: Params, name: string): string {
  const value = params[name]
  return typeof value === 'string' ? value : ''
}

export function optionalText(params: Params, name: string): string | undefined {
  const value = params[name]
  return typeof value === 'string' ? value : undefined
}

export function integer(params: Params, name: string): number | undefined {
  const value = params[name]
  return typeof value === 'number' ? value : undefined
}

export function record(params: Params, name: string): Record<string, unknown> {
  const value = params[name]
  if (value === undefined) return {}
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  throw badRequest(`parameter "${name}" must be an Object`)
}

export function strings(params: Params, name: string): readonly string[] | undefined {
  const value = params[name]
  if (value === undefined) return undefined
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value
  throw badRequest(`parameter "${name}" must be an Array of String`)
}
