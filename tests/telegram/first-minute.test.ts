import type { Message } from 'grammy/types'
import { expect, it } from 'vitest'
import { chatItself } from '../../src/domain/subscription.ts'
import { addFeed } from '../../src/store/feeds.ts'
import { findSubscription } from '../../src/store/subscriptions.ts'
import { aRunningApp, reader, admin as stranger } from '../helpers/app.ts'
import { botSays, sayAs } from '../helpers/telegram.ts'

async function aFirstMinute(sections = ['Sport', 'Local', 'Culture'], chatId = reader) {
  const running = await aRunningApp({ headlines: 2 })
  const { app, world, web } = running
  for (const section of sections) {
    const feed = { url: `${web.origin}/${section}`, title: section, tags: [section] }
    await addFeed(app.db, feed, Temporal.Now.instant())
  }
  const preferences = async () => {
    const subscription = await findSubscription(app.db, chatItself(chatId))
    if (!subscription) throw new Error('It is not subscribed')
    const { zone, times, paper } = subscription
    return { zone, times: times.join(), off: paper.off.sections }
  }
  const press = async (message: Message, label: string | RegExp, answer: string) => {
    const buttons = (message.reply_markup?.inline_keyboard ?? []).flat()
    const button = buttons.find(({ text }) =>
      typeof label === 'string' ? text === label : label.test(text),
    )
    if (!button || !('callback_data' in button)) {
      throw new Error(`No ${label} among ${buttons.map(({ text }) => text)}`)
    }
    expect(Buffer.byteLength(button.callback_data)).toBeLessThanOrEqual(64)
    const edited = botSays(world, message.chat.id, answer)
    await world.press(reader, message.message_id, button.callback_data, { chatId: message.chat.id })
    const then = await edited
    expect(then.message_id).toBe(message.message_id)
    return then
  }
  return { ...running, say: sayAs(world, reader), preferences, press }
}

it('brings the news at once, then asks for sections, hour and zone, a tap each', async () => {
  const { world, say, preferences, press } = await aFirstMinute()
  const first = await say('/start', 'Shall I make it yours?')
  const texts = world.history(reader).map(({ text }) => text ?? '')
  const news = texts.findIndex((text) => text.includes('Harbour headline'))
  expect(news).toBeGreaterThan(0)
  expect(news).toBeLessThan(texts.findIndex((text) => text.includes('Shall I make')))
  let page = await press(first, 'Choose …', 'Switch off')
  page = await press(page, '✓ Sport', 'Switch off')
  page = await press(page, '✓ Other sources', 'Switch off')
  page = await press(page, 'Go on ›', 'At what time')
  page = await press(page, '08:00', 'where you are (Europe/Kyiv)')
  page = await press(page, 'Yes', 'comes every day at 08:00 (Europe/Kyiv)')
  expect(await preferences()).toEqual({
    ...{ zone: 'Europe/Kyiv', times: '08:00:00' },
    off: ['', 'Sport'],
  })
  await press(page, 'All settings', 'Brings Culture and Local')
  // Once is enough.
  await say('/stop', 'is stopped')
  const { length } = world.history(reader)
  await say('/start', 'Welcome.')
  await say('/days', 'every day')
  const since = world.history(reader).slice(length)
  expect(since.filter(({ text }) => text?.includes('make it yours'))).toEqual([])
})

it('leaves a working digest whatever is passed over, and takes what is typed', async () => {
  const { world, say, preferences, press } = await aFirstMinute()
  const first = await say('/start', 'Shall I make it yours?')
  expect(await preferences()).toEqual({ zone: 'Europe/Kyiv', times: '07:30:00', off: [] })
  let page = await press(first, 'Everything', 'At what time')
  const asked = botSays(world, reader, 'Answer with one to four')
  page = await press(page, 'Another …', 'where you are')
  await asked
  await say('6 pm', 'comes at 18:00')
  page = await press(page, 'No, choose …', 'clocks of the world')
  const where = botSays(world, reader, 'Where are you? Answer')
  await world.press(reader, page.message_id, 'timezone:ask')
  await where
  await say('Польща', 'counted in Europe/Warsaw')
  await press(page, 'Leave it as it was', 'every day at 18:00 (Europe/Warsaw)')
  expect(await preferences()).toEqual({ zone: 'Europe/Warsaw', times: '18:00:00', off: [] })
})

it('begins with the hour where there are no sections to choose from', async () => {
  const { say, press } = await aFirstMinute([])
  const first = await say('/start', 'At what time shall it come?')
  await press(first, 'Keep 07:30', 'where you are')
})

it('takes the zone of a shared location, and keeps nothing else of it', async () => {
  const { app, world, say, preferences } = await aFirstMinute()
  const locate = async (latitude: number, longitude: number, answer: string) => {
    const said = botSays(world, reader, answer)
    world.sendLocation(reader, { latitude, longitude })
    return said
  }
  await locate(35.68, 139.69, 'Write /start to get one')
  const first = await say('/start', 'Shall I make it yours?')
  const asked = botSays(world, reader, 'Tap the key below')
  await world.press(reader, first.message_id, 'timezone:where')
  await asked
  expect(JSON.stringify(world.replyKeyboard(reader))).toContain('request_location')
  await locate(48.47, 35.04, 'You are in Europe/Kyiv')
  expect(world.replyKeyboard(reader)).toBeNull()
  await locate(35.68, 139.69, 'You are in Asia/Tokyo')
  expect((await preferences()).zone).toBe('Asia/Tokyo')
  await locate(-45, -140, 'You are in Etc/GMT')
  await locate(999, 999, 'which time zone that place')
  await say('/stop', 'is stopped')
  await locate(52.2, 21, 'brings it back, every day at 07:30 (Europe/Warsaw)')
  const rows = await app.db.selectFrom('subscription').selectAll().execute()
  expect(JSON.stringify(rows)).not.toMatch(/52\.2|139\.69|35\.04/)
})

it('is for the admins of a group, and takes no forged data', async () => {
  const group = -100_702
  const place = { chatId: group }
  const { world, preferences, press } = await aFirstMinute(['Sport', 'Local'], group)
  world.addChat({ id: group, type: 'supergroup', title: 'Quay', creator: reader })
  world.setMember(group, stranger, { status: 'member' })
  world.setMember(group, world.bot.id, { status: 'member' })
  const asked = botSays(world, group, 'Shall I make it yours?')
  world.sendText(reader, '/start', place)
  const first = await asked
  const before = await preferences()
  for (const data of ['first:all', 'first:time:09:00', 'first:at:Asia/Tokyo', 'first:another']) {
    const outcome = await world.press(stranger, first.message_id, data, place)
    expect(outcome).toMatchObject({ showAlert: true })
  }
  for (const data of ['first:time:99:99', 'first:at:Mars', 'first:at:+02:00', 'timezone:where']) {
    const outcome = await world.press(reader, first.message_id, data, place)
    expect(outcome.text).toContain('too old')
  }
  const redrawn = botSays(world, group, 'Switch off')
  const gone = await world.press(reader, first.message_id, 'first:section:AAAAAAAA:off:0', place)
  expect(gone.text).toContain('changed meanwhile')
  const shown = await redrawn
  expect(await preferences()).toEqual(before)
  await press(shown, 'Go on ›', 'At what time')
})
