import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'

export type Address = { host: string; port: number }

/**
 * A started HTTP server: its base address without a trailing slash, the IP address that it listens on
 * (which `host` may only name), and how to stop it.
 */
export type Listening = {
  origin: string
  address: string
  port: number
  close: () => Promise<void>
}

/**
 * Serves a Hono app on `host`:`port`; port 0 takes a free one. Rejects with the system's error
 * (`EADDRINUSE`, `EACCES`) when it cannot listen. `close` also ends connections that are still
 * open, such as event streams and long polls.
 */
export function listen(app: Hono, { host, port }: Address): Promise<Listening> {
  return whenListening(serve({ fetch: app.fetch, hostname: host, port }), host)
}

/** The same for a server of Node's that has been told to listen. */
export function whenListening(
  server: Server | ReturnType<typeof serve>,
  host: string,
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.once('listening', () => {
      const { address, port } = server.address() as AddressInfo
      const name = reachable[address] ?? (host.includes(':') ? `[${host}]` : host)
      const origin = `http://${name}:${port}`
      resolve({ origin, address, port, close: () => closeServer(server) })
    })
  })
}

/** Addresses that stand for all of a machine's, and how the machine itself reaches them. */
const reachable: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }

function closeServer(server: Server | ReturnType<typeof serve>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}
