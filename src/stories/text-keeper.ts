const pieceBytes = 2 ** 20

/** A text outside of the heap. */
export type KeptText = { piece: Buffer; start: number; end: number }

/**
 * Keeps texts as UTF-8 in large pieces, at which no garbage collection looks. A piece is free when none of
 * its texts is held any more.
 */
export function createTextKeeper(): (text: string) => KeptText {
  let piece = Buffer.alloc(0)
  let used = 0
  return (text) => {
    const size = Buffer.byteLength(text)
    if (used + size > piece.length) {
      piece = Buffer.allocUnsafeSlow(Math.max(size, pieceBytes))
      used = 0
    }
    const start = used
    used += piece.write(text, start)
    return { piece, start, end: used }
  }
}
