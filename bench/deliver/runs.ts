// Sends one message to each of so many chats, in a process of its own: ours from the database, each
// recorded durably, or grammY's sendMessage alone with no storage.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Api } from 'grammy'
import pLimit from 'p-limit'
import { sendPlanned } from '../../src/delivering/send-planned.ts'
import { createLog } from '../../src/lib/log.ts'
import { createSendPart } from '../../src/telegram/send-part.ts'
import { plannedChats, translateInto } from './planned.ts'

export type Run = 'loop' | 'ours'
export type RunResult = { messages: number; seconds: number; cpuMs: number }

const [run = '', token = '', port = '', count = '0'] = process.argv.slice(2)
const api = new Api(token, { apiRoot: `http://127.0.0.1:${port}`, timeoutSeconds: 10 })
const chats = Array.from({ length: Number(count) }, (_, i) => i + 1)
const inFlight = 50
const folder = await mkdtemp(path.join(tmpdir(), 'courant-bench-'))
const db = await plannedChats(path.join(folder, 'bench.db'), chats)
const { html } = await db.selectFrom('edition_part').select('html').executeTakeFirstOrThrow()
const log = createLog('warn')

const runs: Record<string, () => Promise<number>> = {
  ours: () =>
    sendPlanned({
      db,
      send: createSendPart(api, translateInto),
      now: Temporal.Now.instant,
      log,
      signal: new AbortController().signal,
      window: { size: () => inFlight, measure() {} },
    }),
  async loop() {
    const options = {
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
      disable_notification: false,
    } as const
    await pLimit(inFlight).map(chats, (chat) => api.sendMessage(chat, html, options))
    return chats.length
  },
}

const start = performance.now()
const before = process.cpuUsage()
const messages = (await runs[run]?.()) ?? 0
const { user, system } = process.cpuUsage(before)
const result = {
  messages,
  seconds: (performance.now() - start) / 1000,
  cpuMs: (user + system) / 1000,
}
if (run === 'ours') {
  const recorded = db.selectFrom('delivery_part').where('message_id', 'is not', null)
  const { count } = await recorded
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (Number(count) !== chats.length) throw new Error(`${count} messages were recorded`)
}
await db.destroy()
await rm(folder, { recursive: true })
process.send?.(result)
process.disconnect?.()
