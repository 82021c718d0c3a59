/** What an admin allows to be read though it is private or on an unusual port. */
export type AllowedAddress =
  /** A name or an IP address as a URL's hostname has it, IPv6 without brackets; any port if null. */
  | { kind: 'host'; host: string; port: number | null }
  | { kind: 'range'; network: string; bits: number }

/**
 * Reads `host`, `host:port`, an IP address (IPv6 also in brackets, which a port needs) or a CIDR
 * range; null for anything else.
 */
export function readAllowedAddress(entry: string): AllowedAddress | null {
  const [, network, length] = /^(.+)\/(\d{1,3})$/.exec(entry) ?? []
  if (network) {
    const bits = Number(length)
    const most = /^(?:\d{1,3}\.){3}\d{1,3}$/.test(network) ? 32 : network.includes(':') ? 128 : -1
    const ip = bits <= most ? hostname(bracketed(network)) : null
    return ip === null ? null : { kind: 'range', network: ip, bits }
  }
  const [, name = '', digits] =
    /^(\[[^\]]*\]|[\p{L}\p{N}._-]+)(?::(\d{1,5}))?$/u.exec(bracketed(entry)) ?? []
  const host = hostname(name)
  const port = digits === undefined ? null : Number(digits)
  if (host === null || port === 0 || (port ?? 0) > 65_535) return null
  return { kind: 'host', host, port }
}

function bracketed(text: string): string {
  return /^[\da-f.]*:[\da-f.]*:[\da-f.:]*$/i.test(text) ? `[${text}]` : text
}

// As the address of a feed spells it: in small letters, numbers and IPv6 in one form.
function hostname(text: string): string | null {
  return URL.parse(`http://${text}`)?.hostname.replace(/^\[|\]$/g, '') || null
}
