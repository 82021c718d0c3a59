import { expect, it } from 'vitest'
import { type Paper, usualPaper } from '../../src/domain/paper.ts'
import { chatItself } from '../../src/domain/subscription.ts'
import { createLog } from '../../src/lib/log.ts'
import { loseChat, regainChat } from '../../src/serving/chats.ts'
import { changeHour, changeHourDays } from '../../src/serving/own-hours.ts'
import { changePaper } from '../../src/serving/papers.ts'
import { activeSubscription, changePreferences, zoneOf } from '../../src/serving/preferences.ts'
import {
  connectChannel,
  recordReceived,
  subscribe,
  unsubscribe,
} from '../../src/serving/subscribe.ts'
import { newestArrival, numberArrivals } from '../../src/store/arrivals.ts'
import { aDatabase, noon } from '../helpers/database.ts'
import { addHeadlines } from '../helpers/headlines.ts'

async function aServing() {
  const defaults = { zone: 'Europe/Kyiv', time: new Temporal.PlainTime(7, 30) }
  return { db: await aDatabase(), now: () => noon, log: createLog('silent'), defaults }
}

const chat = { chatId: 7, threadId: null }
const channelId = -1_000_000_000_007

it('subscribes a chat with the defaults, and again with what it chose meanwhile', async () => {
  const serving = await aServing()
  const first = await subscribe(serving, chat)
  expect(first).toMatchObject({ isAgain: false, endsPause: false })
  expect(first.subscription).toMatchObject({ zone: 'Europe/Kyiv', chatId: 7 })
  const pausedUntil = noon.add({ hours: 48 })
  await changePreferences(serving, first.subscription, { zone: 'Europe/Lisbon', pausedUntil })
  const again = await subscribe(serving, chat)
  expect(again).toMatchObject({ isAgain: true, endsPause: true })
  expect(again.subscription).toMatchObject({ zone: 'Europe/Lisbon', pausedUntil: null })
})

it('brings nothing more on the day of the first news by an hour that has passed', async () => {
  const serving = await aServing()
  await addHeadlines(serving.db, [
    { feed: 1, hoursAgo: 1, words: 'Bridge opens', kind: 'news', story: null },
  ])
  await numberArrivals(serving.db)
  const { subscription } = await subscribe(serving, chat)
  const nextAt = async (time: string) => {
    const times = [Temporal.PlainTime.from(time)]
    const { zone, nextSlotAt } = await changePreferences(serving, subscription, { times })
    return nextSlotAt.toZonedDateTimeISO(zone).toPlainDateTime().toString()
  }
  await nextAt('19:00')
  // Nothing has come yet: the digest of this day is owed.
  expect(await nextAt('08:00')).toBe(
    noon.toZonedDateTimeISO('Europe/Kyiv').toPlainDateTime().toString(),
  )
  await nextAt('19:00')
  await recordReceived(serving, chat, await newestArrival(serving.db))
  expect(await nextAt('08:00')).toBe('2024-06-15T08:00:00')
  expect(await nextAt('19:00')).toBe('2024-06-14T19:00:00')
})

it('remembers what a chat chose that stopped', async () => {
  const serving = await aServing()
  const { subscription } = await subscribe(serving, chat)
  await changePreferences(serving, subscription, { zone: 'Europe/Lisbon' })
  expect(await unsubscribe(serving, chatItself(7))).toBe(true)
  expect(await unsubscribe(serving, chatItself(7))).toBe(false)
  expect(await activeSubscription(serving, chatItself(7))).toBeNull()
  expect(await zoneOf(serving, chatItself(7))).toBe('Europe/Lisbon')
  expect(await zoneOf(serving, chatItself(8))).toBe('Europe/Kyiv')
})

it('brings back the digests of a chat that was lost, but not of one that stopped', async () => {
  const serving = await aServing()
  await subscribe(serving, chat)
  await loseChat(serving, 7, { code: 'bot-blocked' })
  expect(await regainChat(serving, 7)).toBe(true)
  expect(await activeSubscription(serving, chatItself(7))).not.toBeNull()
  await unsubscribe(serving, chatItself(7))
  expect(await regainChat(serving, 7)).toBe(false)
})

it('connects a channel with what its admin chose, and later with what it chose itself', async () => {
  const serving = await aServing()
  const { subscription } = await subscribe(serving, chat)
  await changePreferences(serving, subscription, { zone: 'Europe/Lisbon' })
  const connected = await connectChannel(serving, { channelId, personId: 7, language: 'en' })
  expect(connected).toMatchObject({ chatId: channelId, zone: 'Europe/Lisbon' })
  await changePreferences(serving, connected, { zone: 'Europe/Oslo' })
  expect(await connectChannel(serving, { channelId, personId: 7, language: 'en' })).toMatchObject({
    zone: 'Europe/Oslo',
  })
})

const paper: Paper = { ...usualPaper, kinds: 'columns' }
const at = (hour: number) => Temporal.PlainTime.from({ hour })

it('lets a channel and a topic begin with the hours of their own of whose wishes they take', async () => {
  const serving = await aServing()
  const { db } = serving
  const { subscription } = await subscribe(serving, chat)
  await changePreferences(serving, subscription, { times: [at(8), at(18)] })
  const follows = [{ kind: 'story', of: '3', alert: true }] as const
  const mutes = { ...usualPaper.mutes, words: ['football'] }
  await changePaper(serving, chat, (usual) => ({ ...usual, length: 'short', follows, mutes }))
  await changeHour(serving, chat, at(18), 'own')
  await changeHourDays(serving, chat, at(18), [7])
  await changePaper(serving, chat, () => paper, at(18))
  const connected = await connectChannel(serving, { channelId, personId: 7, language: 'en' })
  const hours = [{ time: at(18), weekdays: [7], paper, coveredThrough: null }]
  expect(connected).toMatchObject({ times: [at(8), at(18)], hours })
  // What its admin mutes and follows is their own: other admins see what the channel wants.
  expect(connected.paper).toEqual({ ...usualPaper, length: 'short' })
  // Each changes its own.
  await changeHour(serving, chatItself(channelId), at(18), 'usual')
  const again = await connectChannel(serving, { channelId, personId: 7, language: 'en' })
  expect(again.hours).toEqual([])
  expect((await activeSubscription(serving, chat))?.hours).toMatchObject([{ time: at(18), paper }])

  const topic = { chatId: 7, threadId: 3 }
  await addHeadlines(db, [{ feed: 1, hoursAgo: 1, words: 'Rain', kind: 'news', story: null }])
  const { subscription: ofTopic } = await subscribe(serving, topic)
  expect(ofTopic).toMatchObject({ paper: { follows }, hours: [{ paper }] })
  // What is out when it begins is not brought once more.
  expect((await activeSubscription(serving, topic))?.hours).toMatchObject([{ coveredThrough: 1 }])
})

it('tells a new topic at once what its chat follows so', async () => {
  const serving = await aServing()
  const group = { chatId: -100_500, threadId: null }
  const topic = { ...group, threadId: 17 }
  await subscribe(serving, group)
  const follows = [{ kind: 'story' as const, of: '5', alert: true }]
  await changePaper(serving, group, (paper) => ({ ...paper, follows }))
  const { subscription } = await subscribe(serving, topic)
  expect(subscription.paper.follows).toEqual(follows)
  const toldThrough = serving.db.selectFrom('subscription').select('alert_through')
  expect(await toldThrough.execute()).toEqual([{ alert_through: 0 }, { alert_through: 0 }])
})
