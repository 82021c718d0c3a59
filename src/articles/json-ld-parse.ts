// A string, a comment of either kind, or what XHTML wraps scripts in. Each takes what it began whole, also
// where nothing ends it, so that no text is gone through twice.
const noise =
  /"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*|<!--|-->|<!\[CDATA\[|\]\]>|\p{Cc}+/gu
const trailingComma = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|,(?=\s*[}\]])/gu

/**
 * What a script of JSON-LD holds, as browsers and search engines take it: in CDATA or in a comment, with
 * comments, trailing commas, raw line breaks inside strings, or a semicolon at its end. Null for what is
 * no JSON all the same.
 */
export function parseJsonLd(script: string): unknown {
  return parse(script) ?? parse(withoutNoise(script))
}

function parse(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    return null
  }
}

function withoutNoise(script: string): string {
  return script
    .replace(/^[^{["/<]{0,20}/, '')
    .replace(noise, (found) => (found[0] === '"' ? found.replace(/\p{Cc}+/gu, ' ') : ' '))
    .replace(trailingComma, (found) => (found[0] === '"' ? found : ''))
    .replace(/[;\s]+$/, '')
}
