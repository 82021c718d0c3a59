const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }

/** The character that an HTML entity at `index` stands for; null where there is none that counts. */
export function decodeCharacter(
  html: string,
  index: number,
): { character: string; end: number } | null {
  const match = /^&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(lt|gt|amp|quot))(;?)/i.exec(
    html.slice(index, index + 12),
  )
  if (!match) return null
  const [whole, decimal, hex, name] = match
  const end = index + whole.length
  if (name) return { character: named[name.toLowerCase()] ?? '', end }
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isCharacter ? { character: String.fromCodePoint(code), end } : null
}
