import { unspaced } from '../words.ts'
import type { DateWords } from './date-words.ts'
import { foldWords } from './fold.ts'

/** How some languages tell how long ago something was. */
export type AgoWords = {
  /** `vor 2 Stunden`, `2 hours ago`: for each pair of words around, what stands between them. */
  spans: readonly Span[]
  /** What is said in no numbers: `just now`, `avant-hier`. */
  phrases: ReadonlyMap<string, DateWords>
}

type Span = {
  /** Anchored; its first group is the length, in pieces that `piece` finds: a count, if any, and a unit. */
  whole: RegExp
  piece: RegExp
  minutesIn: ReadonlyMap<string, number>
}

const unitMinutes = {
  second: 1 / 60,
  minute: 1,
  hour: 60,
  day: 1440,
  week: 7 * 1440,
  month: 30 * 1440,
  year: 365 * 1440,
}
// How units are clipped beside what CLDR knows.
const clipped: Record<string, Record<string, number>> = {
  ago: {
    m: 1,
    min: 1,
    mins: 1,
    h: 60,
    hr: 60,
    hrs: 60,
    d: 1440,
    w: 10080,
    wk: 10080,
    wks: 10080,
    mo: 43200,
    mos: 43200,
    y: 525600,
    yr: 525600,
    yrs: 525600,
  },
  тому: { хв: 1, год: 60, дн: 1440, тиж: 10080, міс: 43200 },
  назад: { мин: 1, ч: 60, дн: 1440, нед: 10080, мес: 43200 },
}
const now =
  `just now|moments ago|a moment ago|seconds ago|a few seconds ago|a few minutes ago|less than a minute ago
  |щойно|тільки що|только что|gerade eben|soeben|à l'instant|ahora mismo|hace un momento|hace unos segundos|agora mesmo
  |proprio ora|przed chwilą|právě teď|az önce|刚刚|剛剛|たった今|방금|방금 전|vừa xong|الآن|akkurat nå|just nu|lige nu|zojuist|juuri nyt`
    .replace(/\s*\n\s*/g, '')
    .split('|')
const halfHour = ['half an hour ago', 'півгодини тому', 'пів години тому', 'полчаса назад']
const one =
  'an?|one|eine[mnr]?|ein|une?|una|uno|uma?|ett?|en|een|één|jedn[aouą]|jeden|bir|egy|yksi|одн[аеоу]|один|unha'

// What stands around a span beside what CLDR knows.
const aliases = [
  ['قبل#', 'منذ#'],
  ['há#', '#atrás'],
  ['hace#', '#atrás'],
  ['#yang lalu', '#lalu'],
  ['för#sedan', '#sedan'],
  ['for#siden', '#siden'],
  ['il y a#', 'depuis#'],
] as const

const known = new Map<string, AgoWords>()

/** The words by which a language (BCP 47) tells how long ago something was, from Unicode CLDR. */
export function agoWords(languages: string[]): AgoWords {
  const key = languages.join()
  let words = known.get(key)
  if (!words) {
    words = { spans: spansOf(languages), phrases: new Map(languages.flatMap(phrasesOf)) }
    known.set(key, words)
  }
  return words
}

/** What stands at a place of a folded text of how long ago something was, and where that ends; null for nothing. */
export function readAgo(
  folded: string,
  at: number,
  { spans, phrases }: AgoWords,
): { words: DateWords; end: number } | null {
  for (const [phrase, words] of phrases) {
    const end = at + phrase.length
    if (folded.startsWith(phrase, at) && !/^[\p{L}\p{M}\d]/u.test(folded.slice(end, end + 2))) {
      return { words, end }
    }
  }
  for (const { whole, piece, minutesIn } of spans) {
    whole.lastIndex = at
    const length = whole.exec(folded)?.[1]
    if (length === undefined) continue
    const minutes = [...length.matchAll(piece)].map(
      ([, count, unit = '']) => (Number(count) || 1) * (minutesIn.get(unit) ?? 0),
    )
    const minutesAgo = Math.round(minutes.reduce((a, b) => a + b, 0))
    return { words: { minutesAgo }, end: whole.lastIndex }
  }
  return null
}

function spansOf(languages: string[]): Span[] {
  const units = new Map<string, Map<string, number>>()
  for (const language of languages) {
    for (const { before, after, unit, minutes } of templatesOf(language)) {
      const around = `${before}#${after}`
      let known = units.get(around)
      if (!known) {
        known = new Map(Object.entries(clipped[after] ?? {}))
        units.set(around, known)
      }
      if (!known.has(unit)) known.set(unit, minutes)
    }
  }
  for (const [around, other] of aliases) {
    const known = units.get(around)
    if (known) units.set(other, known)
  }
  return [...units].map(([around, minutesIn]) => {
    const [before = '', after = ''] = around.split('#').map(RegExp.escape)
    const isSpaced = !unspaced.test(around)
    const names = [...minutesIn.keys()].sort((a, b) => b.length - a.length).map(RegExp.escape)
    const unit = `(?:${names.join('|')})${isSpaced ? String.raw`(?![\p{L}\p{M}])\.?` : ''}`
    const first = isSpaced ? String.raw`(?:\d{1,3} ?|(?:${one}) )?` : String.raw`\d{1,3} ?`
    const more = String.raw`(?:,? (?:\p{L}{1,3} )?\d{1,3} ?${unit})*`
    const begin = isSpaced ? String.raw`(?<![\p{L}\p{M}])` : ''
    const end = isSpaced ? String.raw`(?![\p{L}\p{M}])` : ''
    return {
      whole: new RegExp(`${before && `${before} ?`}(${first}${unit}${more}) ?${after}${end}`, 'uy'),
      piece: new RegExp(`${begin}(?:(\\d{1,3}) ?|(?:${one}) )?(${names.join('|')})${end}`, 'gu'),
      minutesIn,
    }
  })
}

type Template = { before: string; after: string; unit: string; minutes: number }

/** How a language tells spans: `vor # Stunden` is one of hours, with `vor` before and nothing after. */
function templatesOf(language: string): Template[] {
  return (['long', 'short', 'narrow'] as const).flatMap((style) => {
    const all = spoken(language, style).filter(({ parts }) => parts.length === 2)
    const textsOf = (...units: string[]) =>
      all.filter(({ unit }) => units.includes(unit)).map(({ parts }) => parts[1] ?? '')
    // A few languages have another word for short spans, or for long ones.
    const ends = [
      sharedEnd(textsOf('minute', 'hour', 'day')),
      sharedEnd(textsOf('minute', 'hour')),
      sharedEnd(textsOf('week', 'month', 'year')),
    ]
    return all.flatMap(({ parts: [before = '', text = ''], minutes }) => {
      const after = ends.find((end) => text.endsWith(end)) ?? ''
      const unit = text
        .slice(0, text.length - after.length)
        .trim()
        .replace(/\.$/, '')
      // Without words around it is no more than a length.
      return unit && /\p{L}/u.test(before + after) ? [{ before, after, unit, minutes }] : []
    })
  })
}

/** What Unicode CLDR says of one and more of each unit, the texts before and after the number; one text where it is in words. */
function spoken(language: string, style: Intl.RelativeTimeFormatStyle) {
  const format = new Intl.RelativeTimeFormat(language, { style })
  return Object.entries(unitMinutes).flatMap(([unit, minutes]) =>
    [1, 2, 3, 5, 11].map((count) => {
      const parts = format.formatToParts(-count, unit as keyof typeof unitMinutes)
      const words = foldWords(
        parts.map(({ type, value }) => (type === 'literal' ? value : '#')).join(''),
      )
      // In Hebrew the number of a dual is added in brackets.
      const texts = words
        .replace(/ ?\(#\)/, '')
        .split('#')
        .map((text) => text.trim())
      return { parts: texts, unit, minutes, count }
    }),
  )
}

function phrasesOf(language: string): [string, DateWords][] {
  const inWords = (['long', 'short'] as const).flatMap((style) =>
    spoken(language, style).flatMap(({ parts, minutes, count }): [string, DateWords][] =>
      parts.length === 1 && parts[0]
        ? [[parts[0], { minutesAgo: Math.round(minutes * count) }]]
        : [],
    ),
  )
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const days = [0, 1, 2].flatMap((daysAgo): [string, DateWords][] => {
    const name = foldWords(relative.format(-daysAgo, 'day'))
    return /[ -]/.test(name) && !/\d/.test(name) ? [[name, { daysAgo }]] : []
  })
  return [
    ...days,
    ...inWords,
    ...now.map((phrase): [string, DateWords] => [foldWords(phrase), { minutesAgo: 0 }]),
    ...halfHour.map((phrase): [string, DateWords] => [phrase, { minutesAgo: 30 }]),
  ]
}

/** The words with which all texts end: whole ones, but in scripts without spaces. */
function sharedEnd(texts: string[]): string {
  const [first = ''] = texts
  let end = first
  for (const text of texts) while (!text.endsWith(end)) end = end.slice(1)
  if (end === '' || unspaced.test(end)) return end.trim()
  const isWhole = texts.every(
    (text) => text.length === end.length || text.at(-end.length - 1) === ' ' || end.startsWith(' '),
  )
  return isWhole ? end.trim() : end.replace(/^\S* ?/, '').trim()
}
