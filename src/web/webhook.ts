import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type Address, type Listening, whenListening } from '../lib/listen.ts'
import { guardConnections } from './guard-connections.ts'

export type WebhookOptions = {
  /** The path under which Telegram posts, such as `/telegram`. */
  path: string
  /** What Telegram proves itself with (https://core.telegram.org/bots/api#setwebhook). */
  secret: string
  /** Takes one update to deal with. */
  take: (update: { update_id: number }) => void
}

/** Of an update as it is received, with all that frames its chunks. */
const maxBytes = 1024 * 1024
/** So many updates are remembered: more than Telegram can have on their way at once. */
const mostRemembered = 10_000
/**
 * Open connections, of which Telegram has at most 100. Those of one address are not counted: behind a
 * proxy all come from there.
 */
const mostConnections = 250

/** How long somebody may take to send the head of a request and all of it; what they may send. */
const usualLimits = {
  headersTimeout: 5000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1000,
  // Telegram keeps connections for its next updates.
  keepAliveTimeout: 60_000,
  maxHeaderSize: 8 * 1024,
}
const mostHeaders = 64

/**
 * Takes the updates that Telegram posts, each once, however often it brings it. Of others nothing is
 * read but the head of their request.
 */
export function serveWebhook(
  options: WebhookOptions,
  address: Address,
  limits: Partial<typeof usualLimits> = {},
): Promise<Listening> {
  const server = createServer({ ...usualLimits, ...limits })
  server.maxHeadersCount = mostHeaders
  const trust = guardConnections(server, mostConnections)
  const takeRequest = createAnswer(options, trust)
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    void takeRequest(request, response).catch(() => request.destroy())
  }
  server.on('request', answer)
  // Without this Node would ask for the body before the secret was looked at.
  server.on('checkContinue', answer)
  server.listen(address.port, address.host)
  return whenListening(server, address.host)
}

function createAnswer(
  { path, secret, take }: WebhookOptions,
  trust: (request: IncomingMessage) => void,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  /** The oldest first. */
  const taken = new Set<number>()
  const takeOnce = (update: { update_id: number }) => {
    if (taken.has(update.update_id)) return
    taken.add(update.update_id)
    const [oldest] = taken
    if (taken.size > mostRemembered && oldest !== undefined) taken.delete(oldest)
    take(update)
  }
  return async (request, response) => {
    if (request.method !== 'POST' || request.url?.split('?')[0] !== path) {
      return refuse(request, response, 404, 'Not found')
    }
    if (!isSame(request.headers['x-telegram-bot-api-secret-token'], secret)) {
      return refuse(request, response, 401, 'Not Telegram')
    }
    trust(request)
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) {
      return refuse(request, response, 413, 'Too large')
    }
    if (request.headers.expect !== undefined) response.writeContinue()
    const body = await readBody(request)
    if (body === null) return
    const update = readUpdate(body)
    if (!update) return refuse(request, response, 400, 'No update')
    takeOnce(update)
    response.writeHead(200).end()
  }
}

/** Answers, and ends the connection without reading on. */
function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  words: string,
): void {
  response.writeHead(status, { connection: 'close', 'content-type': 'text/plain' })
  response.end(words, () => request.destroy())
}

/** The body as text; null when it breaks off, or is too large and the connection was ended. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const { socket } = request
  const before = socket.bytesRead
  let body = ''
  try {
    for await (const chunk of request.setEncoding('utf8')) {
      if (socket.bytesRead - before > maxBytes) {
        socket.destroy()
        return null
      }
      body += chunk
    }
    return body
  } catch {
    return null
  }
}

function readUpdate(body: string): { update_id: number } | null {
  try {
    const value: unknown = JSON.parse(body)
    return isUpdate(value) ? value : null
  } catch {
    return null
  }
}

// In constant time, also for words of another length.
function isSame(given: string | string[] | undefined, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(String(given ?? '')), digest(secret))
}

function isUpdate(value: unknown): value is { update_id: number } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'update_id' in value &&
    Number.isSafeInteger(value.update_id)
  )
}
