import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'

/** A started HTTP server: its base address without a trailing slash, and how to stop it. */
export type Listening = { origin: string; port: number; close: () => Promise<void> }

/**
 * Serves a Hono app on `host`:`port`; port 0 takes a free one. Rejects with the system's error
 * (`EADDRINUSE`, `EACCES`) when it cannot listen. `close` also ends connections that are still
 * open, such as event streams and long polls.
 */
export function listen(app: Hono, address: { host: string; port: number }): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: address.host, port: address.port })
    server.once('error', reject)
    server.once('listening', () => {
      const { port } = server.address() as AddressInfo
      const host = address.host.includes(':') ? `[${address.host}]` : address.host
      resolve({ origin: `http://${host}:${port}`, port, close: () => closeServer(server) })
    })
  })
}

function closeServer(server: ReturnType<typeof serve>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}
