import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeDigest, type DigestPage, pageOfDigest } from '../../src/digests/compose.ts'
import type { Headline } from '../../src/domain/digest.ts'
import { anArticle } from '../helpers/articles.ts'

const at = (iso: string) => Temporal.Instant.from(iso)

describe('a digest', () => {
  it('groups by the days of the reader, newest first', () => {
    const late = anArticle({ publishedAt: at('2024-06-13T22:30:00Z') })
    const early = anArticle({ publishedAt: at('2024-06-13T20:30:00Z') })
    const inKyiv = composeDigest([early, late], 'Europe/Kyiv')
    expect(inKyiv.days.map((day) => day.date.toString())).toEqual(['2024-06-14', '2024-06-13'])
    const inUtc = composeDigest([early, late], 'UTC')
    expect(inUtc.days.map((day) => day.stories.map(({ lead }) => lead.id))).toEqual([
      [late.id, early.id],
    ])
  })

  it('puts what has only a day under that day, wherever its reader is', () => {
    const article = anArticle({ publishedAt: at('2024-06-14T12:00:00Z'), precision: 'day' })
    for (const zone of ['Pacific/Auckland', 'UTC', 'Pacific/Honolulu']) {
      const { days } = composeDigest([article], zone)
      expect(days.map(({ date }) => date.toString())).toEqual(['2024-06-14'])
    }
  })

  it('keeps columns apart from the news', () => {
    const column = anArticle({ kind: 'column', author: 'Ada Marsh' })
    const news = anArticle()
    const [day] = composeDigest([column, news], 'UTC').days
    expect(day?.columns).toEqual([column])
    expect(day?.stories.map(({ lead }) => lead)).toEqual([news])
  })

  it('shows every article exactly once, however it is paged', () => {
    const articles = fc.array(
      fc.record({
        hour: fc.integer({ min: 0, max: 24 * 6 }),
        kind: fc.constantFrom('news' as const, 'column' as const),
      }),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(articles, fc.integer({ min: 1, max: 20 }), (given, size) => {
        const all = given.map(({ hour, kind }) =>
          anArticle({ kind, publishedAt: at('2024-06-10T00:00:00Z').add({ hours: hour }) }),
        )
        const digest = composeDigest(all, 'Europe/Kyiv')
        const shown: number[] = []
        let offset: number | null = 0
        while (offset !== null) {
          const page: DigestPage<Headline> = pageOfDigest(digest, offset, size)
          for (const day of page.digest.days) {
            shown.push(...day.stories.map(({ lead }) => lead.id), ...day.columns.map((c) => c.id))
          }
          expect(page.digest.days.flatMap((day) => day.stories).length).toBeLessThanOrEqual(size)
          offset = page.next
        }
        expect(shown.toSorted()).toEqual(all.map(({ id }) => id).toSorted())
      }),
    )
  })
})
