import { stemmer as ar } from '@orama/stemmers/arabic'
import { stemmer as bg } from '@orama/stemmers/bulgarian'
import { stemmer as da } from '@orama/stemmers/danish'
import { stemmer as nl } from '@orama/stemmers/dutch'
import { stemmer as en } from '@orama/stemmers/english'
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
import * as stop from 'stopword'

/** What is known of a language: how its words are stemmed, and which of them say nothing alone. */
export type Language = { stem: (word: string) => string; stopWords: ReadonlySet<string> }

const asItIs = (word: string) => word
const language = (stopWords: string[], stem: Language['stem'] = asItIs): Language => ({
  stem,
  stopWords: new Set(stopWords),
})

const unknown = language([])

const languages = new Map<string, Language>([
  ['ar', language(stop.ara, ar)],
  ['bg', language(stop.bul, bg)],
  ['cs', language(stop.ces)],
  ['da', language(stop.dan, da)],
  ['de', language(stop.deu, de)],
  ['el', language(stop.ell, el)],
  ['en', language(stop.eng, en)],
  ['es', language(stop.spa, es)],
  ['fi', language(stop.fin, fi)],
  ['fr', language(stop.fra, fr)],
  ['hu', language(stop.hun, hu)],
  ['it', language(stop.ita, it)],
  ['ja', language(stop.jpn)],
  ['nl', language(stop.nld, nl)],
  ['no', language(stop.nob, no)],
  ['pl', language(stop.pol)],
  ['pt', language(stop.por, pt)],
  ['ro', language(stop.ron, ro)],
  ['ru', language(stop.rus, ru)],
  ['sk', language(stop.slk)],
  ['sv', language(stop.swe, sv)],
  ['tr', language(stop.tur, tr)],
  ['uk', language(stop.ukr, uk)],
  ['zh', language(stop.zho)],
])

/** What is known of the language of a BCP 47 tag; of an unknown one nothing, and its words stand as they are. */
export function languageOf(tag: string | null): Language {
  return languages.get(baseOf(tag)) ?? unknown
}

function baseOf(tag: string | null): string {
  const base = (tag ?? '').toLowerCase().split('-')[0] ?? ''
  return base === 'nb' || base === 'nn' ? 'no' : base
}

/** The language whose letters or stop words a text uses most, or null when it uses hardly any known. */
export function guessLanguage(text: string): string | null {
  const words =
    text
      .slice(0, 2000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  // Languages written in Cyrillic share many of their short words, but not these letters.
  if (words.some((word) => /[їєґ]/.test(word))) return 'uk'
  let best: string | null = null
  let most = words.length / 10
  for (const [tag, { stopWords }] of languages) {
    const hits = words.filter((word) => stopWords.has(word)).length
    if (hits > most) {
      best = tag
      most = hits
    }
  }
  return best
}
