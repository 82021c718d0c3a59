import { expect, it, vi } from 'vitest'
import { encodeLink, encodeRequest } from '../../src/domain/digest-request.ts'
import { usualPaper } from '../../src/domain/paper.ts'
import { chatItself } from '../../src/domain/subscription.ts'
import type { World } from '../../src/playground/telegram/world.ts'
import { requestOfNow } from '../../src/serving/compose-edition.ts'
import { findSubscription, savePaper } from '../../src/store/subscriptions.ts'
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
  expect(await findSubscription(app.db, chatItself(channel))).toMatchObject({ zone: 'Europe/Kyiv' })
})

it('connects a channel that is picked, and becomes its admin on the way', async () => {
  const { app, world } = await aChannel()
  await say(world, reader, '/connect', 'Which channel')
  const done = botSays(world, reader, 'Harbour Daily gets the digest')
  world.shareChat(reader, 1, channel)
  await done
  expect(world.replyKeyboard(reader)).toBeNull()
  expect(await findSubscription(app.db, chatItself(channel))).not.toBeNull()
})

it('takes its keyboard away from somebody who wants no channel', async () => {
  const { world } = await aChannel()
  await say(world, reader, '/connect', 'Which channel')
  expect(world.replyKeyboard(reader)).not.toBeNull()
  await say(world, reader, 'No channel now', 'All right')
  expect(world.replyKeyboard(reader)).toBeNull()
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
  const subscription = await findSubscription(app.db, chatItself(channel))
  expect(subscription?.weekdays).toEqual([6])
  expect(subscription?.times.join()).toBe('08:15:00')
  await say(world, reader, '/stop @harbourdaily', 'is stopped')
  expect(await findSubscription(app.db, chatItself(channel))).toBeNull()
})

it('says of which channel it speaks, and brings its digest back', async () => {
  const { app, world } = await aChannel()
  world.setMember(channel, world.bot.id, { status: 'administrator' })
  await say(world, reader, '/stop @harbourdaily', 'Harbour Daily gets no digest at the moment')
  await say(world, reader, '/connect @harbourdaily', 'gets the digest')
  for (const [wish, answer] of [
    ['/time @harbourdaily', 'The digest of Harbour Daily comes at'],
    ['/time @harbourdaily 09:15', 'The digest of Harbour Daily comes at 09:15'],
    ['/timezone @harbourdaily Tokyo', 'The days of Harbour Daily are counted in Asia/Tokyo'],
    ['/days @harbourdaily', 'The digest of Harbour Daily comes every day'],
    ['/pause @harbourdaily 3d', 'The digest of Harbour Daily is paused until'],
    ['/resume @harbourdaily', 'The digest of Harbour Daily is not paused'],
    ['/quiet @harbourdaily', 'Harbour Daily: When nothing is new'],
    ['/silent @harbourdaily', 'The digest of Harbour Daily comes without'],
    ['/stop @harbourdaily', 'The digest of Harbour Daily is stopped. /start @harbourdaily'],
    ['/days @harbourdaily', 'Harbour Daily gets no digest now'],
  ] as const) {
    await say(world, reader, wish, answer)
  }
  await say(
    world,
    reader,
    '/start @harbourdaily',
    'Harbour Daily gets the digest every day at 09:15',
  )
  expect(await findSubscription(app.db, chatItself(channel))).toMatchObject({ zone: 'Asia/Tokyo' })
  expect(await findSubscription(app.db, chatItself(reader))).toBeNull()
  for (const link of ['t.me/HarbourDaily', 'https://t.me/harbourdaily/', `${channel}`]) {
    await say(world, reader, `/time ${link} 10:00`, 'The digest of Harbour Daily comes at 10:00')
  }
  await say(world, other, '/start @harbourdaily', 'Only an admin of Harbour Daily')
  await say(world, other, '/stop @harbourdaily', 'Only the admins')
  // Named still where a button changes its page.
  const page = await say(world, reader, '/days @harbourdaily', 'every day')
  const edited = botSays(world, reader, 'The digest of Harbour Daily comes on Saturday')
  await world.press(reader, page.message_id, `${channel}|days:6`)
  await edited
})

it('calls a channel unknown that it cannot find', async () => {
  const { world } = await aChannel()
  for (const command of ['/stop', '/time', '/days', '/start', '/connect', '/pause']) {
    await say(world, reader, `${command} @nowhere`, 'I cannot find that channel')
    await say(world, reader, `${command} -1001234567`, 'I cannot find that channel')
  }
})

it('answers whoever presses More news in a channel in private, or by a link, and leaves the channel', async () => {
  const { app, world } = await aRunningApp({ headlines: 95 })
  world.addChat({ id: channel, type: 'channel', title: 'Harbour Daily', creator: reader })
  world.setMember(channel, world.bot.id, { status: 'administrator' })
  const request = { ...(await requestOfNow(app.db, Temporal.Now.instant())), page: 1 }
  const data = encodeRequest(request)
  await world.call('sendMessage', {
    chat_id: channel,
    text: 'Harbour headline 1 to 40',
    reply_markup: { inline_keyboard: [[{ text: 'More news', callback_data: data }]] },
  })
  const before = JSON.stringify(world.history(channel))
  const [post] = world.history(channel)
  const press = (who: number, what = data) =>
    world.press(who, post?.message_id ?? 0, what, { chatId: channel })

  // The one has a chat with the bot; it goes on there, with a button of its own.
  await say(world, reader, '/help', 'brings you the day')
  const next = botSays(world, reader, 'Harbour headline')
  expect(await press(reader)).toMatchObject({ text: expect.stringContaining('our own chat') })
  await next
  await vi.waitFor(() => expect(world.history(reader).at(-1)?.reply_markup).toBeDefined())
  const { message_id = 0, reply_markup } = world.history(reader).at(-1) ?? {}
  const [[more] = []] = reply_markup?.inline_keyboard ?? []
  const last = botSays(world, reader, 'That is all.')
  await world.press(reader, message_id, more && 'callback_data' in more ? more.callback_data : '')
  await last

  // The other has none, and gets one by the link.
  const { url = '' } = await press(other)
  const [, parameter] = /^https:\/\/t\.me\/courant_bot\?start=([\w-]{1,64})$/.exec(url) ?? []
  await say(world, other, `/start ${parameter}`, 'Harbour headline')
  expect(await findSubscription(app.db, chatItself(other))).toBeNull()

  // What readers may not do there they still may not.
  for (const forged of ['search:10', 'days:6', `${channel}|days:6`, 'time:08:00', 'first-feeds']) {
    expect(await press(other, forged)).toMatchObject({ showAlert: true })
  }
  for (const forged of ['more:', 'more:zz:9:x:1']) {
    expect(await press(other, forged)).toMatchObject({ text: expect.stringContaining('too old') })
  }
  expect(JSON.stringify(world.history(channel))).toBe(before)
})

it('goes on in private with what the channel brings, for those who can read it', async () => {
  const { app, world } = await aRunningApp({ headlines: 40 })
  const name = { title: 'Harbour Daily', username: 'harbourdaily' }
  world.addChat({ id: channel, type: 'channel', ...name, creator: reader })
  world.setMember(channel, world.bot.id, { status: 'administrator' })
  await say(world, reader, '/connect @harbourdaily', 'gets the digest')
  const short = { ...usualPaper, length: 'short' as const }
  await app.db.transaction().execute((trx) => savePaper(trx, chatItself(channel), short))
  const request = await requestOfNow(app.db, Temporal.Now.instant())
  const data = encodeRequest(request)
  await world.call('sendMessage', {
    chat_id: channel,
    text: 'Harbour headlines',
    reply_markup: { inline_keyboard: [[{ text: 'More news', callback_data: data }]] },
  })
  const [post] = world.history(channel)
  const open = async (parameter: string) => {
    const { text = '' } = await say(world, other, `/start ${parameter}`, 'Harbour headline')
    return text.match(/Harbour headline \d+(?= ·|\n)/g) ?? []
  }
  const { url = '' } = await world.press(other, post?.message_id ?? 0, data, { chatId: channel })
  const ofChannel = await open(url.split('start=')[1] ?? '')
  expect(ofChannel.length).toBeLessThanOrEqual(10)
  // It goes on where that page ends, though the reader's own pages hold more.
  const more = world.history(other).at(-1)?.reply_markup?.inline_keyboard.flat()[0]
  const next = botSays(world, other, 'That is all.')
  const moreData = more && 'callback_data' in more ? more.callback_data : ''
  await world.press(other, world.history(other).at(-1)?.message_id ?? 0, moreData)
  const second = (await next).text?.match(/Harbour headline \d+(?= ·|\n)/g) ?? []
  expect(new Set([...ofChannel, ...second]).size).toBe(40)

  // No other chat's wishes are shown so, nor those of a channel that one cannot read.
  const own = await open(encodeLink(request))
  await say(world, reader, '/start', 'Welcome')
  await app.db.transaction().execute((trx) => savePaper(trx, chatItself(reader), short))
  const hidden = { id: channel - 1, type: 'channel' as const, title: 'Hidden', creator: reader }
  world.addChat(hidden)
  world.setMember(hidden.id, world.bot.id, { status: 'administrator' })
  await say(world, reader, `/connect ${hidden.id}`, 'gets the digest')
  for (const chat of [reader, hidden.id, 999]) {
    const id = (await findSubscription(app.db, chatItself(chat)))?.id ?? 999
    expect(await open(encodeLink({ ...request, page: 3, channel: id }))).toEqual(own)
  }
})
