import { describe, expect, it } from 'vitest'
import { writtenAddress } from '../../src/domain/address.ts'

describe('an address that a person wrote', () => {
  it.each([
    ['example.org/rss', 'https://example.org/rss'],
    [' Example.org ', 'https://example.org/'],
    ['example.org:8443/rss', 'https://example.org:8443/rss'],
    ['localhost:8080/rss', 'https://localhost:8080/rss'],
    ['[::1]/rss', 'https://[::1]/rss'],
    ['http://intranet/rss', 'http://intranet/rss'],
  ])('is read: %j', (words, address) => {
    expect(writtenAddress(words)).toBe(address)
  })

  it.each(['foo', 'foo/bar.xml', '3', 'localhosts', '.', 'http://', 'mailto:a@example.org', ''])(
    'is none: %j',
    (words) => {
      expect(writtenAddress(words)).toBeNull()
    },
  )
})
