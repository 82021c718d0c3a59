import { seeded } from './data.ts'

/** An article as a feed of one of two languages brings it. */
export type MadeArticle = {
  language: 'en' | 'uk'
  feed: number
  kind: 'news' | 'column'
  title: string
  lead: string
}

const vocabulary = 40_000
const people = 6000
const columnsIn = 20
const remembered = 4000

type Tongue = { code: 'en' | 'uk'; letters: string[]; glue: string[]; words: string[] }

const latin = 'b d f g k l m n p r s t v z'.split(' ')
const cyrillic = 'б д ф г к л м н п р с т в з'.split(' ')
const vowels = { en: 'a e i o u'.split(' '), uk: 'а е і о у'.split(' ') }
const glue = {
  en: 'the of in to and a for on with as at by from after over says is was that his'.split(' '),
  uk: 'у в на з до і та що за для про від після через із це його як не під'.split(' '),
}
const endings = {
  en: ['', '', 's', 'ed', 'ing', 'ion'],
  uk: ['', 'а', 'у', 'ів', 'ого', 'ити'],
}

/**
 * Made-up news by Zipf's law, as it comes in: in English and Ukrainian, with leads, from 400 feeds. Half
 * of it tells of an event that was told of lately, so that few events are told of by many; one in twenty
 * is a column. People bear the same names in both alphabets.
 */
export function* madeNews(seed: number): Generator<MadeArticle> {
  const random = seeded(seed)
  // The words are the same whatever the seed.
  const { tongues, named } = lexicon(seeded(1))
  const zipf = (count: number) => Math.floor(count ** random()) - 1
  const some = <T>(count: number, make: () => T) => Array.from({ length: count }, make)
  const newEvent = () => ({
    words: some(14, () => zipf(vocabulary)),
    people: some(3, () => zipf(people)),
    count: 10 + zipf(5000),
  })
  const lately: ReturnType<typeof newEvent>[] = []
  for (let i = 0; ; i++) {
    const known = lately[Math.floor(random() * Math.min(i, remembered))]
    const event = random() < 0.5 && known ? known : newEvent()
    lately[i % remembered] = event
    const tongue = tongues[random() < 0.5 ? 0 : 1]
    const say = (word: number) => `${tongue.words[word]}${endingOf(tongue, random())}`
    const glued = () => tongue.glue[Math.floor(tongue.glue.length * random() ** 2)] ?? ''
    const told = (from: number[], share: number) =>
      from.flatMap((word) =>
        random() < share
          ? [...(random() < 0.6 ? [glued()] : []), say(random() < 0.25 ? zipf(vocabulary) : word)]
          : [],
      )
    const names = event.people.map((person) => named(tongue, person))
    const text = (words: string[]) => words.join(' ').replace(/^\p{L}/u, (c) => c.toUpperCase())
    yield {
      language: tongue.code,
      feed: Math.floor(random() * 200) * 2 + (tongue.code === 'en' ? 0 : 1),
      kind: i % columnsIn === 0 ? 'column' : 'news',
      title: text([
        ...told(event.words.slice(0, 8), 0.7),
        names[Math.floor(random() * 3)] ?? '',
        ...(random() < 0.3 ? [`${event.count}`] : []),
      ]),
      lead: `${text([names[0] ?? '', ...told(event.words, 0.9), names[1] ?? '', ...told(event.words, 0.4)])}.`,
    }
  }
}

function endingOf({ code }: Tongue, at: number): string {
  return endings[code][Math.floor(at * endings[code].length)] ?? ''
}

function lexicon(random: () => number) {
  const of = (letters: string[]) => letters[Math.floor(random() * letters.length)] ?? ''
  const tongue = (code: 'en' | 'uk', letters: string[]): Tongue => {
    const syllable = () => of(letters) + of(vowels[code])
    const stem = () => Array.from({ length: 2 + Math.floor(random() * 2) }, syllable).join('')
    const words = Array.from({ length: vocabulary }, () => stem() + of(letters))
    return { code, letters, glue: glue[code], words }
  }
  const tongues = [tongue('en', latin), tongue('uk', cyrillic)] as const
  // Places in the alphabets, which are the same for both.
  const spelt = Array.from({ length: people }, () =>
    Array.from({ length: 3 }, () => [Math.floor(random() * 14), Math.floor(random() * 5)] as const),
  )
  const named = ({ code, letters }: Tongue, person: number) => {
    const name = (spelt[person] ?? []).map(([at, vowel]) => `${letters[at]}${vowels[code][vowel]}`)
    return name.join('').replace(/^\p{L}/u, (c) => c.toUpperCase())
  }
  return { tongues, named }
}
