/** A mistake in how the program was called; its message says what to do. */
export class UsageError extends Error {
  override name = 'UsageError'
}
