import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Keeps a server to so many connections. A new one takes the place of the oldest that has not been
 * trusted yet, so that strangers who say nothing keep nobody out; returns what trusts a connection.
 */
export function guardConnections(server: Server, most: number): (request: IncomingMessage) => void {
  const trusted = new Set<Socket>()
  /** The oldest first. */
  const strangers = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    strangers.add(socket)
    socket.once('close', () => {
      strangers.delete(socket)
      trusted.delete(socket)
    })
    const [oldest] = strangers
    if (trusted.size + strangers.size > most) oldest?.destroy()
  })
  return ({ socket }) => {
    strangers.delete(socket)
    if (!socket.destroyed) trusted.add(socket)
  }
}
