import { seededRandom } from '../simulated/telegram.ts'

/** An article of invented words, as its row holds it. */
export type Invented = {
  at: number
  feed_id: number
  url: string
  title: string
  author: string
  kind: 'news' | 'column'
  language: string
  standfirst: string
  body: string
}

/** A question as a reader types it, and what plain FTS5 is asked for the same; null where it cannot be. */
export type Asked = { name: string; typed: string; plain: string | null }

/** How many different words each language has; they are met as often as Zipf's law says. */
const words = 60_000
/** An article is about 1.5 kB. */
const letters = { en: 1350, uk: 750 }
const epochMs = Date.UTC(2016, 0, 1)
const spanMs = 10 * 365 * 86_400_000

/** Three of four words stand in the form that is met most often. */
const inflected = 0.25
const endings = { en: ['s', 'ed', 'ing'], uk: ['и', 'у', 'ом', 'ів', 'а'] }
const syllables = {
  en: 'ba be bo da de di fa fe ga go ha he ka ke la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa se si so ta te ti to va ve'.split(
    ' ',
  ),
  uk: 'ба бе бо да де ді фа га го ха ка ке ко ла ле ли ло ма ме ми мо на не но па пе по ра ре ри ро са се си со та те ти то ва ве ви'.split(
    ' ',
  ),
}

/** Writes articles that are the same in every run, the oldest first. */
export function createWriter() {
  const random = seededRandom(7)
  const vocabulary = { en: inventWords('en', random), uk: inventWords('uk', random) }
  const people = Array.from({ length: 500 }, () => capital(wordOf('en', random, 4)))
  // A word of rank r is met with a chance of 1 / r.
  const ranks = Math.log(words + 1)
  const anyWord = (language: 'en' | 'uk') => {
    const rank = Math.min(words - 1, Math.floor(Math.exp(random() * ranks)) - 1)
    const word = vocabulary[language][rank] ?? ''
    // The most common words have no forms.
    if (rank < 100 || random() > inflected) return word
    const forms = endings[language]
    return word + (forms[Math.floor(random() * forms.length)] ?? '')
  }
  const text = (language: 'en' | 'uk', length: number) => {
    let written = ''
    while (written.length < length) {
      const sentence = Array.from({ length: 12 }, () => anyWord(language)).join(' ')
      written += `${capital(sentence)}. `
    }
    return written
  }
  return {
    write(i: number, of: number): Invented {
      const language = i % 2 === 0 ? 'en' : 'uk'
      return {
        at: Math.floor(epochMs + (i / of) * spanMs),
        feed_id: 1 + (i % 4),
        url: `https://news.example/${i}`,
        title: text(language, 50),
        author: `${people[i % 500]} ${people[(i * 7) % 500]}`,
        kind: i % 10 === 0 ? 'column' : 'news',
        language,
        standfirst: text(language, 90),
        body: text(language, letters[language]),
      }
    },
    questions(): Asked[] {
      const at = (language: 'en' | 'uk', rank: number) => vocabulary[language][rank] ?? ''
      const rare = at('en', 30_000)
      const [common, other] = [at('en', 150), at('en', 200)]
      const [everywhere, alsoThere] = [at('en', 3), at('en', 5)]
      const eight = Array.from({ length: 8 }, (_, i) => at('en', 40 + i))
      const stemmed = (word: string) =>
        `(${['', ...endings.en].map((end) => `"${word}${end}"`).join(' OR ')})`
      const person = people[42] ?? ''
      return [
        { name: 'a rare word', typed: rare, plain: stemmed(rare) },
        { name: 'an author', typed: `by:${person}`, plain: `author : "${person}"` },
        { name: 'a common word', typed: common, plain: stemmed(common) },
        {
          name: 'two common words',
          typed: `${common} ${other}`,
          plain: `${stemmed(common)} AND ${stemmed(other)}`,
        },
        { name: 'a word in a third of all', typed: everywhere, plain: `"${everywhere}"` },
        {
          name: 'two words of a third',
          typed: `${everywhere} ${alsoThere}`,
          plain: `"${everywhere}" AND "${alsoThere}"`,
        },
        {
          name: 'a beginning of two letters',
          typed: `${common.slice(0, 2)}*`,
          plain: `"${common.slice(0, 2)}" *`,
        },
        {
          name: 'a beginning of three letters',
          typed: `${common.slice(0, 3)}*`,
          plain: `"${common.slice(0, 3)}" *`,
        },
        {
          name: 'a quotation',
          typed: `"${everywhere} ${alsoThere}"`,
          plain: `"${everywhere} ${alsoThere}"`,
        },
        {
          name: 'a common word without another',
          typed: `${everywhere} -${common}`,
          plain: `"${everywhere}" NOT ${stemmed(common)}`,
        },
        {
          name: 'one of two common words',
          typed: `${common} OR ${other}`,
          plain: `${stemmed(common)} OR ${stemmed(other)}`,
        },
        { name: 'a common word in Ukrainian', typed: at('uk', 150), plain: null },
        {
          name: 'a common word of a source, a kind and a language',
          typed: `${everywhere} from:record kind:news lang:en`,
          plain: null,
        },
        {
          name: 'a common word of a month',
          typed: `${common} on:2019-03`,
          plain: null,
        },
        { name: 'all of a day', typed: 'on:2018-05-05', plain: null },
        {
          name: 'eight common words',
          typed: eight.join(' '),
          plain: eight.map(stemmed).join(' AND '),
        },
        { name: 'a word that is nowhere', typed: 'zwxqzwxq', plain: null },
        {
          name: 'a common word and a slip',
          typed: `${common} ${slip(at('en', 1000))}`,
          plain: null,
        },
      ]
    },
  }
}

function slip(word: string): string {
  return `${word.slice(0, 3)}x${word.slice(3)}`
}

function inventWords(language: 'en' | 'uk', random: () => number): string[] {
  const found = new Set<string>()
  while (found.size < words) {
    const rank = found.size
    found.add(wordOf(language, random, rank < 40 ? 1 : rank < 1500 ? 2 : rank < 20_000 ? 3 : 4))
    if (found.size === rank) found.add(wordOf(language, random, 4))
  }
  return [...found]
}

function wordOf(language: 'en' | 'uk', random: () => number, length: number): string {
  const all = syllables[language]
  const picked = Array.from({ length }, () => all[Math.floor(random() * all.length)])
  return `${picked.join('')}${language === 'en' ? 'n' : 'н'}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
