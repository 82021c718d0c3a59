import type { Message } from 'grammy/types'
import { expect, it } from 'vitest'
import { slotsFrom } from '../../src/domain/slot.ts'
import { chatItself, isPaused } from '../../src/domain/subscription.ts'
import { findSubscription, recordCovered } from '../../src/store/subscriptions.ts'
import { pause } from '../../src/telegram/readers/preferences/pause.ts'
import { aRunningApp, reader } from '../helpers/app.ts'
import { plan, sendAll } from '../helpers/deliveries.ts'
import { botSays, sayAs } from '../helpers/telegram.ts'

async function aSubscribedReader() {
  const running = await aRunningApp({ headlines: 1 })
  const { app, world } = running
  const say = sayAs(world, reader)
  const press = async (message: Message, button: string, answer: string | RegExp) => {
    const said = botSays(world, reader, answer)
    await world.press(reader, message.message_id, dataOf(message, button))
    const edited = await said
    expect(edited.message_id).toBe(message.message_id)
    return edited
  }
  await say('/start', 'Harbour headline 1')
  const preferences = () => findSubscription(app.db, chatItself(reader))
  return { ...running, say, press, preferences }
}

function dataOf(message: Message, label: string): string {
  const button = message.reply_markup?.inline_keyboard.flat().find(({ text }) => text === label)
  return button && 'callback_data' in button ? button.callback_data : ''
}

it('takes several times a day', async () => {
  const { say, preferences } = await aSubscribedReader()
  await say('/time 19:00 7:30', 'comes at 07:30 and 19:00 (Europe/Kyiv)')
  expect((await preferences())?.times.join(' ')).toBe('07:30:00 19:00:00')
  await say('/time 1:00 2:00 3:00 4:00 5:00', 'is not a time of day')
  await say('/time', 'comes at 07:30 and 19:00')
})

it('takes weekdays by words and by buttons, and never none', async () => {
  const { world, say, press, preferences } = await aSubscribedReader()
  await say('/days', 'comes every day at 07:30')
  await say('/days someday', 'does not name days of the week')
  const weekdays = await say('/days weekdays', 'on Monday, Tuesday, Wednesday, Thursday and Friday')
  const four = await press(weekdays, '✓ Mon', 'on Tuesday, Wednesday, Thursday and Friday')
  await press(four, 'Sun', 'on Tuesday, Wednesday, Thursday, Friday and Sunday')
  const one = await say('/days sat', 'on Saturday at')
  const last = await world.press(reader, one.message_id, dataOf(one, '✓ Sat'))
  expect(last.text).toContain('One day must stay')
  expect((await preferences())?.weekdays).toEqual([6])
  await press(one, 'Every day', 'every day')
  expect((await preferences())?.weekdays).toEqual([1, 2, 3, 4, 5, 6, 7])
})

it('pauses by words and by buttons, and resumes', async () => {
  const { say, press, preferences } = await aSubscribedReader()
  const none = await say('/pause', 'is not paused')
  const paused = await press(none, '3 days', 'is paused until')
  expect((await preferences())?.pausedUntil).not.toBeNull()
  await press(paused, 'End the pause', 'is not paused')
  await say('/pause forever', '“forever” is not a pause')
  await say('/pause 2w', 'is paused until')
  await say('/resume', 'is not paused. The next one:')
  expect((await preferences())?.pausedUntil).toBeNull()
  await say('/pause 1w', 'is paused until')
  await say('/start', 'Your pause has ended')
  expect((await preferences())?.pausedUntil).toBeNull()
})

it('offers a quiet note, and silence', async () => {
  const { say, press, preferences } = await aSubscribedReader()
  const off = await say('/quiet', 'nothing comes')
  await press(off, 'Tell me when nothing is new', 'a line says so')
  await say('/quiet perhaps', 'Write /quiet on')
  const night = await say('/silent', 'between 22:00 and 07:00')
  await press(night, 'Never silent', 'always comes with a sound')
  await say('/silent loud', 'Write /silent night')
  expect(await preferences()).toMatchObject({ quietNote: true, silence: 'never' })
})

it('does not send twice what /start sends while a digest is on its way', async () => {
  const { app, world, say, preferences } = await aSubscribedReader()
  await say('/days', 'every day')
  await recordCovered(app.db, chatItself(reader), 0)
  const due = await preferences()
  await plan(app.db, due?.nextSlotAt ?? Temporal.Now.instant())
  await say('/start', 'Harbour headline 1')
  await say('/days', 'every day')
  expect(await sendAll(app.db, due?.nextSlotAt ?? Temporal.Now.instant())).toEqual([])
  expect(world.history(reader).filter(({ text }) => text?.includes('headline 1'))).toHaveLength(2)
})

it('takes no forged preferences, and none from a chat without a digest', async () => {
  const { world, say, preferences } = await aSubscribedReader()
  const { message_id } = await say('/days', 'comes every day')
  const before = await preferences()
  for (const data of ['days:', 'days:890', 'pause:9999d', 'quiet:maybe', 'silent:']) {
    expect(await world.press(reader, message_id, data)).toMatchObject({
      text: expect.stringContaining('too old'),
    })
  }
  expect(await preferences()).toEqual(before)
  await say('/stop', 'is stopped')
  await say('/days weekdays', 'Write /start to get one')
  await say('/resume', 'Write /start to get one')
})

it('skips the digest of one day after /pause 1d, however often one comes a day', async () => {
  const { app, say } = await aSubscribedReader()
  const zone = 'Europe/Kyiv'
  for (const times of ['07:30', '07:30 19:00']) {
    await say(`/time ${times}`, 'comes at')
    const { nextSlotAt } = (await findSubscription(app.db, chatItself(reader))) ?? {}
    // The morning after next, just after its digest.
    const morning = (nextSlotAt ?? Temporal.Now.instant())
      .toZonedDateTimeISO(zone)
      .add({ days: 1 })
      .withPlainTime('07:30:20')
    const read = (await findSubscription(app.db, chatItself(reader))) ?? raise()
    const chosen = pause.read('1d', read, morning.toInstant()) ?? raise()
    const due = slotsFrom(read, morning.toPlainDate())
    const ahead = [...due].filter(({ at }) => Temporal.Instant.compare(at, morning.toInstant()) > 0)
    const held = ahead.filter(({ at }) => isPaused({ pausedUntil: null, ...chosen }, at))
    expect(held).toHaveLength(1)
  }
})

function raise(): never {
  throw new Error('There is none')
}
