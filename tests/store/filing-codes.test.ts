import { expect, it } from 'vitest'
import { aDatabase, addNews, noon } from '../helpers/database.ts'
import { serve, subscribe } from '../helpers/deliveries.ts'

it('keeps a headline as its agency filed it, and shows it without the codes', async () => {
  const db = await aDatabase()
  await subscribe(db, 7, {}, noon)
  await addNews(db, [{ title: 'RPT-UPDATE 2-Harbour bank cuts rates' }])
  const [digest] = await serve(db, noon)
  expect(digest?.html).toContain('>Harbour bank cuts rates<')
  expect(digest?.html).not.toMatch(/>[^<]*(?:RPT|UPDATE)/)
  const { title } = await db.selectFrom('article').select('title').executeTakeFirstOrThrow()
  expect(title).toBe('RPT-UPDATE 2-Harbour bank cuts rates')
})
