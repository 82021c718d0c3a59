/** An element as xml2js would give it: its text alone, or an object with `_` for text, `$` for attributes. */
export type Node = unknown

/** The text of an element without elements; '' for one that has some, as their order is lost. */
export function textOf(node: Node): string {
  if (typeof node === 'string') return node.trim()
  if (!isObject(node) || typeof node._ !== 'string' || hasMarkup(node)) return ''
  return node._.trim()
}

/** The texts of those elements that have any. */
export function textsOf(nodes: Node[] | undefined): string[] {
  return nodes?.map(textOf).filter((text) => text !== '') ?? []
}

/** Attributes by their names in lower case; also takes the bare attributes of an element. */
export function attributesOf(node: Node): Record<string, string> {
  if (!isObject(node)) return {}
  return (isObject(node.$) ? node.$ : node) as Record<string, string>
}

/** The child elements of a name, which are spelled in capitals. */
export function childrenOf(node: Node, name: string): Node[] {
  const children = isObject(node) ? node[name.toUpperCase()] : undefined
  return Array.isArray(children) ? children : []
}

export function hasMarkup(node: Node): boolean {
  return isObject(node) && Object.keys(node).some((key) => key !== '_' && key !== '$')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
