/** Takes secrets out of words that are to be printed, logged or kept. */
export type Redact = (words: string) => string

/** So much of a secret tells something of it. */
const pieceLength = 8
/** What is shorter is no secret, and stands in many words. */
const leastLength = 4
const mark = '<secret>'

/** Bot tokens as @BotFather gives them, cut short or escaped, and the secret half alone. */
const tokens =
  /(?<!\d)(?:\d+(?::|%3A)[\w-]{20,}|\d{6,}(?::|%3A)(?=[\w-]*[a-z])[\w-]{8,})|\bAA[\w-]{33}(?![\w-])/gi

/** Words without anything that looks like a bot token. */
export function withoutTokens(words: string): string {
  return words.replaceAll(tokens, '<token>')
}

/** Words without the user names and passwords that stand in addresses. */
export function withoutUser(words: string): string {
  return words.replace(/([/\\]{2})[^/\\?#\s"'<>]*@/g, '$1…@').replace(/[^\s/\\"'<>]+/g, (word) => {
    const at = word.lastIndexOf('@')
    return word.slice(0, Math.max(at, 0)).includes(':') ? `…${word.slice(at)}` : word
  })
}

/**
 * Takes out what looks like a token, users in addresses, and these secrets: each as it is, escaped as
 * in an address or in JSON, in base64 wherever it begins there, and every piece of eight letters of any
 * of these, for whoever repeats a secret may have cut it short.
 */
export function createRedact(secrets: readonly string[]): Redact {
  const forms = secrets.filter(({ length }) => length >= leastLength).flatMap(formsOf)
  const short = forms.filter(({ length }) => length < pieceLength)
  const pieces = new Set<string>()
  for (const form of forms) {
    for (let i = 0; i + pieceLength <= form.length; i++) {
      pieces.add(form.slice(i, i + pieceLength).toLowerCase())
    }
  }
  return (words) => {
    let text = withoutUser(withoutTokens(words))
    for (const secret of short) text = text.replaceAll(secret, mark)
    return pieces.size === 0 ? text : withoutPieces(text, pieces)
  }
}

function withoutPieces(text: string, pieces: ReadonlySet<string>): string {
  let out = ''
  let kept = 0
  for (let i = 0; i + pieceLength <= text.length; i++) {
    if (!pieces.has(text.slice(i, i + pieceLength).toLowerCase())) continue
    let end = i + pieceLength
    while (pieces.has(text.slice(end + 1 - pieceLength, end + 1).toLowerCase())) end++
    out += text.slice(kept, i) + mark
    kept = end
    i = end - 1
  }
  return out + text.slice(kept)
}

function formsOf(secret: string): string[] {
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    ...[0, 1, 2].flatMap((offset) => base64From(secret, offset)),
  ]
}

/** The signs of base64 that depend on the secret alone where so many bytes stand before it. */
function base64From(secret: string, offset: number): string[] {
  const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)])
  const from = Math.ceil((offset * 8) / 6)
  const until = Math.floor((bytes.length * 8) / 6)
  return [bytes.toString('base64'), bytes.toString('base64url')].map((form) =>
    form.slice(from, until),
  )
}
