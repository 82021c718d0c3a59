import { expect, it } from 'vitest'
import { publishedOn } from '../../src/domain/calendar.ts'
import { searchArticles } from '../../src/serving/search-articles.ts'
import { understandQuestion } from '../../src/serving/understand-question.ts'
import { articlesByIds } from '../../src/store/article-rows.ts'
import { findArticles } from '../../src/store/sqlite/search.ts'
import { aDatabase, addNews } from '../helpers/database.ts'

const now = Temporal.Instant.from('2024-06-20T12:00Z')

it.each(['America/Los_Angeles', 'Europe/Kyiv', 'Pacific/Kiritimati', 'Pacific/Honolulu', 'UTC'])(
  'finds on a day what stands under it in a digest, in %s',
  async (zone) => {
    const db = await aDatabase()
    const hours = Array.from({ length: 72 }, (_, i) => i)
    const from = Temporal.Instant.from('2024-06-13T00:00Z')
    await addNews(
      db,
      hours.flatMap((hour) => {
        const publishedAt = from.add({ hours: hour })
        const timed = { title: `Timed wool${hour} silk${hour}`, publishedAt }
        const dated = {
          title: `Dated salt${hour} iron${hour}`,
          publishedAt,
          precision: 'day' as const,
        }
        return hour % 24 === 0 ? [timed, dated] : [timed]
      }),
      { seenAt: now },
    )
    const serving = {
      db,
      findArticles: (request: Parameters<typeof findArticles>[1]) => findArticles(db, request),
    }
    const all = (await articlesByIds(db, hours.concat(hours.map((hour) => hour + 72)))).values()
    const titlesOn = (day: string) =>
      Array.from(
        articles.filter((each) => publishedOn(each, zone).toString() === day),
        titleOf,
      )
    const articles = [...all]
    for (const day of ['2024-06-13', '2024-06-14', '2024-06-15']) {
      const understood = understandQuestion(`on:${day}`, { now, zone })
      if (understood.kind !== 'question') throw new Error(understood.kind)
      const page = { offset: 0, order: 'newest' as const, zone, limit: 100 }
      const found = await searchArticles(serving, understood.question, page)
      if (found.kind !== 'found') throw new Error(found.kind)
      expect(found.entries.map(({ article }) => titleOf(article)).toSorted()).toEqual(
        titlesOn(day).toSorted(),
      )
      expect(found.total).toBe(titlesOn(day).length)
    }
  },
)

const titleOf = ({ title }: { title: string }) => title
