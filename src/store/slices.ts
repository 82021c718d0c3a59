import { dialect } from './dialect.ts'

/** More than any table that is written so has. */
const mostColumns = 32

/** Rows or numbers, as many at a time as a statement may hold. */
export function* slices<T>(all: readonly T[]): Generator<T[]> {
  const size = Math.floor(dialect.mostValues / mostColumns)
  for (let i = 0; i < all.length; i += size) yield all.slice(i, i + size)
}
