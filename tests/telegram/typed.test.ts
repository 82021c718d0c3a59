import type { Message } from 'grammy/types'
import { expect, it } from 'vitest'
import { chatItself } from '../../src/domain/subscription.ts'
import { findSubscription } from '../../src/store/subscriptions.ts'
import { aRunningApp, admin as other, reader } from '../helpers/app.ts'
import { botSays, sayAs } from '../helpers/telegram.ts'

async function aSubscribedReader() {
  const running = await aRunningApp({ headlines: 1 })
  const { app, world } = running
  const say = sayAs(world, reader)
  await say('/start', 'Harbour headline 1')
  const preferences = async () => {
    const { zone, times } = (await findSubscription(app.db, chatItself(reader))) ?? {
      zone: '',
      times: [],
    }
    return `${times.map((time) => time.toString({ smallestUnit: 'minute' }))} ${zone}`
  }
  const press = async (message: Message, label: RegExp, answer: string) => {
    const button = message.reply_markup?.inline_keyboard.flat().find(({ text }) => label.test(text))
    const said = botSays(world, reader, answer)
    const data = button && 'callback_data' in button ? button.callback_data : ''
    await world.press(reader, message.message_id, data)
    return said
  }
  return { ...running, say, press, preferences }
}

it('understands places and abbreviations for a zone, or offers some to choose from', async () => {
  const { world, say, press, preferences } = await aSubscribedReader()
  for (const [typed, zone] of [
    ['New York', 'America/New_York'],
    ['CET', 'Europe/Brussels'],
    ['Токіо', 'Asia/Tokyo'],
    ['Київ', 'Europe/Kyiv'],
  ]) {
    await say(`/timezone ${typed}`, `counted in ${zone}`)
  }
  const offset = await say('/timezone +3', 'Which of these do you mean by “+3”?')
  await press(offset, /^Nairobi · \d\d:\d\d$/, 'counted in Africa/Nairobi')
  expect(await preferences()).toContain('Africa/Nairobi')
  const wrong = await say('/timezone Nowhereville', '“Nowhereville” is not a time zone')
  await press(wrong, /^Shanghai · /, 'counted in Asia/Shanghai')
  const guess = await say('/timezone Atlantis', '“Atlantis” is not a place that I know')
  const offered = guess.reply_markup?.inline_keyboard.flat().map(({ text }) => text) ?? []
  expect(offered.length).toBeGreaterThan(10)
  expect(offered[0]).toMatch(/^Atlanta · /)
  await press(guess, /^Atlanta · /, 'counted in America/New_York')
  await say('/timezone Shanghai', 'counted in Asia/Shanghai')
  // A button that was used is gone, and a forged one changes nothing.
  for (const data of ['timezone:Mars', 'timezone:+02:00', 'timezone:']) {
    expect(await world.press(reader, wrong.message_id, data)).toMatchObject({
      text: expect.stringContaining('too old'),
    })
  }
  expect(await preferences()).toContain('Asia/Shanghai')
})

it('understands hours as they are typed, or offers some to choose from', async () => {
  const { world, say, press, preferences } = await aSubscribedReader()
  for (const [typed, time] of [
    ['8', '08:00'],
    ['8.30', '08:30'],
    ['0915', '09:15'],
    ['8pm', '20:00'],
  ]) {
    await say(`/time ${typed}`, `comes at ${time} (Europe/Kyiv). The next one`)
  }
  const wrong = await say('/time early', '“early” is not a time of day')
  await press(wrong, /^Other hours …$/, 'At what time shall the digest come?')
  await press(wrong, /^21:00$/, 'comes at 21:00')
  await world.press(reader, wrong.message_id, 'time:99:99')
  expect(await preferences()).toBe('21:00 Europe/Kyiv')
})

it('keeps what is chosen by a button for one who has stopped', async () => {
  const { say, press } = await aSubscribedReader()
  await say('/stop', 'is stopped')
  const wrong = await say('/time early', 'is not a time of day')
  await press(wrong, /^21:00$/, 'brings it back, every day at 21:00')
  const offset = await say('/timezone +2', 'Which of these')
  await press(offset, /^Kyiv/, 'brings it back, every day at 21:00 (Europe/Kyiv)')
})

it('lets only the admins of a group choose by its buttons', async () => {
  const { app, world } = await aSubscribedReader()
  const group = -100_600
  const place = { chatId: group }
  world.addChat({ id: group, type: 'supergroup', title: 'Quay', creator: reader })
  world.setMember(group, other, { status: 'member' })
  world.setMember(group, world.bot.id, { status: 'member' })
  const digest = botSays(world, group, 'Harbour headline')
  world.sendText(reader, '/start', place)
  await digest
  const asked = botSays(world, group, 'Which of these')
  world.sendText(reader, '/timezone +2', place)
  const { message_id } = await asked
  for (const data of ['timezone:Asia/Tokyo', 'time:21:00']) {
    expect(await world.press(other, message_id, data, place)).toMatchObject({ showAlert: true })
  }
  expect(await findSubscription(app.db, chatItself(group))).toMatchObject({ zone: 'Europe/Kyiv' })
})

it('repeats of what was typed no more than one knows it by', async () => {
  const { say } = await aSubscribedReader()
  for (const command of ['/time', '/timezone', '/days', '/pause', '/search !']) {
    const { text } = await say(`${command} ${'!?'.repeat(900)}`, /“.*…”|too long/)
    expect(text?.length).toBeLessThan(400)
  }
})

it('says of a pause which digest is the next', async () => {
  const { say } = await aSubscribedReader()
  const { text } = await say('/pause 1d', /is paused until .* The next one: \w+, .* 07:30, with/)
  const local = Temporal.Now.zonedDateTimeISO('Europe/Kyiv')
  const isToCome = Temporal.PlainTime.compare(local.toPlainTime(), '07:30') < 0
  const next = local.toPlainDate().add({ days: isToCome ? 1 : 2 })
  expect(text).toMatch(new RegExp(`The next one: \\w+, ${next.day} `))
})
