import { expect, it } from 'vitest'
import { mergeColumnists, splitColumnist } from '../../src/editing/columnists.ts'
import { hasFeeds, listFeeds, removeFeed, restoreFeed, weighFeed } from '../../src/editing/feeds.ts'
import { aDatabase, addNews, noon } from '../helpers/database.ts'

const now = () => noon

it('removes, restores and weighs a feed by its number, and no other', async () => {
  const db = await aDatabase()
  const editing = { db, now }
  const id = await addNews(db, [{ title: 'Bridge opens' }])
  expect(await weighFeed(editing, { id, weight: 3 })).toMatchObject({ kind: 'weighed' })
  expect(await weighFeed(editing, { id, weight: 11 })).toEqual({ kind: 'out-of-range' })
  expect(await weighFeed(editing, { id: 99, weight: 3 })).toEqual({ kind: 'unknown' })
  expect(await removeFeed(editing, 99)).toBeNull()
  expect(await removeFeed(editing, id)).toMatchObject({ title: 'Example News', weight: 3 })
  expect(await removeFeed(editing, id)).toBeNull()
  expect(await weighFeed(editing, { id, weight: 1 })).toEqual({ kind: 'unknown' })
  expect(await hasFeeds(editing)).toBe(false)
  expect(await restoreFeed(editing, id)).toMatchObject({ id })
  expect(await listFeeds(editing)).toMatchObject([{ feed: { id, weight: 3 } }])
})

it('says which of two columnists cannot be merged', async () => {
  const db = await aDatabase()
  const editing = { db }
  const column = { kind: 'column' as const }
  await addNews(db, [
    { title: 'On tides', author: 'Ann Reed', ...column },
    { title: 'On gulls', author: 'A. Reed', ...column },
    { title: 'On ropes', author: 'Bo Lind', ...column },
  ])
  expect(await mergeColumnists(editing, { from: 1, into: 9 })).toEqual({ kind: 'unknown', id: 9 })
  expect(await mergeColumnists(editing, { from: 2, into: 1 })).toMatchObject({ kind: 'merged' })
  expect(await mergeColumnists(editing, { from: 1, into: 3 })).toMatchObject({
    kind: 'has-others',
  })
  expect(await splitColumnist(editing, 2)).toMatchObject({ id: 2 })
  expect(await splitColumnist(editing, 99)).toBeNull()
})
