import { randomBytes } from 'node:crypto'
import type { FeedKind } from '../domain/feed.ts'
import { serveChat } from './chat/server.ts'
import { serveNewspaper } from './newspaper/server.ts'
import { createWorld } from './telegram/create-world.ts'
import { serveTelegram } from './telegram/server.ts'

/** A world of one's own: Telegram's stand-in, a newspaper, and a page that shows the chat. */
export type Playground = {
  /** The page's address, with the key that opens it. */
  url: string
  /** What a bot needs to live here. */
  surroundings: {
    token: string
    apiRoot: string
    adminIds: number[]
    allowPrivateAddresses: string[]
    sampleFeeds: { url: string; kind: FeedKind }[]
  }
  /** Lets the reader write /start. */
  greet(): void
  close(): Promise<void>
}

const reader = { id: 1001, name: 'Reader', role: 'reader' as const }
const admin = { id: 1002, name: 'Admin', role: 'admin' as const }
const botId = 1_000_000_000
const loopback = '127.0.0.1'

/** Starts it all on this machine; only the page listens on the given address. */
export async function startPlayground(page: { host: string; port: number }): Promise<Playground> {
  const now = Temporal.Now.instant
  const world = createWorld({ token: `${botId}:${randomBytes(24).toString('base64url')}`, now })
  for (const person of [reader, admin]) {
    world.addUser({ id: person.id, is_bot: false, first_name: person.name, language_code: 'en' })
  }
  const chat = await serveChat(world, { ...page, people: [reader, admin] })
  const telegram = await serveTelegram(world, { host: loopback, port: 0 })
  const newspaper = await serveNewspaper({ now, host: loopback, port: page.port && page.port + 1 })
    // Its usual port keeps the articles' addresses from one start to the next; any other will do.
    .catch(() => serveNewspaper({ now, host: loopback, port: 0 }))
  return {
    url: chat.url,
    surroundings: {
      token: world.token,
      apiRoot: telegram.origin,
      adminIds: [admin.id],
      allowPrivateAddresses: [`${loopback}:${newspaper.port}`],
      sampleFeeds: newspaper.feeds,
    },
    greet: () => {
      world.sendText(reader.id, '/start')
    },
    async close() {
      await Promise.all([chat.close(), telegram.close(), newspaper.close()])
    },
  }
}
