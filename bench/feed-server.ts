// Runs in a thread of its own: many feeds on one port, with validators as real servers send them.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'

export type FeedServerOptions = { items: number }

const { items } = workerData as FeedServerOptions
const filler = 'The council met on Thursday to speak about the harbour, and the harbour listened. '

function feed(name: string): string {
  const entries = Array.from({ length: items }, (_, i) => {
    const date = new Date(Date.now() - i * 3_600_000).toUTCString()
    const link = `http://news.example${name}/${i}`
    return `<item><title>Headline ${i} of ${name}</title><link>${link}</link><guid>${link}</guid>
<pubDate>${date}</pubDate><description>&lt;p&gt;${filler.repeat(13)}&lt;/p&gt;</description></item>`
  })
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Feed ${name}</title>
<link>http://news.example${name}</link>${entries.join('')}</channel></rss>`
}

const bodies = new Map<string, Buffer>()
const server = createServer((request, response) => {
  const name = request.url ?? '/'
  const etag = `"${name}"`
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end()
    return
  }
  const body = bodies.get(name) ?? Buffer.from(feed(name))
  bodies.set(name, body)
  response.writeHead(200, { 'content-type': 'text/xml; charset=utf-8', etag }).end(body)
})
server.listen(0, '127.0.0.1', () => {
  parentPort?.postMessage((server.address() as AddressInfo).port)
})
