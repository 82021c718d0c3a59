import { expect, it } from 'vitest'
import { recordPage } from '../../src/store/pages.ts'
import { aPage } from '../helpers/articles.ts'
import { aDatabase, addNews, type GivenNews, noon } from '../helpers/database.ts'

const morning = noon.subtract({ hours: 5 })
const lastWeek = noon.subtract({ hours: 24 * 7 })

/** The date of an article and its precision, once its page has been read. */
async function dateAfter(known: Partial<GivenNews>, page: Parameters<typeof aPage>[0]) {
  const db = await aDatabase()
  await addNews(db, [{ title: 'Bridge opens', publishedAt: noon, ...known }])
  await recordPage(db, 1, { url: null, page: aPage(page), summary: null })
  const columns = ['published_at', 'date_precision'] as const
  const row = await db.selectFrom('article').select(columns).executeTakeFirstOrThrow()
  return [Temporal.Instant.fromEpochMilliseconds(row.published_at).toString(), row.date_precision]
}

it.each([
  ['of one without a date', { precision: 'none' }, { publishedAt: lastWeek }, lastWeek, 'minute'],
  [
    'of one without a date, though it be a day alone',
    { precision: 'none' },
    { publishedAt: lastWeek, precision: 'day' },
    lastWeek,
    'day',
  ],
  ['of that day', { precision: 'day' }, { publishedAt: morning }, morning, 'minute'],
] as const)('takes the date of the page in place %s', async (_, known, page, at, precision) => {
  expect(await dateAfter(known, page)).toEqual([at.toString(), precision])
})

it.each([
  ['of another day', { precision: 'day' }, { publishedAt: lastWeek }],
  ['no better known', { precision: 'day' }, { publishedAt: morning, precision: 'day' }],
  ['beside that of the feed', { precision: 'minute' }, { publishedAt: morning }],
  ['to come', { precision: 'none' }, { publishedAt: noon.add({ hours: 1 }) }],
] as const)('leaves the date as it is for one %s', async (_, known, page) => {
  expect(await dateAfter(known, page)).toEqual([noon.toString(), known.precision])
})
