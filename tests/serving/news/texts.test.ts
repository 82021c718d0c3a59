import { expect, it } from 'vitest'
import { loadArticles } from '../../../src/serving/news/texts.ts'
import { aDatabase, addNews } from '../../helpers/database.ts'

it('gives all articles that are asked for, also when it has kept too many', async () => {
  const db = await aDatabase()
  await addNews(
    db,
    Array.from({ length: 5001 }, (_, i) => ({ title: `News ${i + 1}` })),
  )
  const most = Array.from({ length: 5000 }, (_, i) => i + 1)
  expect((await loadArticles(db, most)).size).toBe(5000)
  expect([...(await loadArticles(db, [1, 5001, 9999])).keys()].sort()).toEqual([1, 5001])
})
