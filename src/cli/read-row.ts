import type { z } from 'zod'

/** Reads a line of JSON that holds an object of a shape. Throws an error that says what is wrong. */
export function readRow<T>(shape: z.ZodType<T>, line: string): T {
  const value = parseJson(line)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error('it is no JSON object')
  }
  const { success, data, error } = shape.safeParse(value)
  if (success) return data
  const name = String(error.issues[0]?.path[0])
  throw new Error(name in value ? `its ${name} is of the wrong kind` : `it has no ${name}`)
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new Error('it is no JSON')
  }
}
