/** What a refusal says besides its words (https://core.telegram.org/bots/api#responseparameters). */
export type ResponseParameters = { retry_after?: number; migrate_to_chat_id?: number }

/** A refusal with Telegram's own code and words. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly code: number
  readonly parameters: ResponseParameters | undefined

  constructor(code: number, description: string, parameters?: ResponseParameters) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

export function badRequest(words: string, parameters?: ResponseParameters): ApiError {
  return new ApiError(400, `Bad Request: ${words}`, parameters)
}

export function forbidden(words: string): ApiError {
  return new ApiError(403, `Forbidden: ${words}`)
}

export function tooManyRequests(retryAfterSeconds: number): ApiError {
  return new ApiError(429, `Too Many Requests: retry after ${retryAfterSeconds}`, {
    retry_after: retryAfterSeconds,
  })
}
