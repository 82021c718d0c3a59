// No character of XML 1.0.
const mark = '\u0001'
const place = new RegExp(`${mark}(\\d+)${mark}`, 'g')
const minLength = 100
const start = /<(?:(?:content:)?encoded|description)>(<!\[CDATA\[)?/g

/**
 * Takes the long texts of a feed out, since an XML parser looks at them character by character.
 * `restore` puts them back into what a parser gave undecoded. Takes time linear in the text.
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
  return {
    text: rest + text.slice(taken),
    restore: (value) =>
      value.includes(mark)
        ? value.replace(place, (_, number: string) => aside[Number(number)] ?? '')
        : value,
  }
}

function* longTexts(text: string): Generator<{ from: number; to: number }> {
  start.lastIndex = 0
  for (let tag = start.exec(text); tag; tag = start.exec(text)) {
    const from = start.lastIndex
    const to = text.indexOf(tag[1] ? ']]>' : '<', from)
    if (to === -1) return
    start.lastIndex = to
    if (to - from >= minLength) yield { from, to }
  }
}
