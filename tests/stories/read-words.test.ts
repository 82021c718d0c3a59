import crypto from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { madeNews } from '../../bench/stories/made-news.ts'
import { decodeWords } from '../../src/stories/read-words.ts'
import { createStoryIndex } from '../../src/stories/story-index.ts'
import { textKey } from '../../src/stories/text-key.ts'
import { storyArticle } from '../helpers/story-articles.ts'

it('gives each word a key of its own', () => {
  const syllables = [
    'ba',
    'ko',
    'li',
    'mu',
    'ne',
    'so',
    'ту',
    'рі',
    'ве',
    'да',
    '1',
    '20',
    'x',
    ' ',
  ]
  const words = new Set<string>()
  for (const a of syllables) {
    for (const b of syllables) {
      for (const c of syllables) for (const d of syllables) words.add(a + b + c + d)
    }
  }
  const keys = [...words].map(textKey)
  expect(new Set(keys).size).toBe(words.size)
  expect(keys.every((key) => Number.isSafeInteger(key) && key > 0 && key < 2 ** 48)).toBe(true)
  // A table of keys has them all over its places, by their last bits.
  expect(new Set(keys.map((key) => key & 0xfff)).size).toBeGreaterThan(4000)
})

const samples = [
  storyArticle(1, 'Harbour bridge opens after 10 years on 14 June', {
    lead: 'Mayor Ada Marsh opened the bridge of Saltmere. Trams cross it at 3:30.',
    language: 'en-GB',
  }),
  storyArticle(2, 'Курс валют на 14 червня: долар по 41,20', { language: 'uk' }),
  storyArticle(3, 'rossijskie uchenye nashli skazochnyj kust v hibinah'),
  storyArticle(4, '東京湾で大きな地震が発生、津波の心配なし', { lead: '気象庁が発表した。' }),
  storyArticle(5, 'Gulls', { language: 'English (US), по-нашому', lead: 'Gulls return to quays.' }),
  storyArticle(6, 'У Туреччині стався землетрус', { language: 'uk' }),
]

/** What was read of the words of each, one after another. */
function readOf(articles: typeof samples): string[] {
  const index = createStoryIndex()
  return articles.map((article) => {
    index.add(article)
    return index.wordsOf(article.id) ?? ''
  })
}

it('reads words as this version always has', () => {
  const read = readOf(samples).join('\n')
  // Where this is another one, `version` must be another one too: what is kept was read otherwise.
  expect([read.slice(0, 2), crypto.hash('md5', read)]).toEqual([
    '3 ',
    '6fda0bc56853777e7b3d0b73e717662d',
  ])
})

it('finds the same by what was kept as by the words themselves', () => {
  const [read, restarted] = [createStoryIndex(), createStoryIndex()]
  for (const [i, words] of readOf(samples).entries()) {
    const article = samples[i]
    if (!article) continue
    read.load(article, article.id)
    expect(restarted.load(article, article.id, words)).toBe(true)
    expect(restarted.wordsOf(article.id)).toBe(words)
    expect(read.wordsOf(article.id)).toBe(words)
  }
})

it('takes whatever else is kept for nothing', () => {
  const anything = fc.oneof(
    fc.string(),
    fc.array(fc.string(), { maxLength: 8 }).map((parts) => ['1', ...parts].join(' ')),
  )
  fc.assert(
    fc.property(anything, (kept) => {
      const index = createStoryIndex()
      index.load(storyArticle(1, 'Gulls return to the quay'), 1, kept)
      index.add(storyArticle(2, 'Gulls return to the quay of Saltmere', { language: 'de' }))
      expect(index.storyOf(1)).toBe(1)
    }),
  )
  expect(decodeWords('0 AAAA AAAA AAAA AAAA en')).toBeNull()
  expect(decodeWords('')).toBeNull()
})

it('decides after a restart as if there had been none, whenever it is', () => {
  const news = [...madeNews(3).take(600)].map(({ title, lead, language, kind, feed }, i) =>
    storyArticle(i + 1, title, { lead, language, kind, feedId: feed, hours: i / 10 }),
  )
  const lasting = createStoryIndex()
  const decisions = news.map((article) => {
    const placement = lasting.add(article)
    return { placement, storyOf: new Map(news.map(({ id }) => [id, lasting.storyOf(id)])) }
  })
  const words = news.map(({ id }) => lasting.wordsOf(id))
  expect(decisions.filter(({ placement }) => placement.kind === 'joined').length).toBeGreaterThan(
    50,
  )
  fc.assert(
    fc.property(fc.integer({ min: 1, max: news.length - 20 }), (at) => {
      const restarted = createStoryIndex()
      for (const [i, article] of news.slice(0, at).entries()) {
        const placed = decisions[i]?.placement
        const about = placed?.kind === 'column' ? placed.about : null
        restarted.load(article, decisions[at - 1]?.storyOf.get(article.id) ?? about, words[i])
      }
      for (const article of news.slice(at, at + 20)) {
        expect(restarted.add(article)).toEqual(decisions[article.id - 1]?.placement)
      }
    }),
    { numRuns: 10 },
  )
})
