import { expect, it } from 'vitest'
import { encodeReason, type Reason } from '../../src/domain/reason.ts'
import { stoppedByReader } from '../../src/domain/subscription.ts'
import { listFeeds } from '../../src/store/feeds.ts'
import { unreadPages } from '../../src/store/pages.ts'
import { findStory } from '../../src/store/story-account.ts'
import { lostSubscriptions, servedSlots } from '../../src/store/subscriptions.ts'
import { aDatabase, addNews, noon } from '../helpers/database.ts'
import { subscribe } from '../helpers/deliveries.ts'
import { inWords } from '../helpers/in-words.ts'

/** A reason as this version writes it, and as older ones did. */
function written(reason: Reason, prose: string): string[] {
  return [encodeReason(reason), prose]
}

it.each(written({ code: 'nothing-new' }, 'nothing new'))(
  'counts a slot as served at which nothing was new: %s',
  async (reason) => {
    const db = await aDatabase()
    const { id } = await subscribe(db, 1)
    const slot = { slot: '2024-06-14T12:00', slot_at: noon.epochMilliseconds }
    const kept = { subscription_id: id, state: 'skipped', created_at: 0, reason } as const
    await db
      .insertInto('delivery')
      .values({ ...slot, ...kept })
      .execute()
    expect(await servedSlots(db, id)).toEqual([slot.slot])
  },
)

it.each(written(stoppedByReader, 'stopped by the reader'))(
  'brings back no digest that its reader has ended: %s',
  async (end_reason) => {
    const db = await aDatabase()
    await subscribe(db, 1)
    await db.updateTable('subscription').set({ ended_at: 1, end_reason }).execute()
    expect(await lostSubscriptions(db, 1)).toEqual([])
  },
)

it.each(written({ code: 'bot-blocked' }, 'the bot was blocked'))(
  'brings back a digest that was lost in another way: %s',
  async (end_reason) => {
    const db = await aDatabase()
    await subscribe(db, 1)
    await db.updateTable('subscription').set({ ended_at: 1, end_reason }).execute()
    expect(await lostSubscriptions(db, 1)).toHaveLength(1)
  },
)

it('shows the prose that older versions wrote of feeds, pages and stories as it is', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'Bridge opens' }, { title: 'Storm closes the road' }])
  const prose = 'the server answered 500'
  await db.updateTable('feed').set({ last_error: prose, notice: prose }).execute()
  await db
    .updateTable('article')
    .set({ page_state: 'failed', page_error: prose, story_id: 1, story_reason: prose })
    .execute()
  await db
    .insertInto('story')
    .values([{ id: 1 }, { id: 2, merged_into: 1, merge_reason: prose }])
    .execute()
  expect(inWords(await listFeeds(db))).toMatchObject([{ lastError: prose, notice: prose }])
  expect(inWords(await unreadPages(db, noon.subtract({ hours: 72 })))).toMatchObject([
    { reason: prose },
  ])
  expect(inWords(await findStory(db, 1))).toMatchObject({
    members: [{ reason: prose }, { reason: prose }],
    merges: [prose],
  })
})
