import { stemmer as ar } from '@orama/stemmers/arabic'
import { stemmer as da } from '@orama/stemmers/danish'
import { stemmer as nl } from '@orama/stemmers/dutch'
import { stemmer as fi } from '@orama/stemmers/finnish'
import { stemmer as fr } from '@orama/stemmers/french'
import { stemmer as de } from '@orama/stemmers/german'
import { stemmer as el } from '@orama/stemmers/greek'
import { stemmer as hu } from '@orama/stemmers/hungarian'
import { stemmer as it } from '@orama/stemmers/italian'
import { stemmer as no } from '@orama/stemmers/norwegian'
import { stemmer as pt } from '@orama/stemmers/portuguese'
import { stemmer as ro } from '@orama/stemmers/romanian'
import { stemmer as ru } from '@orama/stemmers/russian'
import { stemmer as es } from '@orama/stemmers/spanish'
import { stemmer as sv } from '@orama/stemmers/swedish'
import { stemmer as tr } from '@orama/stemmers/turkish'
import { stemmer as uk } from '@orama/stemmers/ukrainian'
import { stemmer as en } from 'stemmer'
import * as stop from 'stopword'
import { polishStem } from './polish-stem.ts'

/** What is known of a language: how its words are stemmed, and its stop words. */
export type Language = {
  /** ISO 639-1, or '' for all that we do not know. */
  code: string
  stem: (word: string) => string
  stopWords: ReadonlySet<string>
}

const asItIs = (word: string) => word
const language = (
  code: string,
  stopWords: string[],
  stem: Language['stem'] = asItIs,
): Language => ({
  code,
  stem,
  stopWords: new Set(stopWords.map((word) => word.toLowerCase())),
})

const unknown = language('', [])

const languages = new Map(
  [
    language('ar', stop.ara, ar),
    language('bg', stop.bul),
    language('cs', stop.ces),
    language('da', stop.dan, da),
    language('de', stop.deu, de),
    language('el', stop.ell, el),
    language('en', stop.eng, en),
    language('es', stop.spa, es),
    language('et', stop.est),
    language('fi', stop.fin, fi),
    language('fr', stop.fra, fr),
    language('hr', stop.hrv),
    language('hu', stop.hun, hu),
    language('it', stop.ita, it),
    language('ja', stop.jpn),
    language('lv', stop.lav),
    language('nl', stop.nld, nl),
    language('no', stop.nob, no),
    language('pl', stop.pol, polishStem),
    language('pt', stop.por, pt),
    language('ro', stop.ron, ro),
    language('ru', stop.rus, ru),
    language('sk', stop.slk),
    language('sl', stop.slv),
    language('sv', stop.swe, sv),
    language('tr', stop.tur, tr),
    language('uk', stop.ukr, uk),
    language('zh', stop.zho),
  ].map((each) => [each.code, each]),
)

/** What is known of the language of a BCP 47 tag; of an unknown one nothing, and its words stand as they are. */
export function languageOf(tag: string | null): Language {
  return languages.get(languageCode(tag)) ?? unknown
}

/** The codes of all languages of which anything is known. */
export function languageCodes(): Iterable<string> {
  return languages.keys()
}

/** The language of a BCP 47 tag without its region and script; both ways of writing Norwegian are `no`. */
export function languageCode(tag: string | null): string {
  const base = (tag ?? '').toLowerCase().split(/[-_]/)[0] ?? ''
  return base === 'nb' || base === 'nn' ? 'no' : base
}

/**
 * The language, one of `codes`, whose letters or stop words a text uses most; null when it uses hardly
 * any known.
 */
export function guessLanguage(
  text: string,
  codes: Iterable<string> = languages.keys(),
): string | null {
  const words =
    text
      .slice(0, 2000)
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{M}\p{N}]*/gu) ?? []
  // Languages written in Cyrillic share many of their short words, but not these letters; a name of
  // the other language may stand in either.
  const ukrainian = words.filter((word) => /[іїєґ]/.test(word)).length
  const russian = words.filter((word) => /[ыэё]/.test(word)).length
  if (ukrainian > 0 && ukrainian >= russian) return 'uk'
  if (russian > 0) return 'ru'
  const hitsOf = ({ stopWords }: Language) => words.filter((word) => stopWords.has(word)).length
  // Names and borrowed words say nothing of a language: another one than English must do better.
  const english = hitsOf(languageOf('en'))
  let best = english > words.length / 10 ? 'en' : null
  let most = Math.max(english + 1, words.length / 10)
  for (const code of codes) {
    const hits = hitsOf(languageOf(code))
    if (hits > most) {
      best = code
      most = hits
    }
  }
  return best
}
