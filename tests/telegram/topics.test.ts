import type { Message } from 'grammy/types'
import { expect, it, vi } from 'vitest'
import { findSubscription } from '../../src/store/subscriptions.ts'
import { aRunningApp, admin as person, reader } from '../helpers/app.ts'
import { subject } from '../helpers/subject.ts'
import { botSays } from '../helpers/telegram.ts'

const group = -100_500
const [sport, local, itself] = [7, 8, null]
/** A word of the first headline alone. */
const [word = ''] = subject(0).split(' ')

/** A forum with two topics and a general one, which `reader` has made. */
async function aForum() {
  const running = await aRunningApp({ headlines: 60 })
  const { app, world } = running
  world.addChat({ id: group, type: 'supergroup', title: 'Harbour', creator: reader, isForum: true })
  world.setMember(group, person, { status: 'administrator' })
  const hello = botSays(world, group, 'An admin can write /start')
  world.setMember(group, world.bot.id, { status: 'member' })
  await hello
  for (const topic of [sport, local]) world.setTopic(group, topic, 'open')
  /** Writes in a topic; gives what the bot then says there. */
  const say = async (threadId: number | null, text: string, answer: string, who = reader) => {
    const said = botSays(world, group, answer)
    world.sendText(who, text, { chatId: group, ...(threadId !== null && { threadId }) })
    const message = await said
    expect(message.message_thread_id ?? null).toBe(threadId)
    return message
  }
  const press = (message: Message, data: string) =>
    world.press(reader, message.message_id, data, { chatId: group })
  const found = (threadId: number | null) => findSubscription(app.db, { chatId: group, threadId })
  /** Has the topics' digests come now, as if nothing had come yet; gives what they bring, topic by topic. */
  const deliver = async (...topics: (number | null)[]) => {
    const before = world.sent.length
    const due = { next_slot_at: Date.now() - 60_000, covered_through: null }
    for (const topic of topics) {
      const { id } = (await found(topic)) ?? { id: 0 }
      await app.db.updateTable('subscription').set(due).where('id', '=', id).execute()
    }
    await app.catchUp()
    const open = () =>
      app.db.selectFrom('delivery').select('id').where('state', '=', 'planned').execute()
    await vi.waitFor(async () => expect(await open()).toEqual([]), 15_000)
    return world.sent.slice(before).filter(({ chatId }) => chatId === group)
  }
  return { ...running, say, press, found, deliver }
}

it('lets each topic of a forum have hours, zone and paper of its own, beside the chat itself', async () => {
  const { say, press, found, deliver } = await aForum()
  for (const topic of [sport, local, itself]) await say(topic, '/start', 'Harbour headline 1')
  await say(sport, '/time 09:00', 'comes at 09:00')
  await say(local, '/time 18:00', 'comes at 18:00')
  await say(local, '/timezone Asia/Tokyo', 'Asia/Tokyo', person)
  await say(sport, `/mute ${word}`, word, person)
  await say(itself, '/quiet on', 'When nothing is new', person)
  const of = async (topic: number | null) => {
    const { times, zone, paper, quietNote } = (await found(topic)) ?? {}
    return [times?.map(String), zone, paper?.mutes.words, quietNote]
  }
  expect(await of(sport)).toEqual([['09:00:00'], 'Europe/Kyiv', [word], false])
  expect(await of(local)).toEqual([['18:00:00'], 'Asia/Tokyo', [], false])
  expect(await of(itself)).toEqual([['07:30:00'], 'Europe/Kyiv', [], true])
  expect((await say(sport, '/settings', 'Comes')).text).toContain('09:00')
  // The button of a panel changes the digest of the topic in which it stands.
  const days = await say(local, '/days', 'every day')
  await press(days, 'days:12345')
  expect((await found(local))?.weekdays).toEqual([1, 2, 3, 4, 5])
  expect((await found(sport))?.weekdays).toHaveLength(7)
  const sent = await deliver(sport, itself)
  expect(new Set(sent.map(({ threadId }) => threadId))).toEqual(new Set([sport, null]))
  const textsOf = (topic: number | null) =>
    sent.filter(({ threadId }) => threadId === topic).map(({ text }) => text)
  expect(textsOf(sport).join()).not.toContain(subject(0))
  expect(textsOf(itself).join()).toContain(subject(0))
})

it('shows the news of a topic by its own paper and zone, and of others by that of the chat itself', async () => {
  const { world, say, press } = await aForum()
  await say(sport, '/start', 'Harbour headline 1')
  await say(sport, `/mute ${word}`, word)
  const more = await say(sport, '/latest', 'headline 2')
  expect(more.text).not.toContain(subject(0))
  await say(local, '/latest', subject(0))
  await say(itself, '/start', 'Harbour headline 1')
  await say(itself, '/mute headline', 'headline')
  await say(local, '/latest', 'no news')
  await say(sport, '/latest', 'headline 2')
  const button = world
    .history(group)
    .filter(({ message_thread_id }) => message_thread_id === sport)
    .flatMap((message) =>
      (message.reply_markup?.inline_keyboard ?? []).flat().map((each) => ({ message, each })),
    )
    .findLast(({ each }) => 'callback_data' in each && /^(page|more):/.test(each.callback_data))
  if (!button || !('callback_data' in button.each)) throw new Error('There is no button for more')
  const next = botSays(world, group, /headline/)
  await press(button.message, button.each.callback_data)
  expect((await next).message_thread_id).toBe(sport)
})

it('stops the digest of one topic alone', async () => {
  const { say, found } = await aForum()
  for (const topic of [sport, local, itself]) await say(topic, '/start', 'Harbour headline 1')
  await say(sport, '/stop', 'is stopped')
  expect(await found(sport)).toBeNull()
  await say(sport, '/settings', 'You get no digest now')
  for (const topic of [local, itself]) expect(await found(topic)).not.toBeNull()
  await say(itself, '/stop', 'is stopped')
  expect(await found(local)).not.toBeNull()
})

it('begins a topic with the wishes of the chat itself, and changes them apart', async () => {
  const { say, found } = await aForum()
  await say(itself, '/start', 'Harbour headline 1')
  await say(itself, '/timezone Asia/Tokyo', 'Asia/Tokyo')
  await say(sport, '/start', 'Harbour headline 1')
  expect((await found(sport))?.zone).toBe('Asia/Tokyo')
  await say(sport, '/timezone Europe/London', 'Europe/London')
  expect((await found(itself))?.zone).toBe('Asia/Tokyo')
})

it.each(['deleted', 'closed'] as const)(
  'ends the digest of a topic that is %s, tells the admins, and goes on in the others',
  async (fate) => {
    const { world, say, found, deliver } = await aForum()
    world.sendText(reader, '/help')
    for (const topic of [sport, local, itself]) await say(topic, '/start', 'Harbour headline 1')
    world.setTopic(group, sport, fate)
    const told = botSays(world, reader, 'closed or deleted')
    const sent = await deliver(sport, local, itself)
    await told
    expect(new Set(sent.map(({ threadId }) => threadId))).toEqual(new Set([local, null]))
    const topics = await Promise.all([sport, local, itself].map(found))
    expect(topics.map((each) => each !== null)).toEqual([false, true, true])
    // Let in again, the bot does not come back to it; /start does.
    world.setMember(group, world.bot.id, { status: 'kicked' })
    await vi.waitFor(async () => expect(await found(local)).toBeNull(), 5000)
    world.setMember(group, world.bot.id, { status: 'member' })
    await vi.waitFor(async () => expect(await found(local)).not.toBeNull(), 5000)
    expect(await found(itself)).not.toBeNull()
    expect(await found(sport)).toBeNull()
    world.setTopic(group, sport, 'open')
    await say(sport, '/start', 'Welcome')
    expect(await found(sport)).not.toBeNull()
  },
)

it('has topics configured from the private list of chats, by their admins alone', async () => {
  const { world, say, found } = await aForum()
  const olena = 3
  world.addUser({ id: olena, is_bot: false, first_name: 'Олена', language_code: 'uk' })
  for (const topic of [itself, sport]) await say(topic, '/start', 'Harbour headline 1')
  const ask = async (text: string, answer: string, who = reader) => {
    const said = botSays(world, who, answer)
    world.sendText(who, text)
    return said
  }
  const go = async (page: Message, label: string, answer: string) => {
    const button = (page.reply_markup?.inline_keyboard ?? [])
      .flat()
      .find(({ text }) => text === label)
    if (!button || !('callback_data' in button)) throw new Error(`no ${label}`)
    expect(Buffer.byteLength(button.callback_data)).toBeLessThanOrEqual(64)
    const next = botSays(world, reader, answer)
    await world.press(reader, page.message_id, button.callback_data)
    return next
  }
  const panel = await ask('/settings', 'You get no digest now')
  const list = await go(panel, 'Groups and channels', 'groups, topics and channels')
  expect((list.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text)).toEqual([
    'Harbour · topic 7',
    'Harbour',
  ])
  const of = await go(list, 'Harbour · topic 7', 'The digest of Harbour · topic 7')
  await go(await go(of, 'Pictures', 'Pictures of the first stories'), 'Large', 'Pictures of')
  await go(
    await go(of, 'Hours', 'Harbour · topic 7'),
    'Other hours …',
    `Harbour · topic 7 · ${group}/${sport}`,
  )
  const answered = botSays(world, reader, 'comes at 20:45')
  world.sendText(reader, '20:45')
  await answered
  expect((await found(sport))?.times.map(String)).toEqual(['20:45:00'])
  await ask(`/time ${group}/${sport} 21:15`, 'Harbour · topic 7')
  expect((await found(sport))?.times.map(String)).toEqual(['21:15:00'])
  expect((await found(itself))?.times.map(String)).toEqual(['07:30:00'])
  expect((await found(sport))?.paper.pictures).toBe('large')
  expect((await found(itself))?.paper.pictures).toBe('off')

  for (const who of [olena, person]) world.setMember(group, who, { status: 'member' })
  const foreign = await ask('/help', 'Courant', olena)
  for (const data of [`${group}:${sport}|set:`, `${group}:${sport}|set:kinds:columns`]) {
    const outcome = await world.press(olena, foreign.message_id, data)
    expect(outcome).toMatchObject({ showAlert: true, text: expect.stringMatching(/адміністратор/) })
  }
  await ask(`/time ${group}/${sport} 05:00`, 'адміністратор', olena)
  expect((await found(sport))?.times.map(String)).toEqual(['21:15:00'])
  // A topic that has no digest, and numbers that are none.
  for (const data of [`${group}:99|set:`, `${group}:99999999999|set:`]) {
    expect((await world.press(reader, of.message_id, data)).text).toMatch(/too old|^$|undefined/)
  }
  expect(await found(99)).toBeNull()
  world.setMember(group, olena, { status: 'administrator' })
  const theirs = await ask(`/time ${group}/${sport} 22:00`, 'Harbour · тема 7', olena)
  expect(theirs.text).toContain('22:00')
})
