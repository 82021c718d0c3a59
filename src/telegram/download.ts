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
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of response.body) {
      size += chunk.length
      if (size > maxBytes) return null
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  }
}
