/** The prefixes by which this folder knows the namespaces of feeds; '' for RSS itself. */
const prefixes = new Map(
  Object.entries({
    'http://purl.org/rss/1.0/modules/content/': 'content',
    'http://purl.org/dc/elements/1.1/': 'dc',
    'http://purl.org/dc/elements/1.0/': 'dc',
    'http://purl.org/dc/terms/': 'dcterms',
    'http://search.yahoo.com/mrss/': 'media',
    'http://search.yahoo.com/mrss': 'media',
    'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
    'http://www.w3.org/2005/atom': 'atom',
    'http://purl.org/atom/ns#': 'atom',
    'http://purl.org/rss/1.0/modules/syndication/': 'sy',
    'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
    'http://www.w3.org/1999/xhtml': 'xhtml',
    'http://purl.org/rss/1.0/': '',
    'http://my.netscape.com/rdf/simple/0.9/': '',
    'http://channel.netscape.com/rdf/simple/0.9/': '',
    'http://backend.userland.com/rss2': '',
  }),
)

const declaration = /\bxmlns:([\w.-]+)\s*=\s*["']([^"'<>]{1,200})["']/g

/**
 * Returns a function that turns a name as the feed spells it into lower case with our prefixes. The
 * feed's declarations are taken wherever they stand, the first of each prefix.
 */
export function createNaming(text: string): (name: string) => string {
  const ours = new Map<string, string>()
  for (const [, prefix = '', uri = ''] of text.matchAll(declaration)) {
    const known = prefixes.get(uri.trim().toLowerCase())
    const spelled = prefix.toLowerCase()
    if (known !== undefined && !ours.has(spelled)) ours.set(spelled, known)
  }
  return (name) => {
    const lower = name.toLowerCase()
    const colon = lower.indexOf(':')
    if (colon === -1) return lower
    const prefix = lower.slice(0, colon)
    const ourPrefix = ours.get(prefix) ?? prefix
    return ourPrefix ? `${ourPrefix}${lower.slice(colon)}` : lower.slice(colon + 1)
  }
}
