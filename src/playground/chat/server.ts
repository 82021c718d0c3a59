import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { streamSSE } from 'hono/streaming'
import { type Listening, listen } from '../../lib/listen.ts'
import { ownSiteOnly } from '../own-site.ts'
import type { World } from '../telegram/world.ts'
import { createKey, keyOnly } from './key.ts'

/** Someone whose chat the page shows. */
export type Person = { id: number; name: string; role: 'reader' | 'admin' }

const files: Record<string, string> = {
  '/': 'page.html',
  '/main.js': 'client/main.js',
  '/entities.js': 'client/entities.js',
  '/following.js': 'client/following.js',
  '/messages.js': 'client/messages.js',
  '/composer.js': 'client/composer.js',
}
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
}
const read = (file: string) => readFileSync(path.join(import.meta.dirname, file), 'utf8')

const longestText = 4096
const mostBytes = 64 * 1024
const lockedWords = 'The key is missing: open the whole address that Courant printed.'

/** A started page. Its address opens it, as it holds the key. */
export type ChatPage = Listening & { url: string }

/**
 * Serves the page on which people of a world chat with the bot. Whoever is to use it brings its key;
 * calls that come from other sites, or under a foreign name, are refused even so.
 */
export async function serveChat(
  world: World,
  { host, port, people }: { host: string; port: number; people: readonly Person[] },
): Promise<ChatPage> {
  const app = new Hono()
  const key = createKey()
  let listening: Listening | null = null

  app.use(ownSiteOnly(host, () => listening?.address))
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        connectSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    }),
  )

  const css = read('chat.css')
  // The page that asks for the key looks like the others.
  app.get('/chat.css', (c) => c.body(css, 200, headersOf('chat.css')))
  const locked = read('locked.html')
  app.use(keyOnly(key, { port: () => listening?.port ?? port, locked, words: lockedWords }))
  app.use(bodyLimit({ maxSize: mostBytes }))
  for (const [route, file] of Object.entries(files)) {
    const body = read(file)
    app.get(route, (c) => c.body(body, 200, headersOf(file)))
  }

  const personOf = (id: unknown) => people.find((person) => person.id === Number(id))
  const noSuchPerson = (c: Context) => c.json({ error: 'There is no such person here.' }, 404)

  app.get('/people', (c) => c.json({ people, bot: world.bot.first_name }))

  app.get('/events/:person', (c) => {
    const person = personOf(c.req.param('person'))
    if (!person) return noSuchPerson(c)
    return streamSSE(c, async (stream) => {
      const send = (event: string, data: unknown) =>
        stream.writeSSE({ event, data: JSON.stringify(data) })
      const stop = world.watch((event) => {
        if (event.kind === 'commands') void send('commands', world.commandsFor(person.id))
        else if (event.chatId === person.id) void send(event.kind, event)
      })
      stream.onAbort(stop)
      await send('history', world.history(person.id))
      await send('commands', world.commandsFor(person.id))
      await new Promise<void>((done) => stream.onAbort(done))
    })
  })

  app.post('/send', async (c) => {
    const { person: id, text } = await c.req.json()
    const person = personOf(id)
    if (!person) return noSuchPerson(c)
    if (typeof text !== 'string' || !text.trim() || text.length > longestText) {
      return c.json({ error: `Write between 1 and ${longestText} characters.` }, 400)
    }
    world.sendText(person.id, text.trim())
    return c.json({})
  })

  app.post('/press', async (c) => {
    const { person: id, messageId, data } = await c.req.json()
    const person = personOf(id)
    if (!person) return noSuchPerson(c)
    try {
      return c.json(await world.press(person.id, Number(messageId), String(data)))
    } catch (error) {
      return c.json({ error: error instanceof Error ? `${error.message}.` : 'No answer.' }, 502)
    }
  })

  app.onError((_error, c) => c.json({ error: 'The request could not be read.' }, 400))
  listening = await listen(app, { host, port })
  return { ...listening, url: `${listening.origin}/?key=${key}` }
}

function headersOf(file: string): Record<string, string> {
  const type = types[path.extname(file)] ?? 'text/plain'
  return { 'content-type': type, 'cache-control': 'no-cache' }
}
