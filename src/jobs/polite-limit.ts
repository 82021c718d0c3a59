import pLimit from 'p-limit'

/** Runs work that asks the host of `url`, as soon as its turn comes. */
export type PoliteLimit = <T>(url: string, work: () => Promise<T>) => Promise<T>

/** Holds to so many pieces of work at once for each host, and in all. */
export function politeLimit({ perHost, inAll }: { perHost: number; inAll: number }): PoliteLimit {
  const all = pLimit(inAll)
  const hosts = new Map<string, ReturnType<typeof pLimit>>()
  return (url, work) => {
    const host = URL.parse(url)?.hostname ?? ''
    const limit = hosts.get(host) ?? pLimit(perHost)
    hosts.set(host, limit)
    // The host's turn first: one slow host must not fill all places with its queue.
    return limit(() => all(work))
  }
}
