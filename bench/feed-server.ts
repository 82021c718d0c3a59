// Runs in a process of its own: many feeds on one port, with validators as real servers send them.
// Feeds under /far/ answer after 50 ms and packed, as over the internet.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { sampleFeed } from './sample-feed.ts'

const items = 30
const latencyMs = 50
const bodies = new Map<string, Buffer>()
function bodyOf(name: string, isFar: boolean): Buffer {
  const known = bodies.get(name)
  if (known) return known
  const feed = sampleFeed(name, items)
  const body = isFar ? gzipSync(feed) : Buffer.from(feed)
  bodies.set(name, body)
  return body
}

const server = createServer((request, response) => {
  const name = request.url ?? '/'
  const isFar = name.startsWith('/far/')
  const etag = `"${name}"`
  const answer = () => {
    if (request.headers['if-none-match'] === etag) return response.writeHead(304, { etag }).end()
    const encoding = isFar && { 'content-encoding': 'gzip' }
    const headers = { 'content-type': 'text/xml; charset=utf-8', etag, ...encoding }
    response.writeHead(200, headers).end(bodyOf(name, isFar))
  }
  if (isFar) setTimeout(answer, latencyMs)
  else answer()
})
server.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port)
})
process.once('disconnect', () => process.exit())
