import type { Context, Hono } from 'hono'
import { isEphemeralCommand } from '../telegram/ephemeral.ts'
import type { World } from '../telegram/world.ts'
import { type ChatOptions, readSeat, type Seat } from './chats.ts'

const longestText = 4096
const longestFileName = 100

type Body = Record<string, unknown>

/** Adds what people do on the page: write, press, ask inline, pick a chat, share a place, send a file, let time pass. */
export function addActions(app: Hono, world: World, options: ChatOptions): void {
  const act = (path: string, run: (seat: Seat, body: Body) => unknown) =>
    app.post(path, async (c) => {
      const body: Body = Object(await c.req.json())
      return answer(c, readSeat(options, body.person, body.place), (seat) => run(seat, body))
    })

  act('/send', ({ person, chatId, type }, { text }) => {
    if (typeof text !== 'string' || !text.trim() || text.length > longestText) {
      throw new Refusal(`Write between 1 and ${longestText} characters.`)
    }
    if (type === 'channel')
      throw new Refusal('Channels are written to by their admins and the bot.')
    const words = text.trim()
    const isEphemeral = isEphemeralCommand(words, world.commandsFor(person.id, chatId))
    world.sendText(person.id, words, { chatId, ...(isEphemeral && { isEphemeral }) })
  })

  act('/press', async ({ person, chatId }, { messageId, ephemeralId, data }) => {
    const place = { chatId, ...(ephemeralId !== undefined && { isEphemeral: true as const }) }
    try {
      return await world.press(person.id, Number(ephemeralId ?? messageId), String(data), place)
    } catch (error) {
      throw new Refusal(error instanceof Error ? `${error.message}.` : 'No answer.', 502)
    }
  })

  act('/inline', async ({ person }, { query, offset }) => {
    try {
      return await world.inlineQuery(person.id, String(query), String(offset))
    } catch (error) {
      throw new Refusal(error instanceof Error ? `${error.message}.` : 'No answer.', 502)
    }
  })

  act('/choose', ({ person, chatId }, { resultId }) => {
    try {
      world.chooseResult(person.id, String(resultId), { chatId })
    } catch (error) {
      throw new Refusal(error instanceof Error ? `${error.message}.` : 'It cannot be sent.')
    }
  })

  act('/share', ({ person }, { requestId, shared }) => {
    try {
      world.shareChat(person.id, Number(requestId), Number(shared))
    } catch (error) {
      throw new Refusal(error instanceof Error ? `${error.message}.` : 'It cannot be picked.')
    }
  })

  act('/locate', ({ person, type }, { latitude, longitude }) => {
    const location = { latitude: Number(latitude), longitude: Number(longitude) }
    if (type !== 'private' || !Object.values(location).every(Number.isFinite)) {
      throw new Refusal('A place is shared in the chat with the bot.')
    }
    world.sendLocation(person.id, location)
  })

  act('/next-digest', async ({ chatId }) => {
    const hasCome = await options.nextDigest?.(chatId)
    if (!hasCome) throw new Refusal('No digest comes here. Write /start first.')
  })

  app.post('/file', async (c) => {
    const { person, place, name = '' } = c.req.query()
    return answer(c, readSeat(options, person, place), async (seat) => {
      if (seat.type !== 'private') throw new Refusal('Files are for the bot in its own chat.')
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      world.sendFile(seat.person.id, { name: name.slice(0, longestFileName), bytes })
    })
  })
}

/** What cannot be done, in words for the page. */
class Refusal extends Error {
  override name = 'Refusal'
  readonly status: 400 | 502

  constructor(words: string, status: 400 | 502 = 400) {
    super(words)
    this.status = status
  }
}

async function answer(
  c: Context,
  seat: Seat | null,
  run: (seat: Seat) => unknown,
): Promise<Response> {
  if (!seat) return c.json({ error: 'There is no such person here.' }, 404)
  try {
    return c.json(Object(await run(seat)))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return c.json({ error: error.message }, error.status)
  }
}
