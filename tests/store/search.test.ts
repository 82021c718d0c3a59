import fc from 'fast-check'
import { expect, it } from 'vitest'
import { listFeeds, setFeedRemoved } from '../../src/store/feeds.ts'
import { recordPage, waitingPages } from '../../src/store/pages.ts'
import { searchArticles } from '../../src/store/search.ts'
import { aPage } from '../helpers/articles.ts'
import { aDatabase, addNews, noon } from '../helpers/database.ts'

const page = { offset: 0, limit: 10 }
const titles = async (db: Awaited<ReturnType<typeof aDatabase>>, words: string) =>
  (await searchArticles(db, words, page)).articles.map(({ title }) => title)

it('finds words and their beginnings in title, summary, text and author, newest first', async () => {
  const db = await aDatabase()
  await addNews(db, [
    { title: 'Harbour bridge opens', publishedAt: noon.subtract({ hours: 2 }) },
    { title: 'A quiet day', body: 'Gulls over the harbour.', publishedAt: noon },
    { title: 'On bridges', author: 'Ada Marsh' },
    { title: 'Порт відкрито', summary: { text: 'Гавань працює.', origin: 'feed' } },
  ])
  expect(await titles(db, 'harb')).toEqual(['A quiet day', 'Harbour bridge opens'])
  expect(await titles(db, 'harbour bridge')).toEqual(['Harbour bridge opens'])
  expect(await titles(db, 'marsh')).toEqual(['On bridges'])
  expect(await titles(db, 'гаван')).toEqual(['Порт відкрито'])
})

it('finds the text of a page once it is read', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'Council meets' }])
  expect(await titles(db, 'lighthouse')).toEqual([])
  const [waiting] = await waitingPages(db, noon.subtract({ hours: 1 }), noon, 10)
  const page = aPage({ text: 'The lighthouse is to be painted.' })
  await recordPage(db, waiting?.id ?? 0, { url: null, page, summary: null })
  expect(await titles(db, 'lighthouse')).toEqual(['Council meets'])
  expect(await titles(db, 'council')).toEqual(['Council meets'])
})

it('finds nothing of a removed feed, and all of it again once it is back', async () => {
  const db = await aDatabase()
  const id = await addNews(db, [{ title: 'Harbour' }])
  await setFeedRemoved(db, id, noon)
  expect(await titles(db, 'harbour')).toEqual([])
  expect(await listFeeds(db)).toEqual([])
  await setFeedRemoved(db, id, null)
  expect(await titles(db, 'harbour')).toEqual(['Harbour'])
})

it('takes whatever a reader types as words', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'Harbour' }])
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 100 }), async (words) => {
      expect((await searchArticles(db, words, page)).total).toBeGreaterThanOrEqual(0)
    }),
  )
  expect(await titles(db, '"harbour" OR (NEAR*')).toEqual([])
  expect(await titles(db, ' -- ')).toEqual([])
})
