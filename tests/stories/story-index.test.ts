import { describe, expect, it } from 'vitest'
import { namesakePairs } from '../../bench/stories/namesakes.ts'
import type { StoryArticle } from '../../src/domain/story.ts'
import { createStoryIndex } from '../../src/stories/story-index.ts'
import { inWords } from '../helpers/in-words.ts'
import { storyArticle as article } from '../helpers/story-articles.ts'

const harbour = 'Harbour bridge opens after ten years of work'
const harbourToo = 'Ten years on, the harbour bridge opens to trams'
const whale = 'Whale stranded near lighthouse returns to sea'

function indexOf(...articles: StoryArticle[]) {
  const index = createStoryIndex()
  const placed = articles.map(index.add)
  return { index, placed }
}

describe('merging', () => {
  it('joins what reports the same, and leaves the rest apart', () => {
    const { index, placed } = indexOf(
      article(1, harbour),
      article(2, whale),
      article(3, harbourToo),
    )
    expect(placed.map(({ kind }) => kind)).toEqual(['founded', 'founded', 'joined'])
    expect(index.articlesOf(1)).toEqual([1, 3])
    expect(index.storyOf(2)).toBe(2)
  })

  it('says why, in a sentence', () => {
    const { placed } = indexOf(article(1, harbour), article(2, harbourToo))
    expect(placed[1]).toMatchObject({
      kind: 'joined',
      story: 1,
      reason: { code: 'story-shared-words' },
    })
    expect(inWords(placed[1]?.reason)).toContain(
      `“${harbour}” (Ten, years, harbour, bridge, opens)`,
    )
    expect(inWords(placed[1]?.reason)).toMatch(/likeness to the story is 0\.\d\d\.$/)
  })

  it('needs more than one word, and more than a hub word', () => {
    const { index } = indexOf(
      article(1, 'Minister resigns over harbour tunnel costs'),
      article(2, 'Minister praises young chess players'),
      article(3, 'Minister of health visits mountain clinic'),
    )
    expect([1, 2, 3].map(index.storyOf)).toEqual([1, 2, 3])
  })

  it('joins two stories of a few articles by what tells of both', () => {
    const { index, placed } = indexOf(
      article(1, 'Ferry captain questioned over collision in fog'),
      article(2, 'Captain of ferry questioned after collision'),
      article(3, 'Divers search trawler sunk off Larne'),
      article(4, 'Trawler sunk off Larne: divers search for two'),
    )
    expect(placed.map(({ kind }) => kind)).toEqual(['founded', 'joined', 'founded', 'joined'])
    const both = article(5, 'Ferry captain questioned as divers search trawler sunk off Larne')
    expect(index.add(both)).toMatchObject({ story: 1, merged: [{ story: 3 }] })
    expect([1, 2, 3, 4, 5].map(index.storyOf)).toEqual([1, 1, 1, 1, 1])
  })

  it('joins by the same address or the same title first', () => {
    const { placed } = indexOf(
      article(1, 'Live: the vote', { url: 'http://news.example/vote' }),
      article(2, 'Counting goes on tonight', { url: 'http://news.example/vote' }),
      article(3, 'Storm closes mountain road'),
      article(4, 'Storm closes mountain road!'),
    )
    expect(placed[1]).toMatchObject({ story: 1, reason: { code: 'story-same-address' } })
    expect(placed[3]).toMatchObject({ story: 3, reason: { code: 'story-same-title' } })
  })

  it('makes one of two stories when an article shows that they are one; the older id stays', () => {
    const { index, placed } = indexOf(
      article(1, 'Ferry sinks off Kalmar'),
      article(2, 'Rescue helicopters search for passengers'),
      article(3, 'Ferry sinks off Kalmar, rescue helicopters search for passengers'),
      article(4, 'Kalmar ferry: rescue helicopters search for passengers after it sinks'),
    )
    expect(placed[3]).toMatchObject({ kind: 'joined', story: 1 })
    const merged = placed.flatMap((each) => (each.kind === 'joined' ? each.merged : []))
    expect(merged.map(({ story }) => story)).toEqual([2])
    expect(inWords(merged[0]?.reason)).toContain('belongs to both stories')
    expect(index.articlesOf(1)).toEqual(expect.arrayContaining([1, 2, 3, 4]))
    expect(index.articlesOf(2)).toEqual([])
  })

  it('weighs the leads too where there are any', () => {
    const lead = 'The council of Brexham voted to close the old swimming pool at the end of August.'
    const { index } = indexOf(
      article(1, 'Last lengths at Brexham pool', { lead }),
      article(2, 'Swimmers in tears at Brexham vote', { lead: `${lead} Protesters sang.` }),
      article(3, 'Last lengths for the pool of talent', {
        lead: 'A column of numbers on football.',
      }),
    )
    expect([1, 2, 3].map(index.storyOf)).toEqual([1, 1, 3])
  })

  it('puts an article in once', () => {
    const { index, placed } = indexOf(article(1, harbour), article(1, whale))
    expect(placed[1]).toMatchObject({ story: 1 })
    expect(index.articlesOf(1)).toEqual([1])
  })
})

describe('events that are told in the same words', () => {
  const apart: [string, string][] = [
    ['Fire destroys school in Lyon', 'Fire destroys school in Porto'],
    ['Man, 34, dies in crash on A12', 'Man, 71, dies in crash on M4'],
    ['Norvik names new chief executive', 'Halden names new chief executive'],
    ['Rovers beat Albion to reach cup final', 'Harriers beat Athletic to reach cup final'],
    [
      'Heavy snow closes Leeds airport, says Met Office',
      'Heavy snow closes Derby airport, says Met Office',
    ],
    ['У Львові згорів ринок', 'У Сумах згорів ринок'],
    ['Суд у Києві засудив Петра Гая', 'Суд у Києві засудив Ніну Сову'],
    [
      'Aktien von Nordwerk fallen nach Gewinnwarnung',
      'Aktien von Alpina fallen nach Gewinnwarnung',
    ],
    ['Storm Closes Airport in Leeds', 'Storm Closes Airport in Derby'],
    ['Німеччина передасть Україні танки', 'Польща передасть Україні танки'],
    ['Pożar szkoły w Gdyni', 'Pożar szkoły w Lublinie'],
    ['La neige ferme l’aéroport de Metz', 'La neige ferme l’aéroport de Brest'],
    [
      'Динамо — Шахтар — 2:1. Відео голів та огляд матчу',
      'Реал — Манчестер Сіті — 1:3. Відео голів та огляд матчу',
    ],
  ]
  for (const [one, other] of apart) {
    it(`are two where the names differ: ${one}`, () => {
      const { index } = indexOf(article(1, one), article(2, other))
      expect(index.storyOf(2)).toBe(2)
    })
  }

  it('are one where a name of both is the same, or a lead knows the other name', () => {
    const { index } = indexOf(
      article(1, 'Ministers agree to close harbour tunnel in Leeds'),
      article(2, 'City of Leeds: ministers agree to close harbour tunnel'),
      article(3, 'Storm floods museum in Wales', { lead: 'In Cardiff the storm broke doors.' }),
      article(4, 'Storm floods museum in Cardiff', { lead: 'The storm broke doors.' }),
    )
    expect([1, 2, 3, 4].map(index.storyOf)).toEqual([1, 1, 3, 3])
  })

  it('are one or two in whatever a feed calls its language', () => {
    const language = 'English (US), по-нашому'
    const { index } = indexOf(
      article(1, 'Fire destroys school in Lyon', { language }),
      article(2, 'Fire destroys school in Porto', { language }),
    )
    expect(index.storyOf(2)).toBe(2)
  })

  it('stay two where one is nearer to a third that names nobody', () => {
    const { index } = indexOf(
      article(1, 'Novel about a lighthouse wins prize'),
      article(2, 'Ada Marsh wins novel prize'),
      article(3, 'Ben Okoro wins novel prize'),
    )
    expect(index.storyOf(2)).not.toBe(index.storyOf(3))
  })

  it('stay two when a headline tells of both', () => {
    const { index } = indexOf(
      article(1, 'Fire destroys school in Lyon'),
      article(2, 'Fire destroys school in Porto'),
      article(3, 'Fire destroys school in Lyon and in Porto'),
    )
    expect(index.storyOf(1)).not.toBe(index.storyOf(2))
  })

  it('are seldom taken for one, whatever their words', () => {
    const pairs = namesakePairs(1)
    const merged = pairs.filter(({ a, b }) => {
      const { index } = indexOf(article(1, a.title, a), article(2, b.title, b))
      return index.storyOf(1) === index.storyOf(2)
    })
    expect(merged.length / pairs.length).toBeLessThanOrEqual(0.05)
  })
})

describe('days', () => {
  it('chains the next part of a story that runs beyond three days', () => {
    const { placed, index } = indexOf(
      article(1, harbour),
      article(2, harbourToo, { hours: 40 }),
      article(3, `${harbour}, now for cars`, { hours: 80 }),
    )
    expect(placed[2]).toMatchObject({ kind: 'founded', story: 3, continues: 1 })
    expect(index.articlesOf(1)).toEqual([2])
  })

  it('forgets what is older than three days', () => {
    const { placed, index } = indexOf(article(1, harbour), article(2, harbour, { hours: 73 }))
    expect(placed[1]).toMatchObject({ kind: 'founded', continues: null })
    expect(index.storyOf(1)).toBeNull()
  })

  it('does not merge a routine series across days, nor call it an update', () => {
    const { placed } = indexOf(
      article(1, 'Army lost 970 soldiers and 12 tanks over the past day', { feedId: 1 }),
      article(2, 'Army lost 970 soldiers over the past day', { feedId: 2, hours: 1 }),
      article(3, 'Army lost 1,020 soldiers and 8 tanks over the past day', {
        feedId: 1,
        hours: 24,
      }),
      article(4, 'Army lost 1,020 soldiers over the past day', { feedId: 2, hours: 25 }),
    )
    expect(placed).toMatchObject([
      { story: 1 },
      { story: 1 },
      { kind: 'founded', story: 3, continues: null },
      { story: 3 },
    ])
  })

  it('never makes one of two days of a market, nor calls the second an update', () => {
    const first = article(1, 'Wall Street closes lower after retail sales data', { feedId: 1 })
    const others = [
      article(2, 'Wall Street ends higher as retail sales beat forecasts', {
        hours: 24,
        feedId: 1,
      }),
      article(3, 'Wall Street closes lower', { hours: 48, feedId: 2 }),
    ]
    const { index, placed } = indexOf(first, ...others)
    expect(placed).toMatchObject([
      { story: 1 },
      { kind: 'founded', story: 2, continues: null },
      { kind: 'founded', story: 3, continues: null },
    ])
    const restarted = createStoryIndex()
    for (const each of [first, ...others]) restarted.load(each, index.storyOf(each.id))
    const next = article(4, 'Wall Street closes lower again', { hours: 71, feedId: 3 })
    expect([restarted.add(next), index.add(next)]).toMatchObject([{ story: 4 }, { story: 4 }])
  })

  it('follows a count that rises within the day', () => {
    const { placed } = indexOf(
      article(1, 'Earthquake in Anatolia kills 12 people'),
      article(2, 'Earthquake in Anatolia kills 31 people', { hours: 5 }),
    )
    expect(placed[1]).toMatchObject({ kind: 'joined', story: 1 })
  })
})

describe('columns', () => {
  it('links a column to its story and never merges it', () => {
    const { placed, index } = indexOf(
      article(1, harbour),
      article(2, 'The harbour bridge opens: was it worth ten years?', { kind: 'column' }),
      article(3, harbourToo),
      article(4, 'On the art of waiting', { kind: 'column' }),
    )
    expect(placed[1]).toMatchObject({
      kind: 'column',
      about: 1,
      reason: { code: 'story-shared-words' },
    })
    expect(placed[3]).toMatchObject({ kind: 'column', about: null })
    expect(index.articlesOf(1)).toEqual([1, 3])
  })

  it('links it also to a story that comes after it, when asked again', () => {
    const column = article(1, 'The harbour bridge opens: was it worth ten years?', {
      kind: 'column',
    })
    const { index } = indexOf(column, article(2, harbour))
    expect(index.add(column)).toMatchObject({ kind: 'column', about: 2 })
  })
})

describe('languages', () => {
  const english = article(1, 'Zelensky and Macron meet Tusk in Lviv to discuss 325 tanks', {
    language: 'en',
  })

  it('joins across them by names and numbers when that is sure', () => {
    const title = 'Зеленський, Макрон і Туск говорили у Львові про 325 танків'
    const { placed } = indexOf(english, article(2, title, { language: 'uk' }))
    expect(placed[1]).toMatchObject({ story: 1, reason: { code: 'story-shared-names' } })
    expect(inWords(placed[1]?.reason)).toContain('325')
  })

  it('joins two stories of two languages when a later article shows that they are one', () => {
    const { index, placed } = indexOf(
      article(1, 'У Львові Макрон і Туск оглянули 325 танків', { language: 'uk' }),
      article(2, 'Guests from abroad look at tanks in a barracks yard', { language: 'en' }),
      article(3, 'Macron and Tusk look at 325 tanks in a barracks yard in Lviv', {
        language: 'en',
      }),
    )
    expect(placed[1]).toMatchObject({ kind: 'founded' })
    expect(placed[2]).toMatchObject({ kind: 'joined', merged: [{ story: 2 }] })
    expect(index.articlesOf(1)).toEqual(expect.arrayContaining([1, 2, 3]))
  })

  it('knows countries that are named otherwise in each, and a score at the end of a sentence', () => {
    const { index } = indexOf(
      article(1, 'Earthquake of magnitude 6.4 kills 34 in Turkey', {
        lead: 'Buildings came down in Malatya.',
        language: 'en',
      }),
      article(2, 'Землетрус магнітудою 6,4 у Туреччині забрав 34 життя', {
        lead: 'У Малатьї обвалилися будинки.',
        language: 'uk',
      }),
      article(3, 'Real Madrid 1-3 Manchester City', { language: 'en' }),
      article(4, '«Реал» — «Манчестер Сіті» — 1:3. Як це було в Мадриді', { language: 'uk' }),
    )
    expect([2, 4].map(index.storyOf)).toEqual([1, 3])
  })

  it('measures what joins by what is in its own alphabet', () => {
    const ukrainian = article(
      1,
      'Землетрус магнітудою 6,4 забрав 34 життя: Малатья, Елязиг у жалобі',
      {
        language: 'uk',
      },
    )
    const { index } = indexOf(
      ukrainian,
      ...[
        'Earthquake of magnitude 6.4 kills 34 in Malatya and Elazig',
        'Earthquake of magnitude 6.4 kills 34 people in Malatya',
        'Earthquake kills 34 in Malatya and Elazig',
      ].map((title, i) => article(i + 2, title, { language: 'en' })),
    )
    expect(index.articlesOf(1)).toHaveLength(4)
    const own = article(5, 'Землетрус забрав понад сто життів', { language: 'uk' })
    expect(indexOf(ukrainian).index.add(own)).toMatchObject({ story: 1 })
    expect(index.add(own)).toMatchObject({ story: 1 })
  })

  it('does not when it is not', () => {
    const { placed } = indexOf(
      english,
      article(2, 'Зеленський і Макрон говорили телефоном', { language: 'uk' }),
      article(3, 'Macron meet Zelensky discuss', { language: 'de' }),
    )
    expect(placed.map(({ kind }) => kind)).toEqual(['founded', 'founded', 'founded'])
  })

  it('knows inflected words, and languages without spaces', () => {
    const { index } = indexOf(
      article(1, 'Уряд звільнив міністра оборони через закупівлю дронів'),
      article(2, 'Міністр оборони звільнений: уряд пояснив закупівлі дронів'),
      article(3, '東京湾で大きな地震が発生、津波の心配なし'),
      article(4, '東京湾で地震発生 津波の心配なし 気象庁'),
    )
    expect([1, 2, 3, 4].map(index.storyOf)).toEqual([1, 1, 3, 3])
  })
})

it('keeps the parts of a story apart that an admin has split', () => {
  const { index } = indexOf()
  index.load(article(1, harbour), 1)
  index.load(article(2, harbourToo), 2)
  index.load(article(3, harbourToo), 2)
  index.keepApart(1, 2)
  index.add(article(4, `${harbour}: ${harbourToo}`))
  expect(index.storyOf(1)).not.toBe(index.storyOf(2))
})

it('goes on after a restart as if there had been none', () => {
  const before = [article(1, harbour), article(2, harbourToo), article(3, whale)]
  const next = article(4, 'Stranded whale near the lighthouse swims back to sea')
  const { index } = indexOf(...before)
  const restarted = createStoryIndex()
  for (const each of before) restarted.load(each, index.storyOf(each.id) ?? 0)
  expect(restarted.add(next)).toEqual(index.add(next))
})

describe('what stands in every headline of a day', () => {
  const stories = (...titles: string[]) => {
    const index = createStoryIndex()
    return titles.map((title, i) => {
      const placement = index.add(article(i + 1, title))
      return placement.kind === 'column' ? null : placement.story
    })
  }

  it('makes no story of headlines that share a date alone', () => {
    expect(
      stories(
        'Football results for 24 November',
        'TV guide for 24 November',
        'Fuel on November 24',
      ),
    ).toEqual([1, 2, 3])
    expect(
      stories('Гороскоп на 24 листопада', 'Погода на 24 листопада', 'Курс валют на 24 листопада'),
    ).toEqual([1, 2, 3])
  })

  it('keeps the parts of a series apart that name different days of the week', () => {
    expect(stories('Weather in Kyiv on Tuesday', 'Weather in Kyiv on Wednesday')).toEqual([1, 2])
    expect(stories('Погода у Києві у вівторок', 'Погода у Києві у середу')).toEqual([1, 2])
  })

  it('takes no notice of a lead that a feed puts under all its headlines', () => {
    const index = createStoryIndex()
    const lead = 'Read the latest news from the harbour every day. Subscribe to our letter.'
    const titles = ['Bridge opens early', 'Council elects mayor', 'Gulls return to quay']
    const placements = titles.map((title, i) =>
      index.add(article(i + 1, title, { feedId: 1, lead })),
    )
    expect(placements.map(({ kind }) => kind)).toEqual(['founded', 'founded', 'founded'])
  })
})
