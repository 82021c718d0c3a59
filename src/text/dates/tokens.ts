import { readAgo } from './ago.ts'
import { type DateWords, joinDateWords } from './date-words.ts'
import { foldForms, nameKey } from './fold.ts'
import type { DateNames } from './names.ts'
import { readZone } from './zones.ts'

// Words that stand around dates and times and mean nothing to them.
const filler = new Set(
  `a about all almost around at by date for from in latest news o'clock of on over posted published released
   since the time to updated added last modified created issued written nearly approximately hrs
   р рік року за від на о об у новини новина стрічка усі всі опубліковано оновлено додано створено близько дата час
   г год года от в во новости лента все опубликовано обновлено добавлено создано около дата время
   ca circa etwa rund am um uhr den der die das vom stand veröffentlicht aktualisiert erstellt
   le à il y environ publié publie mis jour mise h heures heure du
   el la las los a hace las hs hora horas publicado actualizado creado fecha aproximadamente unos unas sobre
   em às as há cerca atualizado data il lo alle ore pubblicato aggiornato circa fa del dal
   op om uur u geplaatst gepubliceerd bijgewerkt ongeveer
   kl klo klockan klokken den d publicerad publicerat uppdaterad publisert oppdatert udgivet opdateret julkaistu päivitetty
   dnia dn godz godzina opublikowano aktualizacja dodano ok około v ve dne hod publikováno aktualizováno ob
   tarih saat tarihi yayınlanma güncelleme eklenme ora la data publicat actualizat
   ngày lúc thứ năm cập nhật đăng vào pukul pkl diterbitkan tanggal wib
   発表 公開 更新 掲載 配信 公開日 更新日 発布 发布 发布于 发表于 更新于 来源 日期 时间 時間 입력 수정 승인 등록
   نشر بتاريخ في الساعة تاريخ`.split(/\s+/),
)

type Read = (match: RegExpExecArray, names: DateNames) => DateWords | null

const nothing: DateWords = {}

const clocks: readonly [RegExp, Read][] = [
  [
    /(\d{1,2})(?:[:：]| ?[hu] ?)(\d{2})(?:[:：](\d{2})(?:[.,]\d+)?)?(?!\d)(?: ?([ap])\.? ?m\.?(?!\p{L}))?/uy,
    ([, h, m, s = '0', half]) => clock(Number(h), Number(m), Number(s), half),
  ],
  [/(\d{1,2}) ?h(?![\p{L}\d])/uy, ([, h]) => clock(Number(h), 0, 0)],
  [/(\d{1,2}) ?([ap])\.? ?m\.?(?!\p{L})/uy, ([, h, half]) => clock(Number(h), 0, 0, half)],
  [
    /(\d{1,2}) ?[时時點点시](?: ?(\d{1,2}) ?[分분])?(?: ?(\d{1,2}) ?[秒초])?/uy,
    ([, h, m = '0', s = '0']) => clock(Number(h), Number(m), Number(s)),
  ],
  [
    /(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?![\d.])/y,
    ([, h, m, s = '0']) => clock(Number(h), Number(m), Number(s)),
  ],
]

// Tried in this order at each place of the text; each is anchored there and bounded.
const tokens: readonly [RegExp, Read][] = [
  [/[\s,،、，.|·•:;()[\]«»"“”–—/@~\\-]+/y, () => nothing],
  [
    /(\d{4})(?:[-/.]|\. )(\d{1,2})(?:[-/.]|\. )(\d{1,2})(?!\d)t?/y,
    ([, y, m, d]) => calendar(fullYear(y), m, d),
  ],
  [
    /(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?!\d)/y,
    ([, a, b, y], { monthFirst }) => (monthFirst ? dayFirst(b, a, y) : dayFirst(a, b, y)),
  ],
  [/(\d{1,2})[-.](\d{1,2})[-.](\d{4}|\d{2})(?!\d)/y, ([, a, b, y]) => dayFirst(a, b, y)],
  [/(\d{1,2})\. (\d{1,2})\. (\d{4})(?!\d)/y, ([, d, m, y]) => dayFirst(d, m, y)],
  // Chinese, Japanese and Korean mark the parts; some count the years of an emperor or of a republic.
  [/(\d{4}) ?[年년]/uy, ([, y]) => yearOf(y)],
  [
    /(令和|平成|民[国國]) ?(\d{1,3}|元) ?年/uy,
    ([, era = '', y]) => ({ year: (y === '元' ? 1 : Number(y)) + (eras[era] ?? 1911) }),
  ],
  [/(\d{1,2}) ?[月월]/uy, ([, m]) => monthOf(m)],
  [/(\d{1,2}) ?[日일号號]/uy, ([, d]) => dayOf(d)],
  // Vietnamese numbers its months.
  [/(?:tháng|thg) (\d{1,2})(?!\d)/y, ([, m]) => monthOf(m)],
  [/tháng (\p{L}+(?: (?:một|hai)(?!\p{L}))?)/uy, ([, m = '']) => maybe('month', vietnamese[m])],
  // Where the year comes first the month comes second, also without one.
  [
    /(\d{1,2})[-/](\d{1,2})(?![\d/-])/y,
    ([, m, d], { language }) => (/^(?:ja|ko|zh)/.test(language) ? calendar(undefined, m, d) : null),
  ],
  // Two days in one, as over a weekend: what stands there came by the second.
  [/\d{1,2} ?[-–—] ?(\d{1,2})(?= \p{L})/uy, ([, d]) => dayOf(d)],
  // 14.06, unless that can only be a time.
  [/(\d{1,2})\.(\d{2})(?!\d)/y, ([, d, m]) => calendar(undefined, m, d)],
  ...clocks,
  [/(\d{4})(?!\d)/y, ([, y]) => yearOf(y)],
  [
    /(\d{1,2})(?!\d)(?:st|nd|rd|th|er|ste|de|e|:e|º|ª|°|-?го|-?е|-?а)?(?!\p{L})/uy,
    ([, d]) => dayOf(d),
  ],
  [/(?:st|nd|rd|th)(?!\p{L})/uy, () => nothing],
  [word(), ([name = ''], { months }) => maybe('month', monthNamed(nameKey(name), months))],
  [word(), ([name = ''], { weekdays }) => maybe('weekday', weekdays.get(nameKey(name)))],
  [word(), ([name = ''], { daysAgo }) => maybe('daysAgo', daysAgo.get(nameKey(name)))],
  [word(), ([name = ''], { halves }) => maybe('half', halves.get(nameKey(name)))],
  [
    /[\p{L}\p{M}']+/uy,
    ([name = ''], { between }) => (filler.has(name) || between.has(name) ? nothing : null),
  ],
  // Written without spaces: 上午10:30, 金曜日.
  [/凌晨|清晨|早上|上午|午前|새벽|아침|오전/uy, () => ({ half: 'a' })],
  [/中午|下午|傍晚|晚[上間间]|午[後后]|오후|저녁|밤/uy, () => ({ half: 'p' })],
  [
    /(?:星期|周|週)?([一二三四五六日天月火水木金土])(?:曜日?)?(?![\p{L}])/uy,
    ([, day = '']) => maybe('weekday', hanDays[day]),
  ],
]

const vietnamese: Record<string, number> = Object.fromEntries(
  [
    'một|giêng',
    'hai',
    'ba',
    'tư',
    'năm',
    'sáu',
    'bảy',
    'tám',
    'chín',
    'mười',
    'mười một',
    'mười hai',
  ]
    .entries()
    .flatMap(([i, names]) => names.split('|').map((name) => [name, i + 1])),
)
const eras: Record<string, number> = { 令和: 2018, 平成: 1988 }
const hanDays: Record<string, number> = Object.fromEntries(
  ['一月', '二火', '三水', '四木', '五金', '六土', '日天'].flatMap((days, i) =>
    [...days].map((day) => [day, i + 1]),
  ),
)

// One each: a sticky pattern has a place of its own.
function word(): RegExp {
  return /[\p{L}\p{M}'׳״॰](?:\.?[\p{L}\p{M}'׳״॰])*/uy
}

/** A text with its forms folded, as it stands and in lower case, with all in the same places. */
export type Line = { shown: string; lower: string }

export function lineOf(text: string): Line {
  const shown = foldForms(text)
  const lower = shown.toLowerCase()
  return { shown: lower.length === shown.length ? shown : lower, lower }
}

/** What the words from a place on say, up to one that is none of a date or repeats what was said. */
export function readRun(
  { shown, lower }: Line,
  from: number,
  names: DateNames,
): { words: DateWords; end: number } {
  let words: DateWords = {}
  let end = from
  // `mar` is a day in `mar, 31 ott` and a month in `31 mar`.
  let weekday: number | undefined
  while (end < lower.length) {
    const token: Token | null =
      zoneAt(shown, end, words, names) ??
      readNext(lower, end, words, names) ??
      (weekday ? readNext(lower, end, asWeekday(words, weekday), names) : null)
    if (!token) break
    if (words.month === undefined && token.words.month !== undefined) {
      weekday = names.weekdays.get(nameKey(lower.slice(end, token.end)))
    }
    words = token.words
    end = token.end
  }
  return { words: inHalf(words), end }
}

/** The same with its time moved to the half of the day that it is in. */
function inHalf({ half, ...words }: DateWords): DateWords {
  const { hour = 0, minute = 0, second = 0 } = words.time ?? {}
  return half && words.time ? { ...words, ...clock(hour, minute, second, half) } : words
}

function asWeekday({ month: _, ...words }: DateWords, weekday: number): DateWords {
  return { ...words, weekday }
}

// Hebrew writes its `in` together with the month.
function monthNamed(name: string, months: DateNames['months']): number | undefined {
  return months.get(name) ?? (name.startsWith('ב') ? months.get(name.slice(1)) : undefined)
}

/** All that is known up to here, and where that ends. */
type Token = { words: DateWords; end: number }

function zoneAt(
  shown: string,
  at: number,
  words: DateWords,
  { language }: DateNames,
): Token | null {
  const found = words.time && !words.zone ? readZone(shown, at, language) : null
  return found && { words: { ...words, zone: found.zone }, end: found.end }
}

/** The first reading of what comes next that speaks of nothing known yet. */
function readNext(lower: string, at: number, known: DateWords, names: DateNames): Token | null {
  const ago = readAgo(lower, at, names.ago)
  const joinedAgo = ago && joinDateWords(known, ago.words)
  if (joinedAgo) return { words: joinedAgo, end: ago.end }
  for (const [pattern, read] of tokens) {
    pattern.lastIndex = at
    const match = pattern.exec(lower)
    const words = match && read(match, names)
    const joined = words && joinDateWords(known, words)
    if (joined) return { words: joined, end: pattern.lastIndex }
  }
  return null
}

/** Finds the first time of day in a text, the half of the day beside it and the zone behind; null for none. */
export function findTime({ shown, lower }: Line, names: DateNames): DateWords | null {
  for (const { index } of lower.matchAll(/(?<![\d.,:])\d{1,2}/g)) {
    for (const [pattern, read] of clocks) {
      pattern.lastIndex = index
      const match = pattern.exec(lower)
      const words = match && read(match, names)
      if (!words) continue
      const before = lower.slice(0, index).match(/\S+(?= ?$)/)?.[0] ?? ''
      const half = readNext(before, 0, nothing, names)?.words.half
      const token = zoneAt(shown, pattern.lastIndex, words, names)
      return inHalf({ ...words, ...token?.words, ...(half && { half }) })
    }
  }
  return null
}

function maybe<Name extends 'month' | 'weekday' | 'daysAgo' | 'half', Value>(
  name: Name,
  value: Value | undefined,
) {
  return value === undefined ? null : ({ [name]: value } as Record<Name, Value>)
}

// Thai years are counted from the Buddha's.
function yearOf(text = ''): DateWords | null {
  const year = fullYear(text)
  return year >= 1990 && year < 2100 ? { year } : null
}

function fullYear(text = ''): number {
  const year = Number(text.length === 2 ? `20${text}` : text)
  return year >= 2533 && year < 2643 ? year - 543 : year
}

function monthOf(text: string | undefined): DateWords | null {
  return Number(text) >= 1 && Number(text) <= 12 ? { month: Number(text) } : null
}

function dayOf(text: string | undefined): DateWords | null {
  return Number(text) >= 1 && Number(text) <= 31 ? { day: Number(text) } : null
}

// Day first, as nearly all the world writes; the other way round where only that can be.
function dayFirst(a?: string, b?: string, y?: string): DateWords | null {
  return calendar(fullYear(y), b, a) ?? calendar(fullYear(y), a, b)
}

function calendar(year: number | undefined, month?: string, day?: string): DateWords | null {
  const [named, numbered] = [monthOf(month), dayOf(day)]
  if (!named || !numbered) return null
  return { ...named, ...numbered, ...(year !== undefined && { year }) }
}

function clock(hour: number, minute: number, second: number, half?: string): DateWords | null {
  if (half && (hour < 1 || hour > 12)) return null
  const hours = half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour
  // A minute may have a leap second.
  const isTime = hours < 24 && minute < 60 && second <= 60
  return isTime ? { time: new Temporal.PlainTime(hours, minute, Math.min(second, 59)) } : null
}
