import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { startWebServer } from './web-server.ts'

/** What a client asked of the model. */
export type Asked = {
  headers: IncomingMessage['headers']
  body: {
    model: string
    messages: { role: string; content: string }[]
    stream?: boolean
    max_tokens?: number
    max_completion_tokens?: number
    response_format?: { type: string }
  }
}

/** How the model answers one request. */
export type Behaviour = (asked: Asked, response: ServerResponse) => void

export type ModelServer = { url: string; asked: Asked[]; behave(behaviour: Behaviour): void }

/** A server of this machine that speaks as OpenAI's does and answers as told. */
export async function startModelServer(behaviour: Behaviour): Promise<ModelServer> {
  const web = await startWebServer()
  const asked: Asked[] = []
  let now = behaviour
  web.answer('/v1/chat/completions', async (request, response) => {
    const body: Asked['body'] = JSON.parse(await text(request))
    const question = { headers: request.headers, body }
    asked.push(question)
    now(question, response)
  })
  return {
    url: `${web.origin}/v1`,
    asked,
    behave(behaviour) {
      now = behaviour
    },
  }
}

/** Answers with this text as a model's, and says that it took 700 and 50 tokens. */
export function says(content: string | null, more: object = {}): Behaviour {
  const choice = {
    index: 0,
    message: { role: 'assistant', content },
    finish_reason: 'stop',
    ...more,
  }
  const usage = { prompt_tokens: 700, completion_tokens: 50, total_tokens: 750 }
  return (_asked, response) => sendJson(response, 200, { id: '1', choices: [choice], usage })
}

export function summarises(summary: string): Behaviour {
  return says(JSON.stringify({ summary }))
}

export function fails(status: number, message: string): Behaviour {
  return (_asked, response) => sendJson(response, status, { error: { message, type: 'error' } })
}

/** One behaviour after the other; the last stays. */
export function inTurn(...behaviours: Behaviour[]): Behaviour {
  return (asked, response) => {
    const [next] = behaviours.length > 1 ? behaviours.splice(0, 1) : behaviours
    next?.(asked, response)
  }
}

/** Sends the text as a stream of small pieces, as asked or not. */
export function streams(content: string, { isCutOff = false } = {}): Behaviour {
  return (_asked, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const send = (data: object) => response.write(`data: ${JSON.stringify(data)}\n\n`)
    for (const piece of content.match(/.{1,7}/gs) ?? []) {
      send({ choices: [{ index: 0, delta: { content: piece }, finish_reason: null }] })
    }
    if (isCutOff) return response.destroy()
    send({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] })
    send({ choices: [], usage: { prompt_tokens: 700, completion_tokens: 50 } })
    return response.end('data: [DONE]\n\n')
  }
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
