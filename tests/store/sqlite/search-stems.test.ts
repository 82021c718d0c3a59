import { expect, it, onTestFinished, vi } from 'vitest'
import { index } from '../../../src/store/sqlite/search-schema.ts'
import { wordsLike } from '../../../src/store/sqlite/search-words.ts'
import type { Database } from '../../../src/store/tables.ts'
import { aDatabase, addNews } from '../../helpers/database.ts'

async function metOf(db: Database, stem: string): Promise<number | undefined> {
  const row = await index(db)
    .selectFrom('article_search_stem')
    .select('small')
    .where('stem', '=', stem)
    .executeTakeFirst()
  return row?.small
}

it('writes a new stem at once, and that known ones were met more often some minutes later', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const db = await aDatabase()
  await addNews(db, [{ title: 'The bridges' }])
  expect(await metOf(db, 'bridg')).toBe(1)
  await addNews(
    db,
    Array.from({ length: 8 }, (_, i) => ({ title: `The bridges and the tunnels, part ${i}` })),
  )
  expect(await metOf(db, 'bridg')).toBe(1)
  expect(await metOf(db, 'tunnel')).toBe(1)
  vi.advanceTimersByTime(600_000)
  await addNews(db, [{ title: 'The ferries' }])
  expect(await metOf(db, 'bridg')).toBe(8)
  expect(await metOf(db, 'tunnel')).toBe(8)
})

it.each([
  ['harbuor', ['Harbour']],
  ['trmp', ['Trump']],
  ['zelenksy', ['Zelensky']],
  ['зеленсткий', ['Зеленського']],
  ['woman', []],
  ['thieves', []],
  ['день', []],
  ['pies', []],
  ['brigdes', ['Bridge']],
])('takes %j for a slip in no other words than %j', async (word, meant) => {
  const db = await aDatabase()
  await addNews(db, [
    { title: 'The Harbour, los Two, país', body: 'Bridge. Trump met Zelensky in the tower.' },
    { title: 'Дети в ценах', body: 'Зеленського ждали все эти дни' },
  ])
  expect(await wordsLike(db, word, ['en', 'uk', 'ru', 'es', 'pl'])).toEqual(meant)
})
