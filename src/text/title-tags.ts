// What titles may hold of HTML: elements that are shown as what they hold, those without an end tag, and
// those that stand on a line of their own.
const known = new Set(
  `a abbr b bdi bdo big blockquote center cite code dd del div dl dt em figure figcaption font h1 h2 h3 h4 h5
   h6 i ins kbd li mark nobr ol p pre q s script small span strike strong style sub sup table tbody td th tr
   time tt u ul`.split(/\s+/),
)
const empty = new Set('br hr img input wbr'.split(' '))
/** Elements without meaning to words, or whose meaning `plainText` does not know: the tag alone is dropped. */
const isBare = (name: string) => !known.has(name) && !empty.has(name)

const tag =
  /<(?:!--.*?-->|(\/?)([a-z][a-z\d:.-]*)((?:\s+[^<>]*)?)(\/?)>|([a-z]\w*)\s+[\w-]+\s*=[^<>]*$)/gis

type Tag = { at: number; end: number; name: string; isMarkup: boolean }

/**
 * HTML of a title in which `<` is escaped where it begins no tag. Tags are markup in pairs, whatever their
 * name; alone they are it where HTML has them and nothing speaks for words: `Vec<T>`, `a <b and c> d`. In
 * words, which should hold no markup at all, only pairs are it, and breaks that are written out (`<br/>`).
 */
export function escapeWords(html: string, { within }: { within: 'html' | 'words' }): string {
  const tags = readTags(html, within)
  let escaped = ''
  let from = 0
  const words = (text: string) => text.replaceAll('<', '&lt;')
  for (const { at, end, name, isMarkup } of tags) {
    if (!isMarkup) continue
    escaped += words(html.slice(from, at)) + (isBare(name) ? '' : html.slice(at, end))
    from = end
  }
  return escaped + words(html.slice(from))
}

function readTags(html: string, within: 'html' | 'words'): Tag[] {
  const tags: Tag[] = []
  const open = new Map<string, Tag[]>()
  for (const match of html.matchAll(tag)) {
    const [whole, slash, spelled = match[5] ?? '', attributes = '', end] = match
    const name = spelled.toLowerCase()
    const read = { at: match.index, end: match.index + whole.length, name, isMarkup: false }
    tags.push(read)
    if (spelled === '' || match[5]) {
      read.isMarkup = true
    } else if (empty.has(name)) {
      read.isMarkup = within === 'html' || attributes !== '' || end !== ''
    } else if (slash) {
      const opener = open.get(name)?.pop()
      // `<div> and </div>` are named, and hold nothing.
      const isPair = opener !== undefined && (within === 'html' || html[opener.end] !== ' ')
      if (opener) opener.isMarkup ||= isPair
      read.isMarkup = isPair || (within === 'html' && known.has(name))
    } else {
      const opened = open.get(name)
      if (opened) opened.push(read)
      else open.set(name, [read])
      const before = html[read.at - 1] ?? ''
      read.isMarkup =
        within === 'html' &&
        (known.has(name) || end !== '' || /\/\s*$/.test(attributes)) &&
        isAlone(spelled, attributes, before)
    }
  }
  return tags
}

/** Whether a tag without its end tag is one of HTML, and no type or comparison. */
function isAlone(spelled: string, attributes: string, before: string): boolean {
  if (attributes.trim() !== '')
    return /^(?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=]+))+\s*\/?\s*$/.test(attributes)
  if (spelled.length === 1)
    return spelled === spelled.toLowerCase() && (spelled === 'p' || !/[\p{L}\p{N}]/u.test(before))
  return !(/^[A-Z][a-z]/.test(spelled) && /[\p{L}\p{N}]/u.test(before))
}
