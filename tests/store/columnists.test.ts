import { expect, it } from 'vitest'
import type { Page } from '../../src/domain/article.ts'
import { loadDigest } from '../../src/serving/compose-edition.ts'
import { listColumnists, mergeColumnists, separateColumnist } from '../../src/store/columnists.ts'
import { setFeedRemoved } from '../../src/store/feeds.ts'
import { recordPage, waitingPages } from '../../src/store/pages.ts'
import type { Database } from '../../src/store/tables.ts'
import { aPage } from '../helpers/articles.ts'
import { aDatabase, addNews, noon } from '../helpers/database.ts'
import { titlesFound } from '../helpers/search.ts'

async function addColumn(db: Database, title: string, author: string) {
  await addNews(db, [{ title, author, kind: 'column' }])
}

/** Reads the page of the article of that title, in the words given. */
async function readPage(
  db: Database,
  title: string,
  page: Partial<Page>,
  url: string | null = null,
) {
  const pages = await waitingPages(db, noon.subtract({ hours: 1 }), noon, 10)
  const id = pages.find((candidate) => candidate.title === title)?.id ?? 0
  await recordPage(db, id, { url, page: aPage(page), summary: null })
}

const digestOf = async (db: Database) =>
  (await loadDigest(db, { asOf: noon, days: 1 }, 'UTC')).days.flatMap(({ stories, columns }) => ({
    news: stories.map(({ lead }) => lead.title),
    authors: columns.map(({ author }) => author),
  }))[0]

it('knows one columnist across spellings and languages', async () => {
  const db = await aDatabase()
  await addColumn(db, 'On tanks', 'Serhiy Zgurets')
  await addColumn(db, 'Про танки', 'Сергій Згурець')
  await addColumn(db, 'On bridges', 'Ada Marsh')
  expect(await listColumnists(db)).toMatchObject([
    { name: 'Ada Marsh', columns: 1 },
    { name: 'Serhiy Zgurets', columns: 2 },
  ])
  expect((await digestOf(db))?.authors.toSorted()).toEqual([
    'Ada Marsh',
    'Serhiy Zgurets',
    'Serhiy Zgurets',
  ])
})

it('takes the columnist and the note about them from the page', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'On weather' }])
  const note = 'Ada Marsh writes on Tuesdays.'
  await readPage(db, 'On weather', { kind: 'column', authors: ['Ada Marsh'], authorNote: note })
  expect(await listColumnists(db)).toMatchObject([{ name: 'Ada Marsh', note, columns: 1 }])
  expect(await digestOf(db)).toEqual({ news: [], authors: ['Ada Marsh'] })
})

it('makes one of two that an admin knows to be one, and two of them again', async () => {
  const db = await aDatabase()
  await addColumn(db, 'One', 'A. Marsh')
  await addColumn(db, 'Two', 'Ada Marsh-Brook')
  const [first, second] = await listColumnists(db)
  expect(await mergeColumnists(db, first?.id ?? 0, second?.id ?? 0)).toBe(true)
  expect(await mergeColumnists(db, first?.id ?? 0, second?.id ?? 0)).toBe(false)
  expect((await digestOf(db))?.authors).toEqual(['Ada Marsh-Brook', 'Ada Marsh-Brook'])
  expect(await listColumnists(db)).toMatchObject([{ columns: 2, others: [{ name: 'A. Marsh' }] }])
  const found = (words: string) => titlesFound(db, words)
  // By the name that they bear, and by the one that stood there first.
  expect((await found('Marsh-Brook')).toSorted()).toEqual(['One', 'Two'])
  expect((await found('"Ada Marsh-Brook"')).toSorted()).toEqual(['One', 'Two'])
  expect(await found('A. Marsh')).toContain('One')
  expect(await separateColumnist(db, first?.id ?? 0)).toBe(true)
  expect(await found('Marsh-Brook')).toEqual(['Two'])
  expect((await digestOf(db))?.authors.toSorted()).toEqual(['A. Marsh', 'Ada Marsh-Brook'])
})

it('lists no columnist of whom nothing is in sight', async () => {
  const db = await aDatabase()
  const feed = await addNews(db, [{ title: 'One', author: 'Ada Marsh', kind: 'column' }])
  await setFeedRemoved(db, feed, noon)
  expect(await listColumnists(db)).toEqual([])
  await setFeedRemoved(db, feed, null)
  expect(await listColumnists(db)).toMatchObject([{ name: 'Ada Marsh', columns: 1 }])
})

it('shows one publication once, though feeds give it two addresses', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'Bridge opens' }, { title: 'Bridge opens (amp)' }])
  const canonical = 'https://news.example/bridge'
  await readPage(db, 'Bridge opens', {}, canonical)
  await readPage(db, 'Bridge opens (amp)', {}, canonical)
  expect((await digestOf(db))?.news).toEqual(['Bridge opens'])
})
