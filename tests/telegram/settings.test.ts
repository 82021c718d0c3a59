import type { Message } from 'grammy/types'
import { expect, it, vi } from 'vitest'
import { chatItself } from '../../src/domain/subscription.ts'
import { addFeed, setFeedRemoved } from '../../src/store/feeds.ts'
import { findSubscription } from '../../src/store/subscriptions.ts'
import { aRunningApp, reader, admin as stranger } from '../helpers/app.ts'
import { botSays, sayAs } from '../helpers/telegram.ts'

const group = -100_700
const channel = -100_900_900
const inGroup = { chatId: group }

/** A reader whose bot knows these sections, each with feeds of its name and a number. */
async function aReaderOf(sections: Record<string, number> = { Sport: 2, Local: 1, Culture: 1 }) {
  const running = await aRunningApp({ headlines: 3 })
  const { app, world } = running
  const feeds = new Map<string, number>()
  for (const [section, count] of Object.entries(sections)) {
    for (let i = 1; i <= count; i++) {
      const title = `${section} ${i}`
      const url = `${running.web.origin}/${encodeURIComponent(title)}`
      const added = await addFeed(app.db, { url, title, tags: [section] }, Temporal.Now.instant())
      feeds.set(title, added.feed.id)
    }
  }
  const say = sayAs(world, reader)
  await say('/start', 'Harbour headline 1')
  const paper = async (chatId = reader) => {
    const subscription = await findSubscription(app.db, chatItself(chatId))
    if (!subscription) throw new Error('It is not subscribed')
    return subscription.paper
  }
  /** Presses a button by its words; gives the message as it then stands. */
  const press = async (message: Message, label: string | RegExp, by = reader) => {
    const data = dataOf(message, label)
    const outcome = await world.press(by, message.message_id, data, { chatId: message.chat.id })
    const { chat, message_id } = message
    const is = () => world.history(chat.id).find((each) => each.message_id === message_id)
    await vi.waitFor(() => {
      const now = JSON.stringify(is()?.reply_markup)
      if (now === JSON.stringify(message.reply_markup) && !outcome.text)
        throw new Error(`Nothing came of ${label}: ${now}`)
    })
    return { ...(is() ?? message), outcome }
  }
  return { ...running, say, paper, press, feeds }
}

function buttonsOf(message: Message) {
  return (message.reply_markup?.inline_keyboard ?? []).flat()
}

function dataOf(message: Message, label: string | RegExp): string {
  const button = buttonsOf(message).find(({ text }) =>
    typeof label === 'string' ? text === label : label.test(text),
  )
  if (!button || !('callback_data' in button)) {
    throw new Error(`No ${label} among ${buttonsOf(message).map(({ text }) => text)}`)
  }
  expect(Buffer.byteLength(button.callback_data)).toBeLessThanOrEqual(64)
  return button.callback_data
}

it('says every wish of a chat in one message, and leads to each and back', async () => {
  const { say, press } = await aReaderOf()
  const panel = await say('/settings', 'Comes every day at 07:30 (Europe/Kyiv)')
  for (const words of [
    'Next ',
    'Sound none between',
    'Written in English',
    'Brings everything',
    'Length usual',
  ]) {
    expect(panel.text).toContain(words)
  }
  let page: Message = panel
  for (const [label, words] of [
    ['What it brings', 'Switch sections off'],
    ['Hours', 'Choose another hour'],
    ['Days', 'comes every day'],
    ['Zone', 'counted in Europe/Kyiv'],
    ['Sound', 'between 22:00 and 07:00'],
    ['Pause', 'is not paused'],
    ['No news', 'nothing comes'],
    ['Length', 'at 220 words a minute'],
    ['Pictures', 'Pictures of the first stories'],
    ['Language', 'I write to you in English'],
    ['Muted', 'Nothing is muted'],
    ['Followed', 'Nothing is followed'],
  ] as const) {
    page = await press(page, label)
    expect(page.text).toContain(words)
    expect(page.message_id).toBe(panel.message_id)
    page = await press(page, '‹ Settings')
    expect(page.text).toContain('Brings everything')
  }
})

it('has sections as switches, with their feeds, and never an empty choice', async () => {
  const { say, press, paper, feeds } = await aReaderOf()
  let page: Message = await press(await say('/settings', 'Comes'), 'What it brings')
  page = await press(page, '✓ Sport')
  expect((await paper()).off.sections).toEqual(['Sport'])
  page = await press(page, 'Sport')
  expect((await paper()).off.sections).toEqual([])

  page = await press(page, '2 sources ›')
  expect(page.text).toContain('Sport')
  page = await press(page, '✓ Sport 2')
  page = await press(page, /^more$/)
  expect(await paper()).toMatchObject({
    off: { sections: [], feeds: [feeds.get('Sport 2')] },
    more: { sections: ['Sport'] },
  })
  const step = buttonsOf(page)
    .filter(({ text }) => text === 'usual')
    .at(-1)
  expect(step).toBeDefined()
  page = await press(page, 'Only this')
  expect((await paper()).off.sections).toEqual(['', 'Culture', 'Local'])
  const { outcome } = await press(page, '✓ Sport')
  expect(outcome).toMatchObject({ showAlert: true, text: expect.stringContaining('must stay on') })
  expect((await paper()).off.sections).not.toContain('Sport')
  const overview = await say('/settings', 'Brings Sport, without 1 source')
  expect(overview.text).toContain('More of Sport')
})

it('holds a section to so many stories on a page', async () => {
  const { say, press, paper, world } = await aReaderOf()
  let page: Message = await press(await say('/settings', 'Comes'), 'What it brings')
  page = await press(page, '2 sources ›')
  page = await press(page, 'at most 2')
  expect((await paper()).caps).toEqual([{ section: 'Sport', most: 2 }])
  page = await press(page, 'at most 5')
  expect((await paper()).caps).toEqual([{ section: 'Sport', most: 5 }])
  page = await press(await press(page, '‹ What it brings'), '‹ Settings')
  expect(page.text).toContain('At most on a page 5 of Sport')
  await sayAs(world, reader)('/language українська', 'Мова, якою я вам пишу')
  page = await press(await say('/settings', 'Не більше на сторінці: Sport — 5'), 'Зміст')
  page = await press(page, '2 джерела ›')
  expect(page.text).toContain('решта — за кнопкою «Ще новини»')
  await press(page, 'без межі')
  expect((await paper()).caps).toEqual([])
})

it('takes kinds, languages, length and pictures', async () => {
  const { world, say, press, paper } = await aReaderOf()
  const panel = await say('/settings', 'Comes')
  const kinds = await press(await press(panel, 'What it brings'), 'News and columns')
  // The feeds here carry news.
  expect((await press(kinds, 'Columns')).outcome).toMatchObject({ showAlert: true })
  await press(kinds, 'News')
  const languages = await press(
    await press(await say('/settings', 'Comes'), 'What it brings'),
    'Languages',
  )
  const [only] = buttonsOf(languages)
  if (only?.text.startsWith('✓')) {
    expect((await press(languages, only.text)).outcome.text).toContain('must stay')
  }
  let length: Message = await press(await say('/settings', 'Comes'), 'Length')
  length = await press(length, 'Headlines')
  length = await press(length, '5 min')
  expect(await paper()).toMatchObject({ kinds: 'news', length: 5 })
  const asked = botSays(world, reader, 'How many minutes')
  await world.press(reader, length.message_id, dataOf(length, 'Other …'))
  await asked
  await say('7 please', /at 220 words/)
  expect((await paper()).length).toBe(7)
  for (const typed of ['0', '31', 'long ago']) {
    const again = botSays(world, reader, 'How many minutes')
    await world.press(reader, length.message_id, dataOf(length, 'Other …'))
    await again
    length = await say(typed, 'is not a number of minutes')
  }
  const pictures = await press(await say('/settings', 'Length 7 minutes'), 'Pictures')
  await press(pictures, 'Large')
  expect((await paper()).pictures).toBe('large')
})

it('asks for hours, a place and a pause by a question that knows no memory', async () => {
  const { app, world, say, press } = await aReaderOf()
  const preferences = () => findSubscription(app.db, chatItself(reader))
  for (const [page, question, typed, answer] of [
    ['Hours', 'At what time', '8 19:30', 'comes at 08:00 and 19:30'],
    ['Zone', 'Where are you?', 'Токіо', 'counted in Asia/Tokyo'],
    ['Pause', 'How long shall it be paused', '10d', 'is paused until'],
  ] as const) {
    const shown = await press(await say('/settings', 'Comes'), page)
    const asked = botSays(world, reader, question)
    await world.press(reader, shown.message_id, dataOf(shown, / …$/))
    await asked
    await say(typed, answer)
  }
  expect(await preferences()).toMatchObject({ zone: 'Asia/Tokyo' })
  // What is no answer to the question is none.
  await say('10', /commands only|Nothing found/)
  expect((await preferences())?.times.join(' ')).toBe('08:00:00 19:30:00')
})

it('shows what would come now, and records nothing of it', async () => {
  const { app, world, say } = await aReaderOf()
  const before = await findSubscription(app.db, chatItself(reader))
  const panel = await say('/settings', 'Comes')
  const nothing = botSays(world, reader, 'would bring nothing now')
  await world.press(reader, panel.message_id, 'set:preview')
  await nothing
  await app.db.updateTable('subscription').set({ covered_through: 0 }).execute()
  for (let time = 0; time < 2; time++) {
    const news = botSays(world, reader, 'Harbour headline 1')
    await world.press(reader, panel.message_id, 'set:preview')
    await news
  }
  expect(await findSubscription(app.db, chatItself(reader))).toEqual({
    ...before,
    coveredThrough: 0,
  })
  expect(await app.db.selectFrom('delivery').selectAll().execute()).toEqual([])
})

it('lets the later of two devices win, and says of a stale button that it is', async () => {
  const { app, world, say, press, paper, feeds } = await aReaderOf()
  const one = await press(await say('/settings', 'Comes'), 'What it brings')
  const other = await press(await say('/settings', 'Comes'), 'What it brings')
  await press(one, '✓ Sport')
  const after = await press(other, '✓ Local')
  expect((await paper()).off.sections).toEqual(['Local', 'Sport'])
  expect(buttonsOf(after).map(({ text }) => text)).toContain('Sport')
  // The other still shows a section that is gone by now.
  for (const title of ['Culture 1']) {
    await setFeedRemoved(app.db, feeds.get(title) ?? 0, Temporal.Now.instant())
  }
  const redrawn = botSays(world, reader, 'Switch sections off')
  const { outcome } = await press(one, '✓ Culture')
  expect(outcome).toMatchObject({ text: expect.stringContaining('changed meanwhile') })
  const stale = await redrawn
  expect(buttonsOf(stale).map(({ text }) => text)).not.toContain('✓ Culture')
})

it('pages through many sections and feeds', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 20 }, (_, i) => [`Section ${String(i).padStart(2, '0')}`, 1]),
  )
  const { say, press, paper } = await aReaderOf({ ...many, Sport: 10 })
  let page: Message = await press(await say('/settings', 'Comes'), 'What it brings')
  expect(buttonsOf(page).length).toBeLessThan(22)
  page = await press(page, 'Page 2 of 3 ›')
  page = await press(page, '✓ Section 09')
  expect((await paper()).off.sections).toEqual(['Section 09'])
  expect(buttonsOf(page).map(({ text }) => text)).toContain('Section 09')
  page = await press(page, 'Page 3 of 3 ›')
  page = await press(page, '10 sources ›')
  page = await press(page, 'Page 2 of 2 ›')
  await press(page, '✓ Sport 9')
  expect((await paper()).off.feeds).toHaveLength(1)
})

it('is for the admins of a group, and of a channel from their own chat', async () => {
  const { world, press, paper } = await aReaderOf()
  world.addChat({ id: group, type: 'supergroup', title: 'Quay', creator: reader })
  world.setMember(group, stranger, { status: 'member' })
  world.setMember(group, world.bot.id, { status: 'member' })
  const started = botSays(world, group, 'Harbour headline 1')
  world.sendText(reader, '/start', inGroup)
  await started
  const refused = botSays(world, group, 'Only the admins')
  world.sendText(stranger, '/settings', inGroup)
  await refused
  const shown = botSays(world, group, 'Comes every day')
  world.sendText(reader, '/settings', inGroup)
  const panel = await shown
  for (const { text } of buttonsOf(panel).slice(0, 3)) {
    const outcome = await world.press(stranger, panel.message_id, dataOf(panel, text), inGroup)
    expect(outcome).toMatchObject({ showAlert: true })
  }
  const brings = await press(panel, 'What it brings')
  await press(brings, '✓ Sport')
  expect((await paper(group)).off.sections).toEqual(['Sport'])
  expect((await paper()).off.sections).toEqual([])

  const asked = botSays(world, group, 'At what time')
  await world.press(reader, panel.message_id, 'time:ask', inGroup)
  const question = await asked
  expect(question.text).toContain('Person 1')
  const set = botSays(world, group, 'comes at 09:00')
  world.sendText(reader, '9', inGroup)
  await set

  const name = { title: 'Harbour Daily · @quay', username: 'harbourdaily' }
  world.addChat({ id: channel, type: 'channel', ...name, creator: reader })
  world.setMember(channel, world.bot.id, { status: 'administrator' })
  const say = sayAs(world, reader)
  await say('/connect @harbourdaily', 'gets the digest')
  const own = await say('/settings @harbourdaily', 'The digest of Harbour Daily')
  const sections = await press(own, 'What it brings')
  await press(sections, '✓ Local')
  expect((await paper(channel)).off.sections).toEqual(['Local'])
  const hours = botSays(world, reader, /At what time.*\n.*· @harbourdaily$/)
  await world.press(reader, own.message_id, `${channel}|time:ask`)
  await hours
  await say('10', 'The digest of Harbour Daily · @quay comes at 10:00')
  const foreign = await sayAs(world, stranger)('/help', 'brings you')
  for (const data of [
    'set:',
    'set:section:AAAAAAAA:off:0',
    'set:preview',
    'time:ask',
    'set:kinds:news',
  ]) {
    const outcome = await world.press(stranger, foreign.message_id, `${channel}|${data}`)
    expect(outcome).toMatchObject({ showAlert: true })
  }
})

it('lists in a private chat the groups and channels that one may configure, and no others', async () => {
  const { app, world, say, press } = await aReaderOf()
  expect(JSON.stringify((await say('/settings', 'Comes')).reply_markup)).not.toContain('set:chats')
  world.addChat({ id: group, type: 'supergroup', title: 'Quay', creator: stranger })
  world.setMember(group, reader, { status: 'administrator' })
  world.setMember(group, world.bot.id, { status: 'member' })
  const started = botSays(world, group, 'Harbour headline 1')
  world.sendText(reader, '/start', inGroup)
  await started
  const named = { title: 'Harbour Daily', username: 'harbourdaily' }
  world.addChat({ id: channel, type: 'channel', ...named, creator: reader })
  world.setMember(channel, world.bot.id, { status: 'administrator' })
  await say('/connect @harbourdaily', 'gets the digest')

  const list = await press(await say('/settings', 'Comes'), 'Groups and channels')
  expect(buttonsOf(list).map(({ text }) => text)).toEqual(['Harbour Daily', 'Quay', '‹ My own'])
  const panel = await press(list, 'Quay')
  expect(panel.text).toContain('The digest of Quay')
  await press(await press(panel, 'Pictures'), 'Small')
  expect((await findSubscription(app.db, chatItself(group)))?.paper.pictures).toBe('small')

  world.setMember(group, reader, { status: 'member' })
  const again = await press(await say('/settings', 'Comes'), 'Groups and channels')
  expect(buttonsOf(again).map(({ text }) => text)).toEqual(['Harbour Daily', '‹ My own'])
  const forged = await world.press(reader, again.message_id, `${group}|set:`)
  expect(forged).toMatchObject({ showAlert: true })
  await say('/stop', 'is stopped')
  const left = await say('/settings', 'Write /start to get one')
  expect(buttonsOf(left).map(({ text }) => text)).toEqual(['Groups and channels'])
  await say('/stop @harbourdaily', 'is stopped')
  const none = await press(await say('/settings', 'Write /start'), 'Groups and channels')
  expect(none.text).toContain('no group or channel any more')
})

it('takes no forged data', async () => {
  const { world, say, paper } = await aReaderOf()
  const before = await paper()
  const { message_id } = await say('/settings', 'Comes')
  for (const data of [
    ...[
      'set:section:AAAAAAAA:off:0',
      'set:feeds:AAAAAAAA:9',
      'set:in:AAAAAAAA:0:more',
      'set:in:AAAAAAAA:0:5',
      'set:only:AAAAAAAA:0',
    ],
    ...['set:feed:AAAAAAAA:0:1:off', 'set:kinds:all_of', 'set:pictures:huge', 'set:length:99'],
    'set:translated:on',
    ...['set:language:xx:off', 'set:unmute:word:AAAAAAAA:0', 'set:unmute:story:1:0'],
    'set:follow:story:AAAAAAAA:alert:0',
  ]) {
    const outcome = await world.press(reader, message_id, data)
    expect([data, outcome.text]).toEqual([data, expect.stringContaining('changed meanwhile')])
  }
  for (const data of [
    'set:x',
    'set:in:AAAAAAAA:0:7',
    'set:brings:99999',
    'set:brings:',
    'set:language:a|b:off',
  ]) {
    const outcome = await world.press(reader, message_id, data)
    expect(outcome.text).toContain('too old')
  }
  await world.press(reader, message_id, 'set:brings:9999')
  expect(await paper()).toEqual(before)
  await say('/stop', 'is stopped')
  await say('/settings', 'Write /start to get one')
  expect((await world.press(reader, message_id, 'set:')).text).toContain('too old')
})
