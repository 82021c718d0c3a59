import { expect, it } from 'vitest'
import {
  decodeLink,
  decodeMutedLink,
  decodeRequest,
  encodeLink,
  encodeMutedLink,
  encodeRequest,
} from '../../src/domain/digest-request.ts'

const longest = {
  asOf: Temporal.Instant.fromEpochMilliseconds(Number.parseInt('zzzzzzzzz', 36)),
  days: 9,
  after: Number.parseInt('zzzzzzzzz', 36),
  upTo: Number.parseInt('zzzzzzzzz', 36),
  page: 999,
  rest: 9_999_999,
  day: Temporal.PlainDate.from('2024-12-31'),
  hour: Temporal.PlainTime.from('23:59'),
}

it('fits what Telegram allows a button and a link, whatever it is, and is read as it was', () => {
  expect(Buffer.byteLength(encodeRequest(longest))).toBeLessThanOrEqual(64)
  expect(encodeMutedLink(longest)).toMatch(/^[\w-]{1,64}$/)
  for (const request of [longest, { ...longest, day: null }]) {
    expect(decodeRequest(encodeRequest(request))).toEqual(request)
    expect(decodeLink(encodeLink(request))).toEqual(request)
    expect(decodeMutedLink(encodeMutedLink(request))).toEqual(request)
  }
})

it('fits them also for a channel, with numbers as large as they become', () => {
  const largest = {
    ...longest,
    asOf: Temporal.Instant.from('2059-01-01T00:00Z'),
    after: 2 ** 31,
    upTo: 2 ** 31,
    rest: 100_000,
    channel: 10_000_000,
  }
  expect(encodeRequest(largest).length).toBeLessThanOrEqual(64)
  expect(decodeRequest(encodeRequest(largest))).toEqual(largest)
  expect(decodeLink(encodeLink(largest))).toEqual(largest)
})

it('reads hours that are digits of a month and a day, and no others than there are', () => {
  const of = (hour: string) => decodeRequest(`page:1:2:1:1:0:9:h${hour}`)
  expect(of('1231')?.hour?.toString()).toBe('12:31:00')
  for (const hour of ['2400', '1260', '12', '12345', 'abcd', '']) expect(of(hour)).toBeNull()
})
