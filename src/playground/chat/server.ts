import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { type Listening, listen } from '../../lib/listen.ts'
import { ownSiteOnly } from '../own-site.ts'
import type { World } from '../telegram/world.ts'
import { addActions } from './actions.ts'
import type { ChatOptions } from './chats.ts'
import { createKey, keyOnly } from './key.ts'
import { addViews } from './views.ts'

const files: Record<string, string> = {
  '/': 'page.html',
  '/main.js': 'client/main.js',
  '/entities.js': 'client/entities.js',
  '/following.js': 'client/following.js',
  '/messages.js': 'client/messages.js',
  '/composer.js': 'client/composer.js',
  '/keys.js': 'client/keys.js',
  '/inline.js': 'client/inline.js',
}
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
}
const read = (file: string) => readFileSync(path.join(import.meta.dirname, file), 'utf8')

const mostBytes = 64 * 1024
/** More than the bot takes, so that it can say so. */
const mostFileBytes = 2 * 1024 * 1024
const lockedWords = 'The key is missing: open the whole address that Courant printed.'

/** A started page. Its address opens it, as it holds the key. */
export type ChatPage = Listening & { url: string }

/**
 * Serves the page on which people of a world chat with the bot. Whoever is to use it brings its key;
 * calls that come from other sites, or under a foreign name, are refused even so.
 */
export async function serveChat(world: World, options: ChatOptions): Promise<ChatPage> {
  const { host, port } = options
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
  const limits = {
    file: bodyLimit({ maxSize: mostFileBytes }),
    rest: bodyLimit({ maxSize: mostBytes }),
  }
  app.use((c, next) => (c.req.path === '/file' ? limits.file(c, next) : limits.rest(c, next)))
  for (const [route, file] of Object.entries(files)) {
    const body = read(file)
    app.get(route, (c) => c.body(body, 200, headersOf(file)))
  }

  const { people, places = [], nextDigest } = options
  app.get('/people', (c) =>
    c.json({
      people,
      places,
      bot: world.bot.first_name,
      botName: world.bot.username,
      hasNextDigest: nextDigest !== undefined,
    }),
  )
  addViews(app, world, options)
  addActions(app, world, options)

  app.onError((_error, c) => c.json({ error: 'The request could not be read.' }, 400))
  listening = await listen(app, { host, port })
  return { ...listening, url: `${listening.origin}/?key=${key}` }
}

function headersOf(file: string): Record<string, string> {
  const type = types[path.extname(file)] ?? 'text/plain'
  return { 'content-type': type, 'cache-control': 'no-cache' }
}
