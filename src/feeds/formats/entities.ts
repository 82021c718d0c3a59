// Of one name a feed needs a few letters, and of all a page: more is an attack (XML 1.0, 4.4; "billion laughs").
const maxEntities = 200
const maxLength = 1000
const mostGrowth = 64 * 1024

const declaration =
  /<!ENTITY\s+([\p{L}_][\p{L}\p{N}_.-]{0,60})\s+(?:"([^"]{0,1000})"|'([^']{0,1000})')\s*>/gu
const reference = /&([\p{L}_][\p{L}\p{N}_.-]{0,60});/gu
// These have their meaning whatever a feed says.
const predefined = new Set(['amp', 'lt', 'gt', 'quot', 'apos'])

/**
 * A feed's text with the entities that its own document type declares in place (`prolog` is what precedes
 * its root element), as far as that adds no more than 64 KB. Those of other documents are never fetched.
 */
export function expandEntities(text: string, prolog: string): string {
  const entities = readEntities(prolog)
  if (entities.size === 0) return text
  let growth = 0
  const expand = (words: string) =>
    words.replace(reference, (found, name: string) => {
      const value = entities.get(name)
      if (value === undefined || growth > mostGrowth) return found
      growth += value.length
      return value
    })
  let expanded = ''
  let from = 0
  while (from < text.length) {
    const section = text.indexOf('<![CDATA[', from)
    const end = section === -1 ? -1 : text.indexOf(']]>', section)
    // A section that never ends is none.
    if (end === -1) return expanded + expand(text.slice(from))
    expanded += expand(text.slice(from, section)) + text.slice(section, end)
    from = end
  }
  return expanded
}

/** The values by their names; those within a value are in place, where they were declared before. */
function readEntities(prolog: string): Map<string, string> {
  const entities = new Map<string, string>()
  if (!/<!DOCTYPE[^>[]{0,500}\[/i.test(prolog)) return entities
  for (const [, name = '', double, single = ''] of prolog.matchAll(declaration)) {
    if (entities.size >= maxEntities) break
    const value = (double ?? single).replace(
      reference,
      (found, inner: string) => entities.get(inner) ?? found,
    )
    if (!predefined.has(name) && !entities.has(name) && value.length <= maxLength)
      entities.set(name, value)
  }
  return entities
}
