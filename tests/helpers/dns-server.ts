import { createSocket } from 'node:dgram'
import { onTestFinished } from 'vitest'

export type DnsServer = {
  /** As a resolver takes it: `address:port`. */
  address: string
  /** The names that it was asked for by IPv4, oldest first. */
  asked: string[]
}

/** What a name is: its IPv4 addresses, `none` (NXDOMAIN); null has no answer at all. */
export type DnsAnswer = string[] | 'none' | null

/** A name server on this machine, over UDP; of a name without IPv6 (RFC 1035). */
export async function startDnsServer(answer: (name: string) => DnsAnswer): Promise<DnsServer> {
  const asked: string[] = []
  const socket = createSocket('udp4')
  socket.on('message', (question, from) => {
    let end = 12
    const labels: string[] = []
    for (let length = question[end]; length; length = question[end]) {
      labels.push(question.toString('latin1', end + 1, end + 1 + length))
      end += length + 1
    }
    const name = labels.join('.').toLowerCase()
    const isIPv4 = question.readUInt16BE(end + 1) === 1
    if (isIPv4) asked.push(name)
    const found = answer(name)
    if (found === null) return
    const addresses = isIPv4 && found !== 'none' ? found : []
    const head = Buffer.from(question.subarray(0, end + 5))
    head.writeUInt16BE(found === 'none' ? 0x8183 : 0x8180, 2)
    head.writeUInt16BE(addresses.length, 6)
    head.writeUInt32BE(0, 8)
    const records = addresses.map((address) =>
      // The name by a pointer, type A, class IN, a TTL of 60 s, four bytes.
      Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...address.split('.').map(Number)]),
    )
    socket.send(Buffer.concat([head, ...records]), from.port, from.address)
  })
  await new Promise<void>((done) => socket.bind(0, '127.0.0.1', done))
  onTestFinished(() => {
    socket.close()
  })
  return { address: `127.0.0.1:${socket.address().port}`, asked }
}
