import type { Message } from 'grammy/types'
import { expect, it, vi } from 'vitest'
import type { Follow, Paper } from '../../src/domain/paper.ts'
import { chatItself } from '../../src/domain/subscription.ts'
import { withFollow } from '../../src/serving/follows.ts'
import { muteWord, withMute } from '../../src/serving/mutes.ts'
import { changePaper } from '../../src/serving/papers.ts'
import { columnistOf } from '../../src/store/columnists.ts'
import { addFeed } from '../../src/store/feeds.ts'
import { findSubscription } from '../../src/store/subscriptions.ts'
import { aRunningApp, reader, admin as stranger } from '../helpers/app.ts'
import { botSays, sayAs } from '../helpers/telegram.ts'

async function aSubscribedReader() {
  const running = await aRunningApp({ headlines: 2 })
  const { app, world } = running
  const say = sayAs(world, reader)
  await say('/start', 'Harbour headline 1')
  const paper = async (chatId = reader) =>
    (await findSubscription(app.db, chatItself(chatId)))?.paper
  const press = (message: Message, label: string | RegExp) => {
    const buttons = (message.reply_markup?.inline_keyboard ?? []).flat()
    const button = buttons.find(({ text }) => new RegExp(label).test(text))
    const data = button && 'callback_data' in button ? button.callback_data : ''
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
    return world.press(reader, message.message_id, data, { chatId: message.chat.id })
  }
  const serving = { db: app.db, now: Temporal.Now.instant }
  return { ...running, say, paper, press, serving }
}

it('mutes what is typed, lists it, and takes it back', async () => {
  const { world, say, paper, press } = await aSubscribedReader()
  await say('/mute', 'Nothing is muted')
  const answer = await say('/mute  «Чемпіонат   світу» ', 'Muted: Чемпіонат світу')
  expect((await paper())?.mutes.words).toEqual(['Чемпіонат світу'])
  for (const form of ['чемпіонат світу', 'чемпіонату світу', 'жіночий чемпіонат світу']) {
    await say(`/mute ${form}`, 'Чемпіонат світу is muted already')
  }
  const undone = botSays(world, reader, 'is not muted any more')
  await press(answer, 'Undo')
  expect((await undone).message_id).toBe(answer.message_id)
  expect((await paper())?.mutes.words).toEqual([])
  expect((await press(answer, 'Undo')).text).toContain('too old')

  await say('/mute football', 'Muted')
  const list = await say('/mute', 'the word “football”')
  const asked = botSays(world, reader, 'Which word shall be muted?')
  await press(list, 'Mute a word')
  await asked
  await say('opera', 'Muted: opera')
  await say('/settings', 'Muted “football” and “opera”')
  const less = botSays(world, reader, 'Tap one to take it back')
  await press(list, '✕ football')
  await less
  expect((await paper())?.mutes.words).toEqual(['opera'])
})

it('refuses what is too short, says nothing, is too long or too much, with the reason', async () => {
  const { world, say, press, serving, paper } = await aSubscribedReader()
  for (const typed of ['ab', '!!!!', '"a"', '.*']) {
    const short = await say(`/mute ${typed}`, 'fewer than 3 letters')
    const asked = botSays(world, reader, 'Which word shall be muted?')
    await press(short, 'Mute a word')
    await asked
  }
  for (const typed of ['the', 'and the', 'який']) {
    await say(`/mute ${typed}`, 'too many headlines')
  }
  await say(`/mute ${'x'.repeat(61)}`, 'too long')
  // Marks of regular expressions are no more than marks.
  await say('/mute (har.*)+$', 'Muted: (har.*)+$')
  for (let i = 1; i < 50; i++) {
    expect(await muteWord(serving, chatItself(reader), `word${i}`)).toMatchObject({ kind: 'muted' })
  }
  await say('/mute football', 'more than 50')
  expect((await paper())?.mutes.words).toHaveLength(50)
})

it('mutes a source, a columnist and a story, and follows them, each to be taken back', async () => {
  const { app, world, say, paper, press, serving } = await aSubscribedReader()
  const url = 'http://127.0.0.1:1/rss'
  const { feed } = await addFeed(app.db, { url, title: 'Loud Daily' }, serving.now())
  const columnist = (await columnistOf(app.db, 'Olena Prystan')) ?? 0
  for (let time = 0; time < 2; time++) {
    for (const [kind, id] of [
      ['feed', feed.id],
      ['columnist', columnist],
      ['story', 7],
    ] as const) {
      const muting = (paper: Paper) => withMute(paper, { kind, of: String(id) }, serving.now())
      const outcome = await changePaper(serving, chatItself(reader), muting)
      expect(outcome).toMatchObject({ kind: 'changed' })
    }
  }
  const week = serving.now().add({ hours: 7 * 24 }).epochMilliseconds
  const { off, mutes } = (await paper()) ?? {}
  expect(off?.feeds).toEqual([feed.id])
  expect(mutes).toMatchObject({ columnists: [columnist], stories: [{ story: 7 }] })
  expect(mutes?.stories[0]?.until).toBeLessThanOrEqual(week)
  expect(mutes?.stories[0]?.until).toBeGreaterThan(week - 60_000)
  const list = await say('/mute', 'the source Loud Daily')
  expect(list.text).toContain('columns by Olena Prystan')
  for (const label of ['✕ Loud', '✕ Olena', '✕ 7']) await press(list, label)
  expect(await paper()).toMatchObject({
    off: { feeds: [] },
    mutes: { columnists: [], stories: [] },
  })

  const follow = (wish: Follow) =>
    changePaper(serving, chatItself(reader), (paper) => withFollow(paper, wish))
  await follow({ kind: 'columnist', of: String(columnist), alert: false })
  await follow({ kind: 'story', of: '7', alert: false })
  await follow({ kind: 'search', of: 'harbour bridge', alert: false })
  const panel = await say('/settings', 'Follows 3 things')
  await press(panel, 'Followed')
  const page = await vi.waitFor(() => {
    const shown = world.history(reader).find((each) => each.message_id === panel.message_id)
    if (!shown?.text?.includes('columns by Olena Prystan')) throw new Error('Not yet')
    return shown
  })
  expect(page.text).toContain('the search “harbour bridge”')
  await press(page, 'in the digest')
  await press(page, '✕ harbour')
  expect((await paper())?.follows.map(({ kind, alert }) => [kind, alert])).toEqual([
    ['columnist', true],
    ['story', false],
  ])
})

it('lets only the admins of a group mute there', async () => {
  const { world, paper, press } = await aSubscribedReader()
  const group = -100_701
  const place = { chatId: group }
  world.addChat({ id: group, type: 'supergroup', title: 'Quay', creator: reader })
  world.setMember(group, stranger, { status: 'member' })
  world.setMember(group, world.bot.id, { status: 'member' })
  const say = async (who: number, text: string, answer: string) => {
    const said = botSays(world, group, answer)
    world.sendText(who, text, place)
    return said
  }
  await say(reader, '/start', 'Harbour headline 1')
  await say(stranger, '/mute football', 'Only the admins')
  const answer = await say(reader, '/mute football', 'Muted: football')
  const undo = (answer.reply_markup?.inline_keyboard ?? []).flat()[0]
  const data = undo && 'callback_data' in undo ? undo.callback_data : ''
  expect(await world.press(stranger, answer.message_id, data, place)).toMatchObject({
    showAlert: true,
  })
  expect((await paper(group))?.mutes.words).toEqual(['football'])
  await press(answer, 'Undo')
  expect((await paper(group))?.mutes.words).toEqual([])
  for (const forged of ['mute:undo:AAAAAAAA', 'mute:undo:']) {
    const outcome = await world.press(reader, answer.message_id, forged, place)
    expect(outcome.text).toContain('too old')
  }
})
