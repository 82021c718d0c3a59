import { expect, it } from 'vitest'
import { addressRule } from '../../src/fetching/guard.ts'
import { LookupError } from '../../src/fetching/lookup.ts'
import { createRefusal } from '../../src/fetching/refusal.ts'

const hosts: Record<string, string[]> = {
  'news.example': ['93.184.215.14'],
  'both.example': ['10.0.0.1', '93.184.215.14'],
  'inside.example': ['192.168.1.1', 'fd00::1'],
  'allowed.example': ['10.0.0.2'],
}
const refusalOf = createRefusal(addressRule(['allowed.example']), async (host) => {
  const found = hosts[host]
  if (!found) throw new LookupError('ENOTFOUND', host)
  return found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
})

it('refuses what the guard would refuse, by its name too, and lets the rest pass', async () => {
  for (const [address, code] of [
    ['https://news.example/rss', undefined],
    ['https://both.example/rss', undefined],
    ['http://allowed.example/rss', undefined],
    ['http://inside.example/rss', 'private-address'],
    ['http://[::1]/', 'private-address'],
    ['http://0x7f.1/', 'private-address'],
    ['https://news.example:22/', 'unusual-port'],
    ['https://nowhere.example/', 'no-such-server'],
    ['https://me:secret@news.example/', 'address-with-user'],
    ['ftp://news.example/', 'other-protocol'],
    ['news', 'no-address'],
  ] as const) {
    expect({ [address]: (await refusalOf(address))?.code }).toEqual({ [address]: code })
  }
})
