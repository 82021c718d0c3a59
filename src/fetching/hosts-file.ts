import type { LookupAddress } from 'node:dns'
import { readFile, stat } from 'node:fs/promises'
import { isIP } from 'node:net'
import path from 'node:path'

const systemFile =
  process.platform === 'win32'
    ? path.join('C:', 'Windows', 'System32', 'drivers', 'etc', 'hosts')
    : '/etc/hosts'

const lookAgainMs = 10_000
const mostBytes = 16 * 1024 * 1024

/** What the machine's own file of hosts says of a name; empty where it says nothing. */
export type HostsFile = (name: string) => Promise<LookupAddress[]>

/** Reads the file at need, and again when it has changed. */
export function hostsFile(file = systemFile): HostsFile {
  let hosts = new Map<string, LookupAddress[]>()
  let version = ''
  let lookedAtMs = Number.NEGATIVE_INFINITY
  const refresh = async () => {
    const { mtimeMs, size } = await stat(file)
    if (version === `${mtimeMs} ${size}` || size > mostBytes) return
    hosts = readHosts(await readFile(file, 'utf8'))
    version = `${mtimeMs} ${size}`
  }
  return async (name) => {
    if (performance.now() - lookedAtMs > lookAgainMs) {
      lookedAtMs = performance.now()
      // A system without such a file, or whose file is closed to us, has none.
      await refresh().catch(() => {})
    }
    return hosts.get(name) ?? []
  }
}

// hosts(5): an address and its names on each line.
function readHosts(text: string): Map<string, LookupAddress[]> {
  const hosts = new Map<string, LookupAddress[]>()
  for (const line of text.split('\n')) {
    const [address = '', ...names] = line.replace(/#.*/, '').trim().split(/\s+/)
    const family = isIP(address)
    if (family === 0) continue
    for (const name of names) {
      const key = name.toLowerCase()
      hosts.set(key, [...(hosts.get(key) ?? []), { address, family }])
    }
  }
  return hosts
}
