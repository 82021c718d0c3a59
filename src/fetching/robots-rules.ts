/** Rules of a robots.txt (RFC 9309) that are for one crawler. */
export type RobotsRules = {
  /** Whether the path of a URL, with its query, may be read. */
  allows(path: string): boolean
  /** How many letters are held. */
  size: number
}

type Rule = { pattern: string; allows: boolean }

/** More than RFC 9309, 2.5 asks for; what comes after is not read. */
const mostLetters = 512 * 1024
const longestPattern = 2000
/** Each costs a search through the path. */
const mostStars = 1000

/**
 * Reads the groups that name `token`, else those that are for all. By hand: the parser of npm keeps
 * every rule for every name of its group, so that half a megabyte becomes millions of rules.
 */
export function readRobotsRules(text: string, token: string): RobotsRules {
  const own: Rule[] = []
  const all: Rule[] = []
  let isNamed = false
  let names = new Set<string>()
  let isHead = false
  for (const line of text.slice(0, mostLetters).split(/[\r\n]+/)) {
    const [key, value] = readLine(line)
    if (key === 'user-agent') {
      if (!isHead) names = new Set()
      isHead = true
      const [name = ''] = /^(?:\*|[a-z_-]+)/.exec(value.toLowerCase()) ?? []
      names.add(name)
      isNamed ||= name === token.toLowerCase()
    } else if (key === 'allow' || key === 'disallow') {
      isHead = false
      if (value === '' || value.length > longestPattern) continue
      const rule = { pattern: normalise(value), allows: key === 'allow' }
      if (names.has(token.toLowerCase())) own.push(rule)
      if (names.has('*')) all.push(rule)
    }
  }
  const rules = withinStars(isNamed ? own : all)
  return {
    allows(path) {
      const asked = normalise(path)
      let best: Rule = { pattern: '', allows: true }
      for (const rule of rules) {
        const longer = rule.pattern.length - best.pattern.length
        if (longer < 0 || (longer === 0 && !rule.allows)) continue
        if (matches(rule.pattern, asked)) best = rule
      }
      return best.allows
    },
    size: rules.reduce((sum, { pattern }) => sum + pattern.length, 0),
  }
}

function readLine(line: string): [key: string, value: string] {
  const [words = ''] = line.split('#', 1)
  const colon = words.indexOf(':')
  return [words.slice(0, Math.max(colon, 0)).trim().toLowerCase(), words.slice(colon + 1).trim()]
}

function withinStars(rules: Rule[]): Rule[] {
  let stars = 0
  return rules.filter(({ pattern }) => {
    stars += pattern.split('*').length - 1
    return !pattern.includes('*') || stars <= mostStars
  })
}

// In one spelling, whatever was percent-encoded (RFC 9309, 2.2.2).
function normalise(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0080-\u{10ffff}]+/gu, encodeURIComponent)
    .replace(/%[\da-f]{2}/gi, (code) => {
      const letter = String.fromCharCode(Number.parseInt(code.slice(1), 16))
      return /[\w.~-]/.test(letter) ? letter : code.toUpperCase()
    })
}

/** `*` stands for any letters; the rest of a path is free, but for a `$` at the end. */
function matches(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$')
  const [start = '', ...parts] = (isWhole ? pattern.slice(0, -1) : pattern).split('*')
  if (!path.startsWith(start)) return false
  const end = isWhole ? parts.pop() : undefined
  let at = start.length
  for (const part of parts) {
    const found = path.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  if (!isWhole) return true
  if (end === undefined) return at === path.length
  return path.length - end.length >= at && path.endsWith(end)
}
