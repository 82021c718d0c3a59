import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type NewsStory, storyOf } from '../../src/serving/news/story.ts'
import { byRank, rankShared, without } from '../../src/serving/ranking.ts'
import type { RankedHeadline } from '../../src/store/headlines.ts'
import { noon } from '../helpers/database.ts'

function aStory(id: number, given: Partial<RankedHeadline>): NewsStory {
  return storyOf([
    {
      ...{ id, feedId: id % 7, kind: 'news', title: `Headline ${id}`, arrival: id },
      ...{ publishedAt: noon, publishedMs: noon.epochMilliseconds, precision: 'minute' },
      ...{ storyId: null, isLead: true, isPaid: false, isPinned: false, language: 'en' },
      ...{ columnistId: null, place: null, isContinued: false, isRoutine: false, aboutStory: null },
      ...given,
    },
  ])
}

it('puts as many stories in order as are asked for, many of the same score too', () => {
  const given = fc.record({
    count: fc.constantFrom(0, 1, 300, 12_000),
    scores: fc.constantFrom(1, 3, 100_000),
    pinnedEach: fc.constantFrom(2000, 100_000),
    asked: fc.array(fc.nat(1000), { maxLength: 4 }),
  })
  fc.assert(
    fc.property(given, ({ count, scores, pinnedEach, asked }) => {
      const stories = Array.from({ length: count }, (_, i) =>
        aStory(i + 1, {
          isPinned: i % pinnedEach === 3,
          publishedMs: noon.epochMilliseconds + ((i * 7919) % 11),
        }),
      )
      const scoreOf = Float64Array.from(stories, (_, i) => (i * 104_729) % scores)
      const pinned = new Set(stories.flatMap(({ isPinned }, place) => (isPinned ? place : [])))
      const ranking = rankShared(stories, { scores: scoreOf, pinned }, new Map([['en', count]]))
      const all = stories
        .map((story, i) => ({ story, score: scoreOf[i] ?? 0, isShared: true }))
        .sort(byRank)
      for (const until of [...asked, count]) {
        const from = Math.floor(until / 2)
        expect(ranking.entries(from, until)).toEqual(all.slice(from, until))
      }
      const left = all.filter((_, i) => i % 3 === 0).map(({ story }) => story)
      const others = without(ranking, new Set(left))
      expect(others.count).toBe(count - left.length)
      expect(others.entries(0, 10)).toEqual(all.filter((_, i) => i % 3 !== 0).slice(0, 10))
    }),
    { numRuns: 25 },
  )
})
