import { getDomain } from 'tldts'

/**
 * What one owner holds of a host's name, by the Public Suffix List: `example.co.uk` of
 * `news.example.co.uk`; the host itself where it is an IP address or such a suffix.
 */
export function registrableDomain(host: string): string {
  return getDomain(host, { allowPrivateDomains: true }) ?? host
}
