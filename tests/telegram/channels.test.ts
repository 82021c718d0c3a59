import { expect, it } from 'vitest'
import type { World } from '../../src/playground/telegram/world.ts'
import { findSubscription } from '../../src/store/subscriptions.ts'
import { aRunningApp, admin as other, type RunningApp, reader } from '../helpers/app.ts'
import { botSays, sayAs } from '../helpers/telegram.ts'

const channel = -100_900_900

async function aChannel(): Promise<RunningApp> {
  const running = await aRunningApp()
  const { world } = running
  const name = { title: 'Harbour Daily', username: 'harbourdaily' }
  world.addChat({ id: channel, type: 'channel', ...name, creator: reader })
  return running
}

const say = (world: World, who: number, text: string, answer: string) =>
  sayAs(world, who)(text, answer)

it('connects a channel by its name, if both are admins there', async () => {
  const { app, world } = await aChannel()
  await say(world, reader, '/connect @nowhere', 'cannot find that channel')
  await say(world, reader, '/connect @HarbourDaily', 'I may not post yet')
  world.setMember(channel, world.bot.id, { status: 'administrator', denied: ['can_post_messages'] })
  await say(world, reader, '/connect @harbourdaily', 'I may not post yet')
  world.setMember(channel, world.bot.id, { status: 'administrator' })
  await say(world, other, '/connect @harbourdaily', 'Only an admin of Harbour Daily')
  await say(world, reader, '/connect @harbourdaily', 'Harbour Daily gets the digest every day')
  expect(await findSubscription(app.db, channel)).toMatchObject({ zone: 'Europe/Kyiv' })
})

it('connects a channel that is picked, and becomes its admin on the way', async () => {
  const { app, world } = await aChannel()
  await say(world, reader, '/connect', 'Which channel')
  const done = botSays(world, reader, 'Harbour Daily gets the digest')
  world.shareChat(reader, 1, channel)
  await done
  expect(world.replyKeyboard(reader)).toBeNull()
  expect(await findSubscription(app.db, channel)).not.toBeNull()
})

it('changes the preferences of a channel from a private chat, for its admins', async () => {
  const { app, world } = await aChannel()
  world.setMember(channel, world.bot.id, { status: 'administrator' })
  await say(world, reader, '/connect @harbourdaily', 'gets the digest')
  await say(world, reader, '/time @harbourdaily 08:15', 'comes at 08:15')
  await say(world, other, '/time @harbourdaily 09:15', 'Only the admins')
  const page = await say(world, reader, `/days ${channel}`, 'every day')
  const data = `${channel}|days:6`
  expect(JSON.stringify(page.reply_markup)).toContain(`${channel}|days:`)
  await world.press(reader, page.message_id, data)
  const forged = await say(world, other, '/latest', 'Harbour headline')
  expect(await world.press(other, forged.message_id, data)).toMatchObject({ showAlert: true })
  const subscription = await findSubscription(app.db, channel)
  expect(subscription?.weekdays).toEqual([6])
  expect(subscription?.times.join()).toBe('08:15:00')
  await say(world, reader, '/stop @harbourdaily', 'is stopped')
  expect(await findSubscription(app.db, channel)).toBeNull()
})
