import { Api } from 'grammy'
import { expect, it } from 'vitest'
import { chatItself } from '../../src/domain/subscription.ts'
import { createI18n, translateInto } from '../../src/i18n/i18n.ts'
import type { World } from '../../src/playground/telegram/world.ts'
import { findSubscription } from '../../src/store/subscriptions.ts'
import { createNotifyTopicGone } from '../../src/telegram/notify-topic-gone.ts'
import { aRunningApp, admin as person, type RunningApp, reader } from '../helpers/app.ts'
import { botSays, token } from '../helpers/telegram.ts'

const group = -100_500
const place = { chatId: group }

/** A group that `reader` has made, with another person and the bot in it. */
async function aGroup({ isForum = false } = {}): Promise<RunningApp> {
  const running = await aRunningApp()
  const { world } = running
  world.addChat({ id: group, type: 'supergroup', title: 'Harbour', creator: reader, isForum })
  world.setMember(group, person, { status: 'member' })
  const hello = botSays(world, group, 'An admin can write /start')
  world.setMember(group, world.bot.id, { status: 'member' })
  await hello
  return running
}

const subscribed = (app: RunningApp['app'], chatId = group) =>
  findSubscription(app.db, chatItself(chatId))

async function say(world: World, who: number, text: string, answer: string, where = place) {
  const said = botSays(world, where.chatId, answer)
  world.sendText(who, text, where)
  return said
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 5000
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It did not come about')
    await new Promise((done) => setTimeout(done, 10))
  }
}

it('lets only admins configure a group, asked anew each time', async () => {
  const { app, world } = await aGroup()
  await say(world, person, '/start', 'Only the admins')
  await say(world, reader, '/start@courant_bot', 'Harbour headline 1')
  expect(await subscribed(app)).toMatchObject({ chatId: group })
  await say(world, person, '/time 09:00', 'Only the admins')
  await say(world, person, '/latest', 'Harbour headline 1')
  world.setMember(group, person, { status: 'administrator' })
  await say(world, person, '/time 09:00', 'comes at 09:00')
  const page = await say(world, person, '/days', 'every day')
  world.setMember(group, person, { status: 'member' })
  const outcome = await world.press(person, page.message_id, 'days:1', place)
  expect(outcome).toMatchObject({
    showAlert: true,
    text: expect.stringContaining('Only the admins'),
  })
  await world.press(reader, page.message_id, 'days:12345', place)
  expect((await subscribed(app))?.weekdays).toEqual([1, 2, 3, 4, 5])
})

it('takes an anonymous admin for the admin that it is', async () => {
  const { app, world } = await aGroup()
  world.setMember(group, person, { status: 'administrator', is_anonymous: true })
  await say(world, person, '/start', 'Harbour headline 1')
  expect(await subscribed(app)).not.toBeNull()
})

it('answers in the topic in which it is asked, and brings digests there', async () => {
  const { app, world } = await aGroup({ isForum: true })
  world.setTopic(group, 7, 'open')
  await say(world, reader, '/start', 'Harbour headline 1', {
    ...place,
    threadId: 7,
  } as typeof place)
  const threads = new Set(
    world.sent.filter(({ chatId }) => chatId === group).map((m) => m.threadId),
  )
  expect(threads).toEqual(new Set([null, 7]))
  const row = await app.db.selectFrom('subscription').selectAll().executeTakeFirstOrThrow()
  expect(row).toMatchObject({ chat_id: group, thread_id: 7 })
})

it('lets a group go when it is put out, and comes back when let in again', async () => {
  const { app, world } = await aGroup()
  await say(world, reader, '/start', 'Harbour headline 1')
  world.setMember(group, world.bot.id, { status: 'kicked' })
  await until(async () => (await subscribed(app)) === null)
  world.setMember(group, world.bot.id, { status: 'member' })
  await until(async () => (await subscribed(app)) !== null)
})

it('lets a reader go who blocks it, but brings back none who stopped it', async () => {
  const { app, world } = await aRunningApp()
  const at = { chatId: reader }
  await say(world, reader, '/start', 'Harbour headline 1', at)
  world.block(reader)
  await until(async () => (await subscribed(app, reader)) === null)
  world.unblock(reader)
  await until(async () => (await subscribed(app, reader)) !== null)
  await say(world, reader, '/stop', 'is stopped', at)
  world.block(reader)
  world.unblock(reader)
  await say(world, reader, '/time', 'Your digest is stopped', at)
})

it('goes along when a group becomes a supergroup', async () => {
  const { app, world } = await aRunningApp()
  world.addChat({ id: -77, type: 'group', title: 'Quay', creator: reader })
  world.setMember(-77, world.bot.id, { status: 'member' })
  await say(world, reader, '/start', 'Harbour headline 1', { chatId: -77 })
  world.migrate(-77, -100_077)
  await until(async () => (await subscribed(app, -100_077)) !== null)
  expect(await subscribed(app, -77)).toBeNull()
})

it('tells those admins whom it can reach when a topic is gone', async () => {
  const { world, apiRoot } = await aGroup({ isForum: true })
  await say(world, reader, '/help', 'brings you the day', { chatId: reader })
  world.setMember(group, person, { status: 'administrator' })
  const told = botSays(world, reader, 'closed or deleted')
  const t = translateInto(createI18n(), 'en')
  await createNotifyTopicGone(new Api(token, { apiRoot }), async () => t)(group)
  expect((await told).text).toContain('The topic of Harbour')
  expect(world.sent.filter(({ chatId }) => chatId === person)).toEqual([])
})

it('answers /latest and /search in a group with one short message, and goes on in private', async () => {
  const { world } = await aGroup()
  const before = world.history(group).length
  const short = await say(world, person, '/latest', 'headline')
  const [button, ...others] = (short.reply_markup?.inline_keyboard ?? []).flat()
  expect(others).toEqual([])
  if (!button || !('url' in button)) throw new Error('There is no way to the private chat')
  const [, link = ''] = /^https:\/\/t\.me\/courant_bot\?start=([\w-]{1,64})$/.exec(button.url) ?? []
  const found = await say(world, person, '/search headline', '1–3')
  expect(found.text?.match(/Harbour headline/g)).toHaveLength(3)
  expect(world.history(group)).toHaveLength(before + 4)
  const older = (found.reply_markup?.inline_keyboard ?? []).flat()[0]
  if (!older || !('callback_data' in older)) throw new Error('There are no further results')
  const turned = botSays(world, group, '4–6')
  await world.press(person, found.message_id, older.callback_data, place)
  await turned
  expect(world.history(group)).toHaveLength(before + 4)
  // All of them, from the first on, and nobody is subscribed by it.
  const inPrivate = botSays(world, person, 'Harbour headline 25')
  world.sendText(person, `/start ${link}`)
  await inPrivate
})
