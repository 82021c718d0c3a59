const size = 2 ** 16

/**
 * A number of 48 bits, never 0, that stands for a text: of 100,000 texts two share theirs once in 50,000
 * times. It is kept in the database. The method is FNV-1a, with two multipliers.
 */
export function textKey(text: string): number {
  let high = 0x811c9dc5
  let low = 0x9e3779b9
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    high = Math.imul(high ^ unit, 0x01000193)
    low = Math.imul(((low << 7) | (low >>> 25)) ^ unit, 0x85ebca6b)
  }
  return (mixed(high) >>> 0) * size + (mixed(low) >>> 16) || 1
}

/** So that each bit depends on all (the last step of MurmurHash3). */
function mixed(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const whole = Math.imul(half ^ (half >>> 13), 0xc2b2ae35)
  return whole ^ (whole >>> 16)
}
