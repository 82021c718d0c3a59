export type GrowingBuffer = {
  /** Takes one more piece; false, and nothing is taken, when it would pass the limit. */
  push(piece: Uint8Array): boolean
  /** All that was taken; nothing can be taken afterwards. */
  take(): Buffer
}

const leastBytes = 16 * 1024

/**
 * Gathers up to `maxBytes` in one buffer that doubles at need. Pieces are copied: a piece from a socket
 * keeps the whole buffer alive that was read with it, and a byte can keep 64 KB.
 */
export function growingBuffer(maxBytes: number): GrowingBuffer {
  let buffer = Buffer.allocUnsafeSlow(0)
  let size = 0
  return {
    push(piece) {
      const needed = size + piece.length
      if (needed > maxBytes) return false
      if (needed > buffer.length) {
        const length = Math.min(maxBytes, Math.max(needed, 2 * buffer.length, leastBytes))
        const larger = Buffer.allocUnsafeSlow(length)
        buffer.copy(larger, 0, 0, size)
        buffer = larger
      }
      buffer.set(piece, size)
      size = needed
      return true
    },
    take: () => Buffer.from(buffer.buffer.transfer(size)),
  }
}
