import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import { type Listening, listen } from '../../lib/listen.ts'
import { ownSiteOnly } from '../own-site.ts'
import type { Params } from './params.ts'
import type { Answer, Reply, World } from './world.ts'

/**
 * Serves a world as the Bot API does (https://core.telegram.org/bots/api#making-requests):
 * `/bot<token>/<method>` by GET or POST with a query, JSON, or a form; `/file/bot<token>/<path>`.
 */
export async function serveTelegram(
  world: World,
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  const app = new Hono()
  let listening: Listening | null = null

  // Programs call it, and no page does.
  app.use(ownSiteOnly(host, () => listening?.address))

  app.on(['GET', 'POST'], '/:bot/:method', async (c) => {
    if (c.req.param('bot') !== `bot${world.token}`) return c.json(unauthorized, 401)
    const params = await readRequest(c.req.raw)
    if (!params) return answerWith(unreadable)
    const reply = await world.call(c.req.param('method'), params, c.req.raw.signal)
    if (!('lost' in reply)) return answerWith(reply)
    const { incoming } = c.env as HttpBindings
    incoming.socket.resetAndDestroy()
    return RESPONSE_ALREADY_SENT
  })

  app.get('/file/:bot/documents/:id', (c) => {
    if (c.req.param('bot') !== `bot${world.token}`) return c.json(unauthorized, 401)
    const file = world.files.get(c.req.param('id'))
    if (!file) return c.json(notFound, 404)
    return new Response(new Blob([new Uint8Array(file.bytes)]))
  })

  app.notFound((c) => c.json(notFound, 404))
  listening = await listen(app, { host, port })
  return listening
}

/** A reply on the wire; what a proxy says in Telegram's place is a page, not JSON. */
function answerWith(reply: Exclude<Reply, { lost: string }>): Response {
  const status = reply.ok ? 200 : reply.error_code
  if ('page' in reply) {
    const page = `<html><head><title>${status} ${reply.page}</title></head></html>`
    return new Response(page, { status, headers: { 'content-type': 'text/html' } })
  }
  return Response.json(reply, { status })
}

const unreadable: Answer = {
  ok: false,
  error_code: 400,
  description: "Bad Request: can't parse JSON object",
}
const unauthorized = { ok: false, error_code: 401, description: 'Unauthorized' } as const
const notFound = { ok: false, error_code: 404, description: 'Not Found' } as const

/** The parameters of a call, from its query and its body; null when the body cannot be read. */
async function readRequest(request: Request): Promise<Params | null> {
  const params: Params = Object.fromEntries(new URL(request.url).searchParams)
  const type = request.headers.get('content-type') ?? ''
  try {
    if (type.includes('json')) {
      const body: unknown = await request.json()
      return typeof body === 'object' && body !== null ? { ...params, ...body } : null
    }
    if (type.includes('form')) {
      const form = await request.formData()
      return { ...params, ...attach(Object.fromEntries(form)) }
    }
    return params
  } catch {
    return null
  }
}

// `attach://name` stands for the file in the form's field of that name.
function attach(fields: Params): Params {
  const attached = new Set<string>()
  const entries = Object.entries(fields).map(([name, value]): [string, unknown] => {
    const target =
      typeof value === 'string' ? /^"?attach:\/\/([^"]+)"?$/.exec(value)?.[1] : undefined
    if (target === undefined || !(target in fields)) return [name, value]
    attached.add(target)
    return [name, fields[target]]
  })
  return Object.fromEntries(entries.filter(([name]) => !attached.has(name)))
}

/** Posts an update to a webhook as Telegram does, with the secret in its header. */
export async function postUpdate(
  url: string,
  update: object,
  secret?: string,
): Promise<string | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(secret && { 'x-telegram-bot-api-secret-token': secret }),
      },
      body: JSON.stringify(update),
      signal: AbortSignal.timeout(10_000),
    })
    await response.body?.cancel()
    return response.ok
      ? null
      : `Wrong response from the webhook: ${response.status} ${response.statusText}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
