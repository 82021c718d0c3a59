import { describe, expect, it } from 'vitest'
import { canonicalAddress, webAddress, writtenAddress } from '../../src/domain/address.ts'

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

describe('an address', () => {
  const address = (words: string) => `https://news.example/?${words}`

  it.each([webAddress, canonicalAddress])('is bounded as it is and as it is escaped', (read) => {
    expect(read(address('x'.repeat(2000)))).not.toBeNull()
    expect(read(address('x'.repeat(2048)))).toBeNull()
    expect(read(address('&'.repeat(800)))).not.toBeNull()
    expect(read(address('&'.repeat(820)))).toBeNull()
  })
})
