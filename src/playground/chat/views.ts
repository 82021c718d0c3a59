import type { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { World } from '../telegram/world.ts'
import { type ChatOptions, readSeat } from './chats.ts'

/** Adds what the page shows: what stands in a chat and what comes into it, and the files of the bot. */
export function addViews(app: Hono, world: World, options: ChatOptions): void {
  app.get('/events/:person', (c) => {
    const seat = readSeat(options, c.req.param('person'), c.req.query('place'))
    if (!seat) return c.json({ error: 'There is no such chat here.' }, 404)
    const { person, chatId } = seat
    return streamSSE(c, async (stream) => {
      const send = (event: string, data: unknown) =>
        stream.writeSSE({ event, data: JSON.stringify(data) })
      const sendCommands = () => send('commands', world.commandsFor(person.id, chatId))
      const sendKeyboard = () => send('keyboard', world.replyKeyboard(chatId))
      const stop = world.watch((event) => {
        if (event.kind === 'commands') return void sendCommands()
        const isSeen = !('onlyFor' in event) || event.onlyFor === person.id
        if (event.chatId === chatId && isSeen) void send(event.kind, event).then(sendKeyboard)
      })
      stream.onAbort(stop)
      await send('history', world.history(chatId))
      await sendCommands()
      await sendKeyboard()
      await new Promise<void>((done) => stream.onAbort(done))
    })
  })

  app.get('/files/:id', (c) => {
    const file = world.files.get(c.req.param('id'))
    if (!file) return c.json({ error: 'There is no such file here.' }, 404)
    return c.body(new Uint8Array(file.bytes), 200, {
      // Never shown in the page's own place, whatever it holds.
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    })
  })
}
