import { expect, it } from 'vitest'
import { chatItself } from '../../src/domain/subscription.ts'
import { explainStory, togglePin } from '../../src/editing/change-stories.ts'
import { createLog } from '../../src/lib/log.ts'
import { loadStory } from '../../src/serving/load-story.ts'
import { mergeStories } from '../../src/store/story-changes.ts'
import { aDatabase, addNews, noon } from '../helpers/database.ts'

it('answers the numbers of merged, earlier and later parts with the whole story', async () => {
  const db = await aDatabase()
  const titles = ['Bridge closes', 'Bridge shut', 'Bridge to close', 'Bridge opens', 'Bridge open']
  await addNews(
    db,
    titles.map((title, i) => ({ title, publishedAt: noon.subtract({ hours: 24 * (5 - i) }) })),
  )
  for (const id of [1, 2, 3, 4, 5]) {
    await db
      .insertInto('story')
      .values({ id, lead_id: id, continues: { 4: 1, 5: 4 }[id] ?? null })
      .execute()
    await db.updateTable('article').set({ story_id: id }).where('id', '=', id).execute()
  }
  const reason = { code: 'story-first' } as const
  await db.transaction().execute(async (trx) => {
    await mergeStories(trx, { from: 1, into: 2, reason })
    await mergeStories(trx, { from: 2, into: 3, reason })
  })
  const defaults = { zone: 'Europe/Kyiv', time: new Temporal.PlainTime(7, 30) }
  const serving = { db, now: () => noon, log: createLog('silent'), defaults }
  for (const [asked, leadId] of [
    [1, 3],
    [2, 3],
    [3, 3],
    [4, 4],
    [5, 5],
  ] as const) {
    const story = await loadStory(serving, chatItself(7), asked)
    expect(story?.lead.id).toBe(leadId)
    const others = [5, 4, 3, 2, 1].filter((id) => id !== leadId)
    expect(story?.others.map(({ id }) => id)).toEqual(others)
  }
  expect(await loadStory(serving, chatItself(7), 6)).toBeNull()
  expect(await explainStory({ db }, 1)).toMatchObject({ id: 3 })
  expect(await togglePin({ db }, 2)).toEqual({ id: 3, isPinned: true })
})

it('comes to an end where a damaged database names the parts of a story in a circle', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'Bridge closes' }])
  await db
    .insertInto('story')
    .values([
      { id: 1, merged_into: 2 },
      { id: 2, merged_into: 1 },
      { id: 3, continues: 4 },
      { id: 4, continues: 3 },
    ])
    .execute()
  expect(await explainStory({ db }, 1)).toBeNull()
  expect(await explainStory({ db }, 3)).toBeNull()
})
