import { createMemory } from '../../lib/memory.ts'
import { withoutControls } from '../../text/controls.ts'

/**
 * A piece of a message in Telegram's HTML (https://core.telegram.org/bots/api#html-style) with what
 * it costs against Telegram's limits. Built only by the functions below, so everything in it is escaped.
 */
export type Fragment = Cost & { html: string }

/** `units` are the UTF-16 units of a text after parsing, `bytes` those of its HTML in UTF-8. */
export type Cost = { units: number; entities: number; bytes: number }

/** The same headlines and names stand in many chats' digests: what was made of them is kept. */
const remembering = createMemory(50_000)

/** Foreign words. Nothing in them becomes a link: no address, no name, no command. */
export const text: (words: string) => Fragment = remembering((words) =>
  verbatim(withoutControls(words).replace(linkable, `$&${wordJoiner}`)),
)

/** Words in which Telegram may find addresses and commands: our own, or those of whoever reads them. */
export function verbatim(words: string): Fragment {
  const clean = withoutControls(words)
  const html = escapeHtml(clean)
  return {
    html,
    units: clean.length,
    entities: clean.match(detected)?.length ?? 0,
    bytes: Buffer.byteLength(html),
  }
}

// Where Telegram finds a link by itself: before a name, a command, an address with its scheme, and the
// last part of a host's name or of an IPv4 address.
const linkable =
  /@(?=\w)|(?<![\w/<>])\/(?=\w)|:(?=\/\/)|(?<=[\p{L}\p{N}_-])\.(?=\p{L}{2}|xn--|\d+\.\d)/gu
/** Invisible; no part of an address to Telegram (https://github.com/tdlib/td, MessageEntity.cpp). */
export const wordJoiner = '\u2060'
// What Telegram would mark by itself: tags, names, commands, money, addresses, numbers. Counted generously.
const detected = /[#$@/][\p{L}\p{N}_]|[\p{L}\p{N}]\.\p{L}|:\/\/|\d{6,}/gu

export function concat(...parts: Fragment[]): Fragment {
  let html = ''
  for (const part of parts) html += part.html
  return withCost(html, costOf(parts))
}

/** Each property by its name: objects that are made alike are read faster, and there are hundreds for each digest. */
function withCost(html: string, { units, entities, bytes }: Cost): Fragment {
  return { html, units, entities, bytes }
}

/** The same in one string from the first: added up, a long one is a tree of its parts until somebody reads it. */
export function join(parts: readonly Fragment[]): Fragment {
  return withCost(parts.map(({ html }) => html).join(''), costOf(parts))
}

export function costOf(parts: readonly Cost[]): Cost {
  const sum = { units: 0, entities: 0, bytes: 0 }
  for (const { units, entities, bytes } of parts) {
    sum.units += units
    sum.entities += entities
    sum.bytes += bytes
  }
  return sum
}

export function bold(inner: Fragment): Fragment {
  return wrap('<b>', inner, '</b>')
}

export function italic(inner: Fragment): Fragment {
  return wrap('<i>', inner, '</i>')
}

/**
 * Foreign words that lead to an http(s) address; mere words for any other. Where the words name
 * another host than the one they lead to, that one is named behind them.
 */
export function link(words: string, url: string): Fragment {
  return knownLink(`${url}\n${words}`)
}

const knownLink = remembering((both) => {
  const [url = ''] = both.split('\n', 1)
  return makeLink(both.slice(url.length + 1), url)
})

function makeLink(words: string, url: string): Fragment {
  const target = URL.parse(url)
  if (target?.protocol !== 'http:' && target?.protocol !== 'https:') return text(words)
  // Who logs in stands before the host, as if it were one.
  if (target.username || target.password) {
    target.username = ''
    target.password = ''
  }
  const host = target.hostname
  // Telegram shows no link without anything to see in it.
  const shown = visible.test(words) ? words : host
  const named = namesOtherHost(shown, host) ? `${shown} (${lastOf(host)})` : shown
  // Within a link Telegram finds nothing else.
  const inner = { ...verbatim(named), entities: 0 }
  return wrap(`<a href="${escapeHtml(target.href)}">`, inner, '</a>')
}

const visible = /[\p{L}\p{N}\p{P}\p{S}]/u
// Tried once for each name: from its middle it would be looked through again and again.
const hostName =
  /(?<![\p{L}\p{N}_-])[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.(?:\p{L}{2,}|xn--[\w-]+)/gu

function namesOtherHost(words: string, host: string): boolean {
  const written = words.replace(/\p{Cf}/gu, '')
  return written.match(hostName)?.some((name) => !isSameHost(name, host)) ?? false
}

/** `news.example` and `www.news.example` are one, in any spelling. */
function isSameHost(name: string, host: string): boolean {
  const named = URL.parse(`http://${name}`)?.hostname ?? name
  return `.${host}`.endsWith(`.${named}`) || `.${named}`.endsWith(`.${host}`)
}

/** The end of a host's name tells whose it is. */
function lastOf(host: string): string {
  return host.length > 60 ? `…${host.slice(-59)}` : host
}

/** A quotation that shows three lines until it is opened. */
export function expandableQuote(inner: Fragment): Fragment {
  return wrap('<blockquote expandable>', inner, '</blockquote>')
}

function wrap(open: string, inner: Fragment, close: string): Fragment {
  return {
    html: open + inner.html + close,
    units: inner.units,
    entities: inner.entities + 1,
    bytes: inner.bytes + Buffer.byteLength(open) + close.length,
  }
}

/** Escapes for Telegram's HTML, in text and in quoted attributes. */
function escapeHtml(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
