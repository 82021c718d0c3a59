import { randomBytes } from 'node:crypto'
import type { FeedKind } from '../domain/feed.ts'
import { serveChat } from './chat/server.ts'
import { serveNewspaper } from './newspaper/server.ts'
import { admin, people, places, populate, reader } from './people.ts'
import { createShiftedClock, type ShiftedClock } from './shifted-clock.ts'
import { createWorld } from './telegram/create-world.ts'
import { serveTelegram } from './telegram/server.ts'

/** A world of one's own: Telegram's stand-in, a newspaper, and a page that shows the chats. */
export type Playground = {
  /** The page's address, with the key that opens it. */
  url: string
  /** By which all of it lives. */
  clock: ShiftedClock
  /** What a bot needs to live here. */
  surroundings: {
    token: string
    apiRoot: string
    adminIds: number[]
    allowPrivateAddresses: string[]
    sampleFeeds: { url: string; kind: FeedKind; tags: string[] }[]
  }
  /** Lets the reader write /start. */
  greet(): void
  /** Offers on the page to let time pass until a chat's next digest. */
  offerNextDigest(next: NextDigest): void
  close(): Promise<void>
}

/** Lets time pass until the next digest of a chat; false if it gets none. */
export type NextDigest = (chatId: number) => Promise<boolean>

const botId = 1_000_000_000
const loopback = '127.0.0.1'

/** Starts it all on this machine; only the page listens on the given address. */
export async function startPlayground(page: { host: string; port: number }): Promise<Playground> {
  const clock = createShiftedClock()
  const { now } = clock
  const world = createWorld({ token: `${botId}:${randomBytes(24).toString('base64url')}`, now })
  populate(world)
  let nextDigest: NextDigest | null = null
  const chat = await serveChat(world, {
    ...page,
    people,
    places,
    nextDigest: async (chatId) => (nextDigest ? nextDigest(chatId) : false),
  })
  const telegram = await serveTelegram(world, { host: loopback, port: 0 })
  const newspaper = await serveNewspaper({ now, host: loopback, port: page.port && page.port + 1 })
    // Its usual port keeps the articles' addresses from one start to the next; any other will do.
    .catch(() => serveNewspaper({ now, host: loopback, port: 0 }))
  return {
    url: chat.url,
    clock,
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
    offerNextDigest(next) {
      nextDigest = next
    },
    async close() {
      await Promise.all([chat.close(), telegram.close(), newspaper.close()])
    },
  }
}
