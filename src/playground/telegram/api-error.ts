/** A refusal with Telegram's own code and words. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly code: number

  constructor(code: number, description: string) {
    super(description)
    this.code = code
  }
}

export function badRequest(words: string): ApiError {
  return new ApiError(400, `Bad Request: ${words}`)
}
