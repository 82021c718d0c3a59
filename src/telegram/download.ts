import querystring from 'node:querystring'
import { growingBuffer } from '../lib/growing-buffer.ts'
import type { Download } from './admins/import-file.ts'

const timeoutMs = 30_000

/**
 * Downloads files from the Bot API (https://core.telegram.org/bots/api#getfile). Errors do not contain
 * the address, since the token is in it.
 */
export function createDownload({ token, apiRoot }: { token: string; apiRoot: string }): Download {
  const root = new URL(apiRoot)
  const user = `${querystring.unescape(root.username)}:${querystring.unescape(root.password)}`
  const authorization = `Basic ${Buffer.from(user).toString('base64')}`
  root.username = ''
  root.password = ''
  const address = root.href.replace(/\/$/, '')
  return async (filePath, maxBytes) => {
    const response = await fetch(`${address}/file/bot${token}/${filePath}`, {
      signal: AbortSignal.timeout(timeoutMs),
      // Unlike grammY, fetch refuses an address with a user, and quotes it in its error.
      ...(user !== ':' && { headers: { authorization } }),
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
