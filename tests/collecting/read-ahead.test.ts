import { expect, it } from 'vitest'
import { bringFeedsForward } from '../../src/collecting/read-ahead.ts'
import { noHints } from '../../src/domain/polling.ts'
import { isBusySlot, mayReadAhead } from '../../src/domain/reading-ahead.ts'
import { addFeed, dueFeeds, saveFeedHealth } from '../../src/store/feeds.ts'
import { saveSubscription } from '../../src/store/subscriptions.ts'
import { aDatabase, noon } from '../helpers/database.ts'

const before = (minutes: number) => noon.subtract({ minutes })

it('makes feeds due ahead of the slot that many chats share, once, and not ahead of others', async () => {
  const db = await aDatabase()
  const { feed } = await addFeed(
    db,
    { url: 'https://news.example/rss', title: 'Example', kind: 'news' },
    before(60),
  )
  const health = { failures: 0, intervalMinutes: 60, nextDueAt: noon.add({ minutes: 20 }) }
  await saveFeedHealth(db, feed.id, { ...health, lastReadAt: before(40), notBefore: before(35) })
  const time = new Temporal.PlainTime(12)
  const subscribe = (chatId: number, nextSlotAt: Temporal.Instant) =>
    saveSubscription(db, { chatId, zone: 'UTC', times: [time], nextSlotAt }, before(60))
  for (let chatId = 1; chatId <= 40; chatId++) await subscribe(chatId, noon)
  await subscribe(41, before(30))

  expect(await bringFeedsForward(db, before(33))).toBe(0)
  expect(await bringFeedsForward(db, before(5))).toBe(0)
  expect(await dueFeeds(db, before(4))).toEqual([])
  expect(await bringFeedsForward(db, before(4))).toBe(1)
  expect(await dueFeeds(db, before(4))).toHaveLength(1)

  await saveFeedHealth(db, feed.id, { ...health, lastReadAt: before(3), notBefore: before(2) })
  expect(await bringFeedsForward(db, before(1))).toBe(0)
})

it('asks no feed that has failed, rests, was just read, or whose publisher asks for a rest', () => {
  const feed = {
    hints: noHints,
    nextDueAt: noon.add({ minutes: 10 }),
    notBefore: before(20),
    lastReadAt: before(30),
    intervalMinutes: 40,
    failures: 0,
    stoppedAt: null,
  }
  const may = (given: Partial<typeof feed> | { stoppedAt: Temporal.Instant }) =>
    mayReadAhead({ ...feed, ...given }, noon, before(3))
  expect(may({})).toBe(true)
  expect(may({ failures: 1 })).toBe(false)
  expect(may({ stoppedAt: before(100) })).toBe(false)
  // A Cache-Control, a ttl or a Retry-After that has not run out.
  expect(may({ notBefore: before(2) })).toBe(false)
  expect(may({ hints: { ...noHints, skipHours: [11] } })).toBe(false)
  // Within half its interval.
  expect(may({ lastReadAt: before(15) })).toBe(false)
  expect(may({ lastReadAt: before(4), intervalMinutes: 0 })).toBe(true)
  expect(may({ lastReadAt: before(3), intervalMinutes: 0 })).toBe(false)
})

it('counts a slot as busy that a twentieth of all chats share', () => {
  expect(isBusySlot(1, 3)).toBe(true)
  expect(isBusySlot(49, 1000)).toBe(false)
  expect(isBusySlot(50, 1000)).toBe(true)
  expect(isBusySlot(0, 0)).toBe(false)
})
