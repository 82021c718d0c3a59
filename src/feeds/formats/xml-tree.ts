import { decodeXML } from 'entities'
import { Parser } from 'htmlparser2'
import { checkDepth } from './bounds.ts'
import { setLongTextsAside } from './long-texts.ts'
import type { Node } from './xml-node.ts'

// What follows a loose `<` is taken for a name, up to the next tag and further.
const tagName = /^[\p{L}_:][^<]*$/u
const looseTag = 'a `<` that begins no tag'

/** `inside` are its attributes under `$` and its elements under their names. */
type Element = { name: string; text: string; inside: Record<string, Node> | null }

/**
 * Reads XML into the tree that rss-parser knows from xml2js, under the name of its root. What is left
 * open ends with its parent and a loose `&` stands for itself; throws where a loose `<` has swallowed
 * words, and FeedTooLargeError. `nameOf` gives our names for those of elements; it is asked once for each spelling.
 */
export function readTree(text: string, nameOf: (spelled: string) => string): Record<string, Node> {
  const aside = setLongTextsAside(text)
  const decode = (source: string) => (source.includes('&') ? decodeXML(source) : source)
  const names = new Map<string, string>()
  const learn = (spelled: string) => {
    if (!tagName.test(spelled)) throw new Error(looseTag)
    const name = nameOf(spelled)
    names.set(spelled, name)
    return name
  }
  const tree: Record<string, Node> = {}
  const open: Element[] = []
  let isSection = false
  const parser = new Parser(
    {
      onopentag(spelled, attributes) {
        checkDepth(open.length)
        const pairs = Object.entries(attributes).map(([name, value]) => [
          attributeName(name),
          decode(aside.restore(value)),
        ])
        open.push({
          name: names.get(spelled) ?? learn(spelled),
          text: '',
          inside: pairs.length > 0 ? { $: Object.fromEntries(pairs) } : null,
        })
      },
      ontext(data) {
        const element = open.at(-1)
        if (!element) return
        const source = aside.restore(data)
        element.text += isSection ? source : decode(source)
      },
      oncdatastart() {
        isSection = true
      },
      oncdataend() {
        isSection = false
      },
      onclosetag() {
        const element = open.pop()
        if (!element) return
        const parent = open.at(-1)
        if (parent) append(parent, element)
        else tree[element.name] ??= nodeOf(element)
      },
    },
    { xmlMode: true, decodeEntities: false },
  )
  parser.end(aside.text)
  return tree
}

function attributeName(spelled: string): string {
  if (spelled.includes('<')) throw new Error(looseTag)
  return spelled.toLowerCase()
}

function append(parent: Element, child: Element): void {
  parent.inside ??= {}
  const namesakes = parent.inside[child.name]
  if (Array.isArray(namesakes)) namesakes.push(nodeOf(child))
  else parent.inside[child.name] = [nodeOf(child)]
}

function nodeOf({ text, inside }: Element): Node {
  if (!inside) return text
  if (text.trim()) inside._ = text
  return inside
}
