import { decodeXML } from 'entities'

// No character of XML 1.0.
const mark = '\u0001'
const place = new RegExp(`${mark}(\\d+)${mark}`, 'g')
const onePlace = new RegExp(`^${place.source}$`)
const minLength = 100
const start = /<((?:content:)?encoded|description)>(<!\[CDATA\[)?/g
/** What is decoded as XML defines it; anything else is left to the parser to complain about. */
const oddEntity = /&(?!(?:lt|gt|amp|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/i

/**
 * Takes the long texts of a feed out, since the parser under rss-parser looks at them character by
 * character. `restore` gives back what an element holds for what the parser gave. Takes time linear
 * in the text.
 */
export function setLongTextsAside(text: string): { text: string; restore(value: string): string } {
  if (text.includes(mark)) return { text, restore: (value) => value }
  const aside: string[] = []
  let rest = ''
  let taken = 0
  for (const { from, to } of longTexts(text)) {
    rest += `${text.slice(taken, from)}${mark}${aside.push(text.slice(from, to)) - 1}${mark}`
    taken = to
  }
  const source = (number: string | undefined) => aside[Number(number)] ?? ''
  return {
    text: rest + text.slice(taken),
    restore(value) {
      if (!value.includes(mark)) return value
      const [whole, number] = onePlace.exec(value) ?? []
      if (whole) return unpack(source(number))
      // It stood within a larger section of character data, where nothing is decoded.
      return value.replace(place, (_, number: string) => source(number))
    },
  }
}

function* longTexts(text: string): Generator<{ from: number; to: number }> {
  start.lastIndex = 0
  for (let tag = start.exec(text); tag; tag = start.exec(text)) {
    const [whole, name = '', section = ''] = tag
    const from = tag.index + whole.length - section.length
    const end = text.indexOf(section ? ']]>' : '<', start.lastIndex)
    if (end === -1) return
    const to = section ? end + 3 : end
    start.lastIndex = to
    if (to - from < minLength || !text.startsWith(`</${name}>`, to)) continue
    if (section || !oddEntity.test(text.slice(from, to))) yield { from, to }
  }
}

function unpack(source: string): string {
  return source.startsWith('<![CDATA[') ? source.slice(9, -3) : decodeXML(source)
}
