import type { Message } from 'grammy/types'
import { expect, it, vi } from 'vitest'
import { chatItself } from '../../src/domain/subscription.ts'
import type { World } from '../../src/playground/telegram/world.ts'
import { addFeed } from '../../src/store/feeds.ts'
import { ownHours } from '../../src/store/hour-papers.ts'
import { findSubscription } from '../../src/store/subscriptions.ts'
import { aRunningApp, reader, admin as stranger } from '../helpers/app.ts'
import { sayAs } from '../helpers/telegram.ts'

const ukrainian = 3
const group = -1_001_234_567_890

async function anApp() {
  const running = await aRunningApp({ headlines: 3 })
  const { app, world } = running
  world.addUser({ id: ukrainian, is_bot: false, first_name: 'Олена', language_code: 'uk' })
  for (const title of ['Sport', 'Culture']) {
    const url = `${running.web.origin}/${title}`
    await addFeed(app.db, { url, title, tags: [title] }, Temporal.Now.instant())
  }
  const own = async (chatId: number) => {
    const subscription = await findSubscription(app.db, chatItself(chatId))
    const hours = (await ownHours(app.db, [subscription?.id ?? 0])).get(subscription?.id ?? 0) ?? []
    return hours.map(({ time, paper }) => [time.toString({ smallestUnit: 'minute' }), paper.off])
  }
  return { ...running, own, press: pressIn(world) }
}

/** Presses a button by its words; gives the message as it then stands. */
function pressIn(world: World) {
  return async (message: Message, label: string, by = reader) => {
    const data = dataOf(message, label)
    const { chat, message_id } = message
    const outcome = await world.press(by, message_id, data, { chatId: chat.id })
    const is = () => world.history(chat.id).find((each) => each.message_id === message_id)
    await vi.waitFor(() => {
      const now = JSON.stringify(is()?.reply_markup)
      if (now === JSON.stringify(message.reply_markup) && !outcome.text) throw new Error(label)
    })
    return { ...(is() ?? message), outcome }
  }
}

function dataOf(message: Message, label: string): string {
  const buttons = (message.reply_markup?.inline_keyboard ?? []).flat()
  const button = buttons.find(({ text }) => text === label)
  if (!button || !('callback_data' in button)) {
    throw new Error(`No ${label} among ${buttons.map(({ text }) => text)}`)
  }
  expect(Buffer.byteLength(button.callback_data)).toBeLessThanOrEqual(64)
  return button.callback_data
}

it('gives an hour a choice of its own, by the pages of the usual one', async () => {
  const { world, own, press } = await anApp()
  const say = sayAs(world, reader)
  await say('/start', 'Harbour headline 1')
  const alone = await say('/settings', 'Comes every day')
  expect(JSON.stringify(alone.reply_markup)).not.toContain('What 07:30')
  await say('/time 08:00 18:00', '08:00 and 18:00')

  let page: Message = await press(await say('/settings', 'Comes every day'), 'What 18:00 brings')
  expect(page.text).toContain('As usual: what your other hours bring')
  page = await press(page, 'Its own')
  expect(page.text).toMatch(/^What 18:00 brings\n\nA choice of its own/)
  page = await press(page, 'What it brings')
  expect(page.text).toMatch(/^18:00: What it brings/)
  page = await press(page, '✓ Culture')
  expect(await own(reader)).toEqual([['18:00', { sections: ['Culture'], feeds: [] }]])
  page = await press(page, 'News and columns')
  page = await press(page, 'News')
  page = await press(page, '‹ Settings')
  expect(page.text).toContain('What 18:00 brings')
  expect(page.text).toContain('all but Culture')
  expect(page.text).toContain('Kinds news only')
  page = await press(page, 'Length')
  expect(JSON.stringify(page.reply_markup)).not.toContain('Other …')
  page = await press(await press(page, 'Short'), '‹ Settings')
  page = await press(page, '‹ Settings')
  expect(page.text).toContain('Brings everything')
  expect(page.text).toContain('Length usual')
  expect(page.text).toContain('18:00 a choice of its own: all but Culture')

  const last = await press(await press(page, 'What 08:00 brings'), 'Its own')
  expect(last.outcome).toMatchObject({ showAlert: true })
  expect(last.outcome.text).toContain('One hour has to bring your usual choice')

  // An hour that is moved takes its choice along; a button to the one before says so.
  await say('/time 08:00 19:00', '08:00 and 19:00')
  expect(await own(reader)).toEqual([['19:00', { sections: ['Culture'], feeds: [] }]])
  const stale = await world.press(reader, page.message_id, '1800|set:brings:0')
  expect(stale).toMatchObject({ showAlert: true, text: expect.stringContaining('has changed') })
  page = await press(await say('/settings', 'Comes every day'), 'What 19:00 brings')
  page = await press(page, 'Days')
  expect(page.text).toContain('On which days shall the digest of 19:00 come?')
  for (const day of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']) page = await press(page, `✓ ${day}`)
  page = await press(page, 'What 19:00 brings')
  expect(page.text).toContain('What 19:00 brings (Sun)')
  page = await press(page, '‹ Settings')
  expect(page.text).toContain('19:00 (Sun) a choice of its own')
  page = await press(await press(page, 'What 19:00 brings'), 'As usual')
  expect(await own(reader)).toEqual([])
})

it('says all of it in Ukrainian too', async () => {
  const { world, own, press } = await anApp()
  const say = sayAs(world, ukrainian)
  await say('/start', 'Harbour headline 1')
  await say('/time 08:00 18:00', '08:00 і 18:00')
  let page: Message = await press(
    await say('/settings', 'Ваш дайджест'),
    'Зміст о 18:00',
    ukrainian,
  )
  expect(page.text).toContain('Те саме, що й в інші години')
  page = await press(page, 'Окремий', ukrainian)
  expect(page.text).toContain('Окремий зміст')
  page = await press(page, 'Зміст', ukrainian)
  page = await press(page, '✓ Sport', ukrainian)
  page = await press(page, '‹ Налаштування', ukrainian)
  expect(page.text).toContain('усе (вимкнено: Sport)')
  page = await press(page, '‹ Налаштування', ukrainian)
  expect(page.text).toContain('О 18:00: окремий зміст — усе (вимкнено: Sport)')
  page = await press(await press(page, 'Зміст о 18:00', ukrainian), 'Дні', ukrainian)
  expect(page.text).toContain('У які дні надсилати дайджест о 18:00?')
  page = await press(await press(page, '✓ Нд', ukrainian), '‹ Налаштування', ukrainian)
  expect(page.text).toContain('О 18:00 (Пн, Вт, Ср, Чт, Пт, Сб): окремий зміст')
  const first = await press(page, 'Зміст о 08:00', ukrainian)
  const last = await press(first, 'Окремий', ukrainian)
  expect(last.outcome.text).toContain('Хоча б одна година')
  expect(await own(ukrainian)).toHaveLength(1)
})

it('keeps the hours of a chat from all but its admins, and takes no forged data', async () => {
  const { world, own, press } = await anApp()
  world.addChat({ id: group, type: 'supergroup', title: 'Quay', creator: reader })
  world.setMember(group, stranger, { status: 'member' })
  const say = sayAs(world, reader)
  await say('/start', 'Harbour headline 1')
  await say('/time 08:00 18:00', '08:00 and 18:00')
  const panel = await press(await say('/settings', 'Comes every day'), 'What 18:00 brings')
  await press(panel, 'Its own')

  const foreign = await sayAs(world, stranger)('/start', 'Harbour headline 1')
  for (const data of [
    `${group}|set:hour:1800:own`,
    `${group}|1800|set:kinds:columns`,
    `${reader}|1800|set:kinds:columns`,
    '1800|set:kinds:columns',
    'set:hour:1800:own',
    'set:hour:2460',
    'set:hour:2460:own',
    'set:hour:1231:own',
    'set:hourdays:1800',
    'set:hourdays:1800:8',
    `${group}|set:hourdays:1800:7`,
    '9999|set:',
    '1800|1800|set:kinds:columns',
    '1800|stance:follow:story:99999999',
  ]) {
    const outcome = await world.press(stranger, foreign.message_id, data)
    expect({ data, text: outcome.text }).toEqual({ data, text: expect.stringMatching(/\w/) })
  }
  expect(await own(stranger)).toEqual([])
  expect(await own(reader)).toEqual([['18:00', { sections: [], feeds: [] }]])
})
