/**
 * A fetch that follows no redirect, since it carries a key, and breaks off an answer of more than
 * `maxBytes`.
 */
export function boundedFetch(maxBytes: number): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: 'error' })
    if (!response.body) return response
    return new Response(response.body.pipeThrough(atMost(maxBytes)), response)
  }
}

function atMost(
  maxBytes: number,
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let bytes = 0
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.length
      if (bytes <= maxBytes) controller.enqueue(chunk)
      else controller.error(new Error(`the answer is larger than ${maxBytes} bytes`))
    },
  })
}
