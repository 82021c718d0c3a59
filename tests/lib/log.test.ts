import { Api } from 'grammy'
import { expect, it } from 'vitest'
import { describeError } from '../../src/lib/describe-error.ts'
import { createLog } from '../../src/lib/log.ts'
import { token } from '../helpers/telegram.ts'

it('writes no token, whatever is logged', async () => {
  const lines: string[] = []
  const log = createLog('debug', (line) => lines.push(line))
  // Nothing listens on port 1: grammY's error holds the address, and with it the token.
  const api = new Api(token, { apiRoot: 'http://127.0.0.1:1' })
  const error: unknown = await api.getMe().catch((failure: unknown) => failure)
  expect(JSON.stringify(error)).toContain(token)
  log.error(error)
  log.error({ err: error }, 'with the error')
  log.error({ failure: error, nested: { deep: { error } } }, `in words: bot${token}`)
  log.error({ token, address: { token } })
  log.error(new Error(`https://example.org/bot${encodeURIComponent(token)}/getMe`))
  log.error({ reason: describeError(error) })
  expect(lines).toHaveLength(6)
  const [, secret = ''] = token.split(':')
  expect(lines.filter((line) => line.includes(secret))).toEqual([])
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow()
})
