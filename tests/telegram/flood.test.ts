import { expect, it } from 'vitest'
import { telegramLimits } from '../../src/playground/telegram/limits.ts'
import type { World } from '../../src/playground/telegram/world.ts'
import { aRunningApp, reader } from '../helpers/app.ts'
import { botSays, sayAs } from '../helpers/telegram.ts'

/** The whole app, and so many people beside its reader, at Telegram's limits. */
async function aCrowd(count: number) {
  const { world } = await aRunningApp({ feeds: false })
  const crowd = Array.from({ length: count }, (_, i) => 1000 + i)
  for (const id of crowd) world.addUser({ id, is_bot: false, first_name: `Person ${id}` })
  world.setLimits(telegramLimits)
  return { world, crowd }
}

async function timeOf(work: Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work
  return performance.now() - start
}

const textsTo = (world: World, chatId: number) =>
  world.sent.filter((message) => message.chatId === chatId).map(({ text }) => text)

it('answers a stranger at once while one person floods it, tells that one so once, and does the last', async () => {
  const { world } = await aCrowd(1)
  for (let i = 0; i < 700; i++) world.sendText(1000, '/help')
  const last = botSays(world, 1000, 'What is kept about you')
  world.sendText(1000, '/privacy')
  const ask = sayAs(world, reader)
  expect(await timeOf(ask('/help', 'brings you the day'))).toBeLessThan(3000)
  await last
  const texts = textsTo(world, 1000)
  expect(texts.filter((text) => text.includes('too fast'))).toHaveLength(1)
  expect(texts.length).toBeLessThan(10)
}, 30_000)

it('answers a stranger at once while a thousand chats flood it', async () => {
  const { world, crowd } = await aCrowd(1000)
  for (let i = 0; i < 5; i++) for (const id of crowd) world.sendText(id, '/latest')
  const ask = sayAs(world, reader)
  expect(await timeOf(ask('/help', 'brings you the day'))).toBeLessThan(5000)
  expect(world.sent.length).toBeLessThan(500)
}, 30_000)

it('holds up only the chat whose messages take long', async () => {
  const { world } = await aCrowd(1)
  world.faults.next({
    kind: 'slow',
    delayMs: 4000,
    method: 'sendMessage',
    chatId: 1000,
    times: 9,
  })
  for (let i = 0; i < 4; i++) world.sendText(1000, '/latest')
  const ask = sayAs(world, reader)
  expect(await timeOf(ask('/help', 'brings you the day'))).toBeLessThan(2000)
  expect(await timeOf(ask('/latest', 'no news'))).toBeLessThan(2000)
}, 30_000)

it('answers the others of a group in which one person floods', async () => {
  const { world } = await aCrowd(1)
  const group = { chatId: -100_500 }
  world.addChat({ id: group.chatId, type: 'supergroup', title: 'Harbour', creator: reader })
  for (const id of [1000, world.bot.id]) world.setMember(group.chatId, id, { status: 'member' })
  for (let i = 0; i < 300; i++) world.sendText(1000, '/help', group)
  const answer = botSays(world, group.chatId, 'What is kept about you')
  world.sendText(reader, '/privacy', group)
  expect(await timeOf(answer)).toBeLessThan(6000)
}, 30_000)

it('says once to who asks more than sixty times a minute that it is too much', async () => {
  const { world } = await aRunningApp({ feeds: false })
  const { message_id } = await sayAs(world, reader)('/help', 'brings you the day')
  const press = async () => (await world.press(reader, message_id, 'nothing')).text
  for (let i = 1; i < 60; i++) expect(await press()).toMatch(/too old/)
  expect(await press()).toMatch(/very often/)
  const more = press().catch(() => 'no answer')
  expect(await Promise.race([more, new Promise((done) => setTimeout(done, 500))])).toBeUndefined()
})
