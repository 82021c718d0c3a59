import RssParser from 'rss-parser'
import { relationsOf } from './link-relations.ts'
import { createNaming } from './namespaces.ts'
import type { RawFeed, RawItem } from './raw-feed.ts'
import { attributesOf, childrenOf, hasMarkup, type Node, textOf, textsOf } from './xml-node.ts'
import { readTree } from './xml-tree.ts'

type Nodes = Record<string, Node[] | undefined>
type Channel = Nodes & { items: Nodes[] }

/** Reads RSS 0.9 to 2.0, RDF ones too, with rss-parser; throws when it cannot. */
export async function readRss(text: string): Promise<RawFeed> {
  const rootTag = text.slice(0, text.indexOf('>') + 1)
  const isRdf = /^<(?:[\w.-]+:)?rdf/i.test(rootTag)
  const naming = createNaming(text)
  let { channel, otherDates } = await parser.read(text, naming, isRdf ? 'rdf:RDF' : 'rss')
  // RSS 1.0 has its items beside the channel and 2.0 within; some feeds mix them up.
  if (channel.items.length === 0 && /<(?:[\w.-]+:)?item[\s>]/i.test(text)) {
    ;({ channel, otherDates } = await parser.read(text, naming, isRdf ? 'rss' : 'rdf:RDF'))
  }
  const base = /\sxml:base\s*=\s*["']([^"']*)["']/.exec(rootTag)?.[1]
  const channelBase = attributesOf(channel.attributes)['xml:base']
  const bases = [base ?? '', channelBase ?? '']
  const dates = [
    ...dateNames,
    ...[published, updated].flatMap((form) =>
      otherDates.filter((name) => form.test(plainName(name))),
    ),
  ]
  const items = channel.items.map((item) => readItem(item, bases, dates))
  if (channel.items.some(holdsMarkup)) await fillMarkup(items, text, naming)
  return {
    format: isRdf
      ? 'rss1.0'
      : `rss${/\sversion\s*=\s*["']\s*([\d.]+)/i.exec(rootTag)?.[1] ?? '2.0'}`,
    title: firstText(channel, ['title', 'dc:title', 'itunes:title']),
    link: linkOf(channel),
    language: firstText(channel, ['language', 'dc:language']),
    bases,
    builtAt: firstText(channel, ['lastbuilddate', 'pubdate', 'dc:date']),
    ttlMinutes: ttlOf(channel),
    skipHours: childrenOf(channel.skiphours?.[0], 'hour').map((hour) => Number(textOf(hour))),
    skipDays: childrenOf(channel.skipdays?.[0], 'day').map(textOf),
    items,
  }
}

function holdsMarkup(item: Nodes): boolean {
  const fields = [
    item.title,
    item.description,
    item['content:encoded'],
    item['xhtml:body'],
    item.body,
  ]
  return fields.some((nodes) => hasMarkup(nodes?.[0]))
}

async function fillMarkup(items: RawItem[], text: string, naming: (name: string) => string) {
  const { readMarkup } = await import('./markup.ts')
  for (const [i, markup] of readMarkup(text, naming).entries()) {
    const item = items[i]
    if (!item) return
    item.title ||= markup.title ?? ''
    item.summary ||= markup.summary ?? ''
    item.content ||= markup.content ?? ''
  }
}

// rss-parser's own work on descriptions is quadratic in hostile text, and it keeps one of each field.
// Under names in capitals it knows none, and hands all over as they were read.
const known = new Set(
  `title link guid pubdate author category enclosure summary description content:encoded body
  xhtml:body fullitem dc:title dc:date dc:creator dc:author dc:subject dc:description dc:language
  dcterms:created dcterms:issued dcterms:modified atom:link atom:id atom:published atom:updated
  atom:author atom:summary atom:content itunes:title itunes:author itunes:summary media:content
  media:group media:thumbnail media:title media:description language lastbuilddate ttl skiphours
  skipdays sy:updateperiod sy:updatefrequency`.split(/\s+/),
)

/**
 * rss-parser on our own reading of XML: its xml2js looks at each character of a feed several times,
 * and gives up on feeds that are slightly broken. One serves all feeds, as making one takes long.
 */
class FeedParser extends RssParser<Channel, Nodes> {
  readonly fields: unknown[]
  xmlParser?: { parseString(xml: string, done: (error: null, tree: Node) => void): void }

  constructor() {
    const fields: unknown[] = []
    // An object at large: the library's types lack `keepArray` for the fields of a feed.
    const options: object = { defaultRSS: 2, customFields: { feed: fields, item: fields } }
    super(options)
    this.fields = fields
  }

  /** The channel, and the names of elements that are like those of dates. */
  async read(text: string, naming: (name: string) => string, root: 'rss' | 'rdf:RDF') {
    // rss-parser reads the list of fields after the XML: it need hold only those that there are.
    this.fields.splice(0, this.fields.length, ['$', 'attributes', { keepArray: true }])
    const met = new Set<string>()
    const otherDates: string[] = []
    const tagName = (spelled: string) => {
      const name = naming(spelled)
      const capitals = name.toUpperCase()
      const isRoot = name === 'rss' || name === 'rdf:rdf'
      // Once, though it may be spelled in many ways: rss-parser looks for each in every item.
      if (!met.has(name)) {
        const isOtherDate = !known.has(name) && isDate(name)
        if (isOtherDate) otherDates.push(name)
        if (isOtherDate || known.has(name)) this.fields.push([capitals, name, { keepArray: true }])
      }
      met.add(name)
      return isRoot ? root : name === 'channel' || name === 'item' ? name : capitals
    }
    this.xmlParser = { parseString: (xml, done) => done(null, readTree(xml, tagName)) }
    return { channel: await this.parseString(text), otherDates }
  }
}
const parser = new FeedParser()

function readItem(item: Nodes, channelBases: string[], dates: string[]): RawItem {
  const attributes = attributesOf(item.attributes)
  const guid = item.guid?.[0]
  const permaLink = attributesOf(guid).ispermalink?.toLowerCase()
  const id =
    textOf(guid) ||
    textOf(item['atom:id']?.[0]) ||
    attributes['rdf:about'] ||
    attributes.about ||
    ''
  const inGroups = (name: string) =>
    (item['media:group'] ?? []).flatMap((group) => textsOf(childrenOf(group, name)))
  const description = firstText(item, [
    'description',
    'dc:description',
    'atom:summary',
    'summary',
    'itunes:summary',
    'media:description',
  ])
  return {
    id,
    idIsLink: permaLink !== 'false',
    title:
      firstText(item, ['title', 'dc:title', 'media:title']) || inGroups('media:title')[0] || '',
    // A guid that is said to be a permalink may even be relative.
    link: linkOf(item) || (permaLink === 'true' && id.includes('/') ? id : ''),
    bases: [...channelBases, attributes['xml:base'] ?? ''],
    dates: allTexts(item, dates),
    authors: authorsOf(item),
    summary: description || inGroups('media:description')[0] || '',
    content: firstText(item, ['content:encoded', 'atom:content', 'xhtml:body', 'body', 'fullitem']),
    categories: [...textsOf(item.category), ...textsOf(item['dc:subject'])],
    enclosures: enclosuresOf(item),
  }
}

// Those that RSS and its modules have come first, then whatever else bears such a name.
const dateNames = [
  'pubdate',
  'dc:date',
  'dcterms:issued',
  'dcterms:created',
  'atom:published',
  'atom:updated',
  'dcterms:modified',
]
// Names without prefix, hyphens and underscores.
const published =
  /^(?:(?:pub|publish|published|publication|post|posted|issue|issued|create|created|creation|release|released)(?:date|time|datetime|on|at)(?:gmt)?|published|issued|created|posted|released|date|datetime|timestamp|date(?:published|created|issued|posted))$/
const updated =
  /^(?:last)?(?:updated?|modified|modification|changed|edited)(?:date|time|datetime|on|at)?$|^date(?:modified|updated)$/

function plainName(name: string): string {
  return name.replace(/^.*:|[_-]/g, '')
}

function isDate(name: string): boolean {
  return published.test(plainName(name)) || updated.test(plainName(name))
}

function authorsOf(item: Nodes): string[] {
  for (const name of ['dc:creator', 'dc:author', 'author', 'itunes:author']) {
    const names = textsOf(item[name])
    if (names.length > 0) return names
  }
  const persons = [...(item.author ?? []), ...(item['atom:author'] ?? [])]
  return persons.flatMap((person) =>
    ['name', 'atom:name'].flatMap((name) => textsOf(childrenOf(person, name))),
  )
}

const enclosing = ['enclosure', 'atom:link', 'media:group', 'media:content', 'media:thumbnail']

function enclosuresOf(item: Nodes): RawItem['enclosures'] {
  // Most items have none, and are many.
  if (!enclosing.some((name) => item[name])) return []
  const groups = item['media:group'] ?? []
  const within = (name: string) => [
    ...(item[name] ?? []),
    ...groups.flatMap((group) => childrenOf(group, name)),
  ]
  return [
    ...(item.enclosure ?? []).map(attributesOf),
    ...(item['atom:link'] ?? [])
      .map(attributesOf)
      .filter(({ rel }) => relationsOf(rel).includes('enclosure'))
      .map(({ href, type, length }) => ({ url: href, type, length })),
    ...within('media:content')
      .map(attributesOf)
      .map(({ url, type, filesize }) => ({ url, type, length: filesize })),
    ...within('media:thumbnail')
      .map(attributesOf)
      .map(({ url }) => ({ url })),
  ]
}

/** A link's words, or the address of an Atom link. */
function linkOf(nodes: Nodes): string {
  const words = firstText(nodes, ['link'])
  if (words) return words
  const atom = [...(nodes.link ?? []), ...(nodes['atom:link'] ?? [])].map(attributesOf)
  return atom.find(({ rel, href }) => href && relationsOf(rel).includes('alternate'))?.href ?? ''
}

const minutesOf = new Map([
  ['hourly', 60],
  ['daily', 24 * 60],
  ['weekly', 7 * 24 * 60],
  ['monthly', 30 * 24 * 60],
  ['yearly', 365 * 24 * 60],
])

/** `ttl`, or the syndication module's period divided by its frequency (RSS 1.0 Modules: Syndication). */
function ttlOf(channel: Nodes): number | null {
  const ttl = Number.parseFloat(firstText(channel, ['ttl']))
  if (ttl > 0) return ttl
  const period = minutesOf.get(firstText(channel, ['sy:updateperiod']).toLowerCase())
  const frequency = Number.parseFloat(firstText(channel, ['sy:updatefrequency'])) || 1
  return period && frequency > 0 ? period / frequency : null
}

function firstText(nodes: Nodes, names: string[]): string {
  for (const name of names) {
    const text = nodes[name]?.map(textOf).find(Boolean)
    if (text) return text
  }
  return ''
}

function allTexts(nodes: Nodes, names: string[]): string[] {
  return names.filter((name) => nodes[name]).flatMap((name) => textsOf(nodes[name]))
}
