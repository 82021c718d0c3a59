// Runs in a process of its own: the honest feed with its pages, and what the attacks serve. It listens
// on many loopback addresses, each a server of its own to whoever asks.
import http from 'node:http'
import net, { type AddressInfo } from 'node:net'

const trickling = 200

const item = (title: string, link: string) =>
  `<item><title>${title}</title><link>${link}</link><pubDate>${new Date(Date.now() - 60_000).toUTCString()}</pubDate></item>`
const rss = (title: string, items: string[]) =>
  `<rss version="2.0"><channel><title>${title}</title>${items.join('')}</channel></rss>`
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i)

const sentence =
  'The harbour bridge was opened on Friday by the mayor, who said that it would bring the two halves of the town together.'
const events = ['bridge opens', 'ferry returns', 'school burns', 'choir wins', 'budget passes']

function serve(port: number): http.RequestListener {
  const here = `http://127.0.0.1:${port}`
  const feeds: Record<string, () => string> = {
    '/honest.rss': () =>
      rss('Honest Post', [
        ...events.map((event, i) => item(`Honest ${event} in town`, `${here}/honest/${i}`)),
      ]),
    '/trickle.rss': () =>
      rss(
        'Trickling',
        numbers(1000).map((i) =>
          item(`Slow headline ${i}`, `http://127.1.0.${1 + (i % trickling)}:${port}/trickle/${i}`),
        ),
      ),
    '/deep.rss': () => rss('Deep', ['<a></b>'.repeat(60_000), item('Deep', `${here}/honest/0`)]),
    '/names.rss': () =>
      rss(
        'Names',
        numbers(300).map((i) => item(`Lost headline ${i}`, `http://host${i}.example/${i}`)),
      ),
  }
  for (const n of numbers(4)) {
    const address = `${here}/honest/${n}?${'&amp;'.repeat(2010)}`
    feeds[`/long-${n}.rss`] = () =>
      rss(`Long ${n}`, [
        item('Mayor Anna Kovalenko opens the harbour bridge in Odesa', address),
        ...numbers(12).map((i) => item(`Kovalenko bridge note ${n} ${i}`, `${address}${i}`)),
      ])
  }
  return (request, response) => {
    const url = request.url ?? '/'
    const feed = feeds[url]
    if (feed) return void response.setHeader('content-type', 'text/xml').end(feed())
    response.setHeader('content-type', 'text/html')
    if (url.startsWith('/honest/')) {
      const text = `<p>${sentence}</p>`.repeat(8)
      return void response.end(
        `<html><body><article><h1>Honest</h1>${text}</article></body></html>`,
      )
    }
    if (!url.startsWith('/trickle/')) return void response.writeHead(404).end()
    response.write('<html>')
    const timer = setInterval(() => response.write('x'), 1000)
    response.on('close', () => clearInterval(timer))
  }
}

/** A body in chunks of one byte, each with an extension of so many letters, without end. */
function serveChunks(extension: number): net.Server {
  const size = extension === 0 ? '1' : `1;${'e'.repeat(extension)}`
  const chunks = `${size}\r\nx\r\n`.repeat(Math.max(1, Math.floor(65_536 / (size.length + 5))))
  return net.createServer((socket) => {
    socket.on('error', () => socket.destroy())
    const write = () => {
      while (socket.writable && socket.write(chunks));
    }
    socket.once('data', () => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n')
      socket.on('drain', write)
      write()
    })
  })
}

const listen = (server: net.Server, port: number, host: string) =>
  new Promise<number>((resolve) =>
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port)),
  )

const main = http.createServer()
const port = await listen(main, 0, '127.0.0.1')
main.on('request', serve(port))
for (const i of numbers(trickling)) {
  await listen(http.createServer(serve(port)), port, `127.1.0.${1 + i}`)
}
for (const [i, extension] of [0, 0, 8000, 8000].entries()) {
  await listen(serveChunks(extension), port, `127.2.0.${1 + i}`)
}
process.send?.(port)
process.once('disconnect', () => process.exit())
