import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** A real web server on this machine that answers as told, until the test ends. */
export type WebServer = {
  origin: string
  /** Every request so far, oldest first. */
  requests: IncomingMessage[]
  /** Answers a path; a string is served as it is with the given type. */
  answer(path: string, body: string | Buffer | Handler, type?: string): void
  close(): Promise<void>
}

export async function startWebServer(): Promise<WebServer> {
  const handlers = new Map<string, Handler>()
  const requests: IncomingMessage[] = []
  const server = createServer((request, response) => {
    requests.push(request)
    const handler = handlers.get(request.url ?? '')
    if (handler) handler(request, response)
    else response.writeHead(404).end('not here')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done())
      server.closeAllConnections()
    })
  onTestFinished(close)
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    close,
    answer(path, body, type = 'text/xml; charset=utf-8') {
      handlers.set(
        path,
        typeof body === 'function'
          ? body
          : (_request, response) => response.writeHead(200, { 'content-type': type }).end(body),
      )
    },
  }
}
