import type { FeedFormat } from '../../domain/feed.ts'

/** Where a well-known site keeps the feed, or the list of headlines, of one of its pages. */
export type KnownSource = { url: string; format: FeedFormat }

type Rule = (url: URL, path: string[]) => string | null

// Each rule knows the hosts it speaks of; the first that answers holds.
const rules: readonly { hosts: RegExp; format: FeedFormat; rule: Rule }[] = [
  { hosts: /^(?:(?:www|m|music)\.)?youtube\.com$/, format: 'feed', rule: youtube },
  { hosts: /^(?:\w+\.)?reddit\.com$/, format: 'feed', rule: reddit },
  { hosts: /^(?:www\.)?github\.com$/, format: 'feed', rule: github },
  { hosts: /^(?:t|telegram)\.me$/, format: 'listing', rule: telegram },
  { hosts: /./, format: 'feed', rule: mastodon },
]

/**
 * The source that belongs to an address by the rules of its site, without asking it; null where the
 * page itself has to be read. Pages of Mastodon are known by their form alone, so that may be wrong.
 */
export function knownSource(address: string): KnownSource | null {
  const url = URL.parse(address)
  if (!url) return null
  const path = url.pathname.split('/').filter(Boolean)
  const found = rules.find(({ hosts }) => hosts.test(url.hostname))
  const source = found?.rule(url, path)
  return found && source ? { url: source, format: found.format } : null
}

/** The feed of a YouTube channel from the source of its page: a handle does not tell its number. */
export function feedOfYoutubePage(html: string, address: string): string | null {
  if (!rules[0]?.hosts.test(URL.parse(address)?.hostname ?? '')) return null
  const id = /"(?:externalId|channelId)":"(UC[\w-]{22})"|\/channel\/(UC[\w-]{22})"/.exec(html)
  return id ? youtubeFeed('channel_id', id[1] ?? id[2] ?? '') : null
}

function youtube(url: URL, [first, second]: string[]): string | null {
  const list = url.searchParams.get('list')
  if (list && (first === 'playlist' || first === 'watch')) return youtubeFeed('playlist_id', list)
  if (!second) return null
  if (first === 'channel') return youtubeFeed('channel_id', second)
  return first === 'user' ? youtubeFeed('user', second) : null
}

function youtubeFeed(kind: string, id: string): string {
  return `https://www.youtube.com/feeds/videos.xml?${kind}=${encodeURIComponent(id)}`
}

function reddit(url: URL, path: string[]): string | null {
  if (!/^(?:r|u|user)$/.test(path[0] ?? '') || !path[1]) return null
  if (/\.rss$/.test(url.pathname)) return null
  return `https://www.reddit.com/${path.join('/')}/.rss${url.search}`
}

// https://docs.github.com/en/rest/activity/feeds and the pages' own links.
function github(url: URL, path: string[]): string | null {
  const [owner, name, page, ...rest] = path
  if (!owner || url.pathname.endsWith('.atom')) return null
  if (
    /^(?:about|explore|features|login|marketplace|orgs|search|settings|sponsors|topics|trending)$/.test(
      owner,
    )
  ) {
    return null
  }
  if (!name) return `https://github.com/${owner}.atom`
  const repository = `https://github.com/${owner}/${name.replace(/\.git$/, '')}`
  switch (page) {
    case undefined:
    case 'releases':
      return `${repository}/releases.atom`
    case 'tags':
      return `${repository}/tags.atom`
    case 'discussions':
      return `${repository}/discussions.atom`
    case 'commits':
      return rest.length > 0
        ? `${repository}/commits/${rest.join('/')}.atom`
        : `${repository}/commits.atom`
    default:
      return null
  }
}

function telegram(_url: URL, path: string[]): string | null {
  const name = path[0] === 's' ? path[1] : path[0]
  if (/^(?:joinchat|addstickers|addlist|share|proxy|socks|iv|login)$/.test(name ?? '')) return null
  return /^[a-z]\w{3,31}$/i.test(name ?? '') ? `https://t.me/s/${name}` : null
}

function mastodon(url: URL, path: string[]): string | null {
  const [name, ...more] = path
  return more.length === 0 && /^@\w+$/.test(name ?? '') ? `${url.origin}/${name}.rss` : null
}
