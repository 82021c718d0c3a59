import type { Socket } from 'node:net'
import { type buildConnector, Client } from 'undici'
import { ReasonError } from '../domain/reason.ts'

/** Thrown when a server sends far more than its answer holds. */
export class FramingError extends ReasonError {
  override name = 'FramingError'
}

// Some headers, what was read from the socket and not yet from the answer, and early hints.
const freeBytes = 256 * 1024

/**
 * An HTTP/1.1 client that breaks a connection off when what it brings beside content (headers, sizes
 * and extensions of chunks, trailers, and anything between answers) is more than 256 KB and the content
 * itself. undici bounds the content alone: a chunk of one byte may bear kilobytes of extensions.
 */
export function meteredClient(
  origin: string | URL,
  { connect, ...options }: Client.Options & { connect: buildConnector.connector },
): Client {
  let socket: Socket | null = null
  let readBefore = 0
  let content = 0
  const startOver = () => {
    readBefore = socket?.bytesRead ?? 0
    content = 0
  }
  const watch = (fresh: Socket) => {
    socket = fresh
    startOver()
    fresh.on('readable', () => {
      const framing = fresh.bytesRead - readBefore - content
      if (framing > freeBytes + content) {
        fresh.destroy(new FramingError({ code: 'much-framing' }))
      }
    })
  }
  const client = new Client(origin, {
    ...options,
    connect(target, done) {
      connect(target, (...outcome) => {
        if (outcome[1]) watch(outcome[1])
        done(...outcome)
      })
    },
  })
  const dispatch = client.dispatch.bind(client)
  client.dispatch = (request, handler) =>
    dispatch(request, {
      onRequestStart(controller, context) {
        startOver()
        handler.onRequestStart?.(controller, context)
      },
      onResponseStart: (...response) => handler.onResponseStart?.(...response),
      onResponseData(controller, chunk) {
        content += chunk.length
        handler.onResponseData?.(controller, chunk)
      },
      onResponseEnd(controller, trailers) {
        startOver()
        handler.onResponseEnd?.(controller, trailers)
      },
      onResponseError: (...failure) => handler.onResponseError?.(...failure),
    })
  return client
}
