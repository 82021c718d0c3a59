import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { aRunningApp } from './app.ts'

const secret = 'a-secret-of-this-test'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

/** The whole app with its webhook, to which updates can be posted that the stand-in does not make. */
export async function aHook() {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}/hook`
  const running = await aRunningApp({
    env: { WEBHOOK_URL: url, WEBHOOK_SECRET: secret, PORT: String(port) },
  })
  let updates = 1_000_000
  const post = async (update: object) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'x-telegram-bot-api-secret-token': secret },
      body: JSON.stringify({ update_id: ++updates, ...update }),
    })
    return response.status
  }
  return { ...running, post }
}
