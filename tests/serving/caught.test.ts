import { expect, it } from 'vitest'
import { usualPaper } from '../../src/domain/paper.ts'
import type { SearchRequest } from '../../src/domain/search.ts'
import { createI18n, translateInto } from '../../src/i18n/i18n.ts'
import { createLog } from '../../src/lib/log.ts'
import { createCatch } from '../../src/serving/caught.ts'
import { composeEdition, requestOfNow } from '../../src/serving/compose-edition.ts'
import { indexNewArticles } from '../../src/store/search.ts'
import { findArticles } from '../../src/store/sqlite/search.ts'
import type { Database } from '../../src/store/tables.ts'
import { aDatabase, addNews, noon } from '../helpers/database.ts'

const log = createLog('silent')
const t = translateInto(createI18n(), 'en')

async function news() {
  const db = await aDatabase()
  await addNews(db, [
    { title: 'Whales return to the bay' },
    { title: 'Ferry fares fall' },
    { title: 'Harbour bridge opens' },
  ])
  await indexNewArticles(db)
  return db
}

const looking = (db: Database, limitMs = 1000) => {
  const asked: SearchRequest[] = []
  const catches = createCatch({
    ...{ log, now: noon, limitMs },
    async findArticles(request) {
      asked.push(request)
      return findArticles(db, request)
    },
  })
  return { asked, catches }
}

const digestOf = async (db: Database, catches: ReturnType<typeof createCatch>, of: string) => {
  const paper = { ...usualPaper, follows: [{ kind: 'search' as const, of, alert: false }] }
  const request = await requestOfNow(db, noon)
  const composing = { db, log, t, now: noon, catches }
  const [part] = await composeEdition(composing, request, 'UTC', { paper })
  return part?.html ?? ''
}

it('puts what a followed search finds at the head, once', async () => {
  const db = await news()
  const { catches, asked } = looking(db)
  for (const _ of [1, 2]) {
    const html = await digestOf(db, catches, 'whale')
    expect(html).toMatch(/^<b>You follow<\/b>\n\n(?:<b>.*<\/b>\n)*.*Whales return/s)
    expect(html.match(/Whales return/g)).toHaveLength(1)
    expect(html).toContain('Ferry fares')
  }
  // Each question once.
  expect(asked).toHaveLength(1)
})

it('takes no word for the beginning of another', async () => {
  const db = await news()
  expect(await digestOf(db, looking(db).catches, 'wha')).not.toContain('You follow')
})

it.each([
  ['late', async () => ({ kind: 'late' as const })],
  ['broken', () => Promise.reject(new Error('The thread died'))],
])('leaves the section out where the search is %s', async (_, find) => {
  const db = await news()
  const catches = createCatch({ log, now: noon, limitMs: 1000, findArticles: find })
  const html = await digestOf(db, catches, 'whale')
  expect(html).not.toContain('You follow')
  expect(html).toContain('Whales return')
})

it('looks for nothing more when its time is up', async () => {
  const { asked, catches } = looking(await news(), 0)
  expect(await catches('whale', 'UTC')).toEqual(new Set())
  expect(asked).toEqual([])
})

it('catches every article of a story', async () => {
  const db = await aDatabase()
  await addNews(db, [
    { title: 'Whales return to the bay' },
    { title: 'Whales are back in the bay' },
  ])
  await db.insertInto('story').values({ id: 1, lead_id: 1 }).execute()
  await db.updateTable('article').set({ story_id: 1 }).execute()
  await indexNewArticles(db)
  expect(await looking(db).catches('whale', 'UTC')).toEqual(new Set([1, 2]))
})
