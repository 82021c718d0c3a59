import { growingBuffer } from '../domain/growing-buffer.ts'
import type { Download } from './import-file.ts'

const timeoutMs = 30_000

/**
 * Fetches files from the Bot API (https://core.telegram.org/bots/api#getfile). Errors do not name the
 * address, for the token is in it.
 */
export function createDownload({ token, apiRoot }: { token: string; apiRoot: string }): Download {
  return async (filePath, maxBytes) => {
    const response = await fetch(`${apiRoot}/file/bot${token}/${filePath}`, {
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (!response.ok || !response.body) {
      await response.body?.cancel()
      throw new Error(`Telegram did not give the file (${response.status})`)
    }
    const buffer = growingBuffer(maxBytes)
    for await (const chunk of response.body) if (!buffer.push(chunk)) return null
    return buffer.take()
  }
}
