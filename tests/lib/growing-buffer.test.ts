import { expect, it } from 'vitest'
import { growingBuffer } from '../../src/lib/growing-buffer.ts'

it('keeps what comes in pieces, and no more than its limit', () => {
  const buffer = growingBuffer(100_000)
  const pieces = Array.from({ length: 1000 }, (_, i) => Buffer.alloc(100, i))
  for (const piece of pieces) expect(buffer.push(piece)).toBe(true)
  expect(buffer.push(Buffer.from('x'))).toBe(false)
  expect(buffer.take()).toEqual(Buffer.concat(pieces))
})

it('keeps none of the memory that pieces are cut from', () => {
  const buffer = growingBuffer(1000)
  buffer.push(new Uint8Array(1_000_000).subarray(0, 3))
  expect(buffer.take().buffer.byteLength).toBe(3)
})

it('is empty when nothing came', () => {
  expect(growingBuffer(10).take()).toHaveLength(0)
})
