import { describe, expect, it } from 'vitest'
import { anchorsOf, sharedAnchors } from '../../src/stories/anchors.ts'
import { chooseLead } from '../../src/stories/choose-lead.ts'
import { createScoreOf, explain, type Ranked } from '../../src/stories/rank.ts'
import { patternOf } from '../../src/stories/series.ts'
import { termsOf } from '../../src/stories/terms.ts'
import { inWords } from '../helpers/in-words.ts'
import { storyArticle as article } from '../helpers/story-articles.ts'

describe('terms', () => {
  it('are stems without stop words, in the language of the text', () => {
    const { language, title } = termsOf('The bridges of the harbour were opened', null, null)
    expect([language.code, title]).toEqual(['en', ['bridg', 'harbo', 'open']])
    expect(termsOf('Мости відкрили у Києві', null, null).language.code).toBe('uk')
    expect(termsOf('Мосты открыли в городе', null, null).language.code).toBe('ru')
    expect(termsOf('Der Hafen wird nach dem Brand nicht geöffnet', null, null).language.code).toBe(
      'de',
    )
  })

  it('write a number in one way, and keep apostrophes inside a word', () => {
    const { title } = termsOf("1,020 загиблих, п'ять — 1 020", null, 'uk')
    expect(title).toContain('1020')
    expect(title).toContain('пят')
  })

  it('are the same for the many ways of writing Cyrillic in Latin letters', () => {
    const one = termsOf('rossijskie uchenye nashli skazochnyj kust v hibinah', null, null).title
    const other = termsOf(
      'rossiyskiye ucheniye nashly skazochniy kust v khibinakh',
      null,
      null,
    ).title
    expect(one).toEqual(other)
    // Addresses may lose the marks of letters (škola), and a Ukrainian writes h where a Russian writes g.
    const marked = termsOf('pozhar unichtozhil shkolu v harkove, gorod nachal tushit', null, null)
    const plain = termsOf('pozar unictozil skolu v kharkove, horod nacal tusit', null, null)
    expect(plain.title).toEqual(marked.title)
    const large = termsOf('Rossijskie uchenye nashli skazochnyj kust v Hibinah', null, null).title
    expect(large).toEqual(one)
    expect(termsOf('Scientists find fabled bush', null, null).language.code).toBe('en')
  })

  it('are bounded for a hostile title', () => {
    expect(termsOf('word '.repeat(1e5), 'x1 y2 '.repeat(1e5), null).lead.length).toBeLessThan(600)
  })
})

describe('patterns', () => {
  const language = termsOf('Курс валют', null, 'uk').language

  it('are what is left of a title without numbers and dates', () => {
    const one = patternOf('Російські фейки за 13 червня: 5 найгучніших', language)
    const next = patternOf('Російські фейки за 14 червня: 7 найгучніших', language)
    expect(one?.key).toBe(next?.key)
    expect(one).toMatchObject({ dates: '13 червня', numbers: '5' })
  })

  it('need some words', () => {
    expect(patternOf('14 червня', language)).toBeNull()
  })
})

it('anchors are the same in two alphabets, and years are none', () => {
  const one = anchorsOf('Zelenskyy met Johnson and Scholz in 2024 over 1,250 shells')
  const other = anchorsOf('Зеленський, Джонсон і Шольц, 2024: 1250 снарядів')
  expect(one.numbers).toEqual(new Set(['1250']))
  expect(sharedAnchors(one, other)).toHaveLength(4)
})

it('gives no name to one about like it that another has as it is', () => {
  const one = anchorsOf('Petrenko and Petrov met Zelenskyy in Lviv')
  const other = anchorsOf('Петров і Зеленський: зустріч у місті Львів')
  expect(sharedAnchors(one, other)?.toSorted()).toEqual(['Lviv', 'Petrov', 'Zelenskyy'])
})

describe('anchors of two alphabets', () => {
  const shared = (english: string, ukrainian: string) =>
    sharedAnchors(anchorsOf(english), anchorsOf(ukrainian))

  it('meet by spellings that differ in a letter or an ending, and by scores', () => {
    const english = 'Swiatek, Monfils and Svitolina open a school for 80 children in Odesa'
    expect(
      shared(english, 'Швьонтек, Монфіс і Світоліна відкрили в Одесі школу для 80 дітей'),
    ).toEqual(expect.arrayContaining(['Monfils', 'Svitolina', 'Odesa', '80']))
    expect(
      shared('Dynamo beat Kryvbas 3-1 in Lviv', '«Динамо» обіграло «Кривбас» 3:1 у Львові'),
    ).toContain('3:1')
    expect(
      shared('Ringo Starr sells houses in Liverpool', 'Рінго Старр продає будинки в Ліверпулі'),
    ).toHaveLength(3)
  })

  it('are not enough where they are few, about alike, or few of many', () => {
    expect(shared('Macron met Tusk on Monday', 'У понеділок Макрон говорив із Туском')).toBeNull()
    expect(
      shared('Council, Constable and Classic in Kent', 'Консерватори, Констанца і Клинці в Канаді'),
    ).toBeNull()
    expect(
      shared(
        'Terekhov opens school in Kharkiv for 900 pupils',
        'Мер Терехов: у Харкові, на Салтівці, 31 поранений',
      ),
    ).toBeNull()
    const many =
      'Adams, Burns, Clark, Davis, Evans, Foster, Grant, Hughes, Jones, Keller, Lewis and Moore met'
    expect(
      shared(
        `${many} Orban, Macron, Tusk`,
        'Орбан, Макрон, Туск, Пашинян, Рютте, Санчес, Мелоні, Шольц, Науседа, Карні, Трамп, Сі',
      ),
    ).toBeNull()
  })
})

describe('the lead of a story', () => {
  const middle = article(2, 'Harbour bridge opens to trams', { hours: 1 })
  const members = [
    article(1, 'Bridge opens', { hours: 0 }),
    middle,
    article(3, 'Harbour bridge opens to trams and cars at last', { hours: 2 }),
    article(4, 'Trams cross the harbour', { hours: 3 }),
  ] as const

  it('is its medoid, whatever the order', () => {
    expect(chooseLead([...members])).toBe(middle)
    const [a, b, c, d] = members
    expect(chooseLead([d, c, b, a])).toBe(middle)
  })

  it('comes from the feed with the most weight', () => {
    expect(chooseLead([...members], (feedId) => (feedId === 4 ? 2 : 1))).toBe(members[3])
  })

  it('is none with a title as long as a bill, while another says it at a glance', () => {
    const long = article(
      1,
      `Bill on the order of harbour bridges and of ${'ports and '.repeat(12)}quays`,
    )
    const short = article(2, 'Bill on harbour bridges', { hours: 1 })
    expect(chooseLead([long, short])).toBe(short)
    expect(chooseLead([long])).toBe(long)
  })

  it('is the first of equals', () => {
    const first = article(1, 'Whale returns to sea')
    expect(chooseLead([article(2, 'Whale returns to sea', { hours: 1 }), first])).toBe(first)
  })
})

it('ranks a day by sources, freshness, weight and run, and says so in a line', () => {
  const now = Temporal.Instant.from('2024-06-14T12:00:00Z')
  const usual = {
    ...{ sources: 1, newestMs: now.epochMilliseconds, weight: 1, days: 1, isPinned: false },
    ...{ columns: 0, firsts: 0, itemsADay: 0, isRoutine: false },
  }
  const scoreOf = createScoreOf({ asOf: now })
  const score = (story: Partial<Ranked>) => scoreOf({ ...usual, ...story })
  const hoursAgo = (hours: number) => now.subtract({ hours }).epochMilliseconds
  const large = { ...usual, sources: 4, newestMs: hoursAgo(2), days: 3 }
  const scores = [
    score(large),
    score({ weight: 1.5 }),
    score({}),
    score({ sources: 4, newestMs: hoursAgo(36) }),
  ]
  expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  expect(inWords(explain(large, score(large), now))).toBe(
    '4 sources, last told 2 hours ago, day 3 of its run: 2.66',
  )
})
