import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createPostings } from '../../src/stories/postings.ts'
import { createStoryIndex } from '../../src/stories/story-index.ts'
import { termsOf } from '../../src/stories/terms.ts'
import { textKey } from '../../src/stories/text-key.ts'
import { storyArticle } from '../helpers/story-articles.ts'

function storiesOf(titles: { id: number; title: string }[]): Map<number, number> {
  const index = createStoryIndex()
  for (const { id, title } of titles) index.add(storyArticle(id, title))
  return new Map(titles.map(({ id }) => [id, index.storyOf(id) ?? -1]))
}

const events = Array.from({ length: 12 }, (_, event) =>
  Array.from(
    { length: 9 },
    (_, word) => `${'bcdfghjklmnp'[event]}${'aeiou'[word % 5]}${'rstvwxyz'[word % 8]}ok${word}`,
  ),
)

/** Headlines that tell one of twelve events in five of its nine words, and one word of their own. */
const headlines = fc
  .array(
    fc.record({
      event: fc.nat({ max: events.length - 1 }),
      words: fc.uniqueArray(fc.nat({ max: 8 }), { minLength: 5, maxLength: 5 }),
    }),
    { minLength: 20, maxLength: 80 },
  )
  .map((told) =>
    told.map(({ event, words }, id) => ({
      id,
      event,
      title: [...words.map((word) => events[event]?.[word] ?? ''), `own${id}`].join(' '),
    })),
  )

it('loses no article, and names each story by one of its own', () => {
  const anything = fc.array(fc.string({ unit: 'grapheme', maxLength: 400 }), { maxLength: 60 })
  fc.assert(
    fc.property(anything, (titles) => {
      const articles = titles.map((title, id) => ({ id, title }))
      const stories = storiesOf(articles)
      for (const [id, story] of stories) {
        expect(stories.get(story)).toBe(story)
        expect(story).toBeLessThanOrEqual(id)
      }
    }),
  )
})

it('never changes the id of a story that goes on', () => {
  fc.assert(
    fc.property(headlines, (articles) => {
      const index = createStoryIndex()
      for (const { id, title } of articles) {
        const before = new Map(
          articles.slice(0, id).map((each) => [each.id, index.storyOf(each.id)]),
        )
        const placed = index.add(storyArticle(id, title))
        const ended = placed.kind === 'joined' ? placed.merged.map(({ story }) => story) : []
        for (const [known, story] of before) {
          if (story !== null && !ended.includes(story)) expect(index.storyOf(known)).toBe(story)
        }
      }
    }),
    { numRuns: 30 },
  )
})

it('hardly minds the order of arrival: nine pairs in ten that one order joins, another joins too', () => {
  const inTwoOrders = headlines.chain((articles) =>
    fc.tuple(
      fc.constant(articles),
      fc.shuffledSubarray(articles, { minLength: articles.length, maxLength: articles.length }),
    ),
  )
  fc.assert(
    fc.property(inTwoOrders, ([articles, shuffled]) => {
      const [one, other] = [storiesOf(articles), storiesOf(shuffled)]
      let inBoth = 0
      let inEither = 0
      for (const a of articles) {
        for (const b of articles.slice(0, a.id)) {
          const joined = [one, other].map((stories) => stories.get(a.id) === stories.get(b.id))
          if (joined.includes(true)) inEither++
          if (!joined.includes(false)) inBoth++
        }
      }
      expect(inBoth / (inEither || 1)).toBeGreaterThanOrEqual(0.9)
    }),
    { numRuns: 60, seed: 7 },
  )
})

it('looks at a bounded number of articles when one word stands in every title', () => {
  const postings = createPostings()
  for (let slot = 0; slot < 5000; slot++) {
    const { title } = termsOf(
      `Election candidate${slot} ${slot % 2 ? 'wins' : 'loses'}`,
      null,
      'en',
    )
    postings.add(slot, { title: title.map(textKey), lead: [] })
  }
  expect(postings.neighbours(4999, 1).length).toBeLessThan(600)
})
