import fc from 'fast-check'
import { expect, it } from 'vitest'
import { listFeeds, setFeedRemoved } from '../../../src/store/feeds.ts'
import { recordPage, waitingPages } from '../../../src/store/pages.ts'
import { aPage } from '../../helpers/articles.ts'
import { aDatabase, addNews, noon } from '../../helpers/database.ts'
import { titlesFound } from '../../helpers/search.ts'

it('finds words and their beginnings in title, summary, text and author, newest first', async () => {
  const db = await aDatabase()
  await addNews(db, [
    { title: 'Harbour bridge opens', publishedAt: noon.subtract({ hours: 2 }) },
    { title: 'A quiet day', body: 'Gulls over the harbour.', publishedAt: noon },
    { title: 'On bridges', author: 'Ada Marsh' },
    { title: 'Порт відкрито', summary: { text: 'Гавань працює.', origin: 'feed' } },
  ])
  expect(await titlesFound(db, 'harb')).toEqual(['A quiet day', 'Harbour bridge opens'])
  expect(await titlesFound(db, 'harbour bridge')).toEqual(['Harbour bridge opens'])
  expect(await titlesFound(db, 'marsh')).toEqual(['On bridges'])
  expect(await titlesFound(db, 'гаван')).toEqual(['Порт відкрито'])
})

it('finds the text of a page once it is read', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'Council meets' }])
  expect(await titlesFound(db, 'lighthouse')).toEqual([])
  const [waiting] = await waitingPages(db, noon.subtract({ hours: 1 }), noon, 10)
  const page = aPage({ text: 'The lighthouse is to be painted.' })
  await recordPage(db, waiting?.id ?? 0, { url: null, page, summary: null })
  expect(await titlesFound(db, 'lighthouse')).toEqual(['Council meets'])
  expect(await titlesFound(db, 'council')).toEqual(['Council meets'])
})

it('finds nothing of a removed feed, and all of it again once it is back', async () => {
  const db = await aDatabase()
  const id = await addNews(db, [{ title: 'Harbour' }])
  await setFeedRemoved(db, id, noon)
  expect(await titlesFound(db, 'harbour')).toEqual([])
  expect(await listFeeds(db)).toEqual([])
  await setFeedRemoved(db, id, null)
  expect(await titlesFound(db, 'harbour')).toEqual(['Harbour'])
})

it('takes whatever a reader types as words', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'Harbour' }])
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 100 }), async (words) => {
      expect(await titlesFound(db, words)).toBeInstanceOf(Array)
    }),
  )
  expect(await titlesFound(db, '"harbour" OR (NEAR*')).toEqual([])
  expect(await titlesFound(db, ' -- ')).toEqual([])
})

it('takes a single letter for a word of its own', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'Plan B' }, { title: 'Plan of a bridge' }])
  expect(await titlesFound(db, 'plan b')).toEqual(['Plan B'])
  expect(await titlesFound(db, 'plan br')).toEqual(['Plan of a bridge'])
})

it('counts no more than a thousand, those that came last', async () => {
  const db = await aDatabase()
  const many = Array.from({ length: 1100 }, (_, i) => ({
    title: `Harbour ${i}`,
    publishedAt: noon.subtract({ minutes: i }),
  }))
  await addNews(db, many.toReversed())
  const found = await titlesFound(db, 'harbour')
  expect(found).toHaveLength(1001)
  expect(found[0]).toBe('Harbour 0')
})
