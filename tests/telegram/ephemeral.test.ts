import type { Message } from 'grammy/types'
import { expect, it } from 'vitest'
import type { World } from '../../src/playground/telegram/world.ts'
import { aRunningApp, reader, admin as stranger } from '../helpers/app.ts'
import { botSays } from '../helpers/telegram.ts'

const group = -100_500
const open = { chatId: group }
/** By an app that can send and show ephemeral messages. */
const alone = { chatId: group, isEphemeral: true } as const

/** A group of two in which the bot is no admin. */
async function aGroup(headlines = 25) {
  const { world } = await aRunningApp({ headlines })
  world.addChat({ id: group, type: 'supergroup', title: 'Harbour', creator: reader })
  world.setMember(group, stranger, { status: 'member' })
  const hello = botSays(world, group, 'An admin can write /start')
  world.setMember(group, world.bot.id, { status: 'member' })
  await hello
  const asks = async (text: string, answer: string, place: Parameters<World['sendText']>[2]) => {
    const said = botSays(world, group, answer)
    world.sendText(stranger, text, place)
    return said
  }
  const seenByAll = () => world.history(group).length
  return { world, asks, seenByAll, before: seenByAll() }
}

function dataOf(message: Message, words: string): string {
  const buttons = (message.reply_markup?.inline_keyboard ?? []).flat()
  const button = buttons.find(({ text }) => text.includes(words))
  if (!button || !('callback_data' in button)) throw new Error(`No button says ${words}`)
  return button.callback_data
}

const headlinesIn = ({ text }: Message) => text?.match(/Harbour headline/g)?.length ?? 0

it('marks in the menus of groups what only the asker is to see', async () => {
  const { world } = await aGroup()
  const marked = (who: number, chat?: number) =>
    world
      .commandsFor(who, chat)
      .flatMap(({ command, is_ephemeral: isMarked }) => (isMarked ? command : []))
  const forOne = ['latest', 'yesterday', 'search', 'help', 'privacy', 'id']
  expect(marked(stranger, group)).toEqual(expect.arrayContaining(forOne))
  expect(marked(reader, group)).toEqual(marked(stranger, group))
  // What is for private chats alone stands in no menu of a group.
  const ofPrivate = ['saved', 'mydata', 'deletedata', 'suggest', 'connect']
  const named = (chat?: number) => world.commandsFor(reader, chat).map(({ command }) => command)
  expect(named()).toEqual(expect.arrayContaining(ofPrivate))
  for (const name of ofPrivate) expect(named(group)).not.toContain(name)
  // What becomes of the digest of a group is for all there to see.
  expect(marked(reader, group)).not.toContain('time')
  expect(world.commandsFor(reader, group).map(({ command }) => command)).toContain('time')
  expect(marked(reader)).toEqual([])
})

it('answers an ephemeral /latest whole, seen by nobody else, and goes on in the same way', async () => {
  const { world, asks, seenByAll, before } = await aGroup(60)
  const first = await asks('/latest', 'Harbour headline', alone)
  expect(first).toMatchObject({ message_id: 0, receiver_user: { id: stranger } })
  expect(headlinesIn(first)).toBeGreaterThan(10)
  const more = botSays(world, group, 'Harbour headline')
  await world.press(stranger, Number(first.ephemeral_message_id), dataOf(first, 'More'), alone)
  expect(await more).toMatchObject({ message_id: 0, receiver_user: { id: stranger } })
  const few = await asks('/latest 3', 'Harbour headline 1', alone)
  const id = Number(few.ephemeral_message_id)
  const others = botSays(world, group, 'Harbour headline')
  await world.press(stranger, id, dataOf(few, 'More'), alone)
  expect(await others).toMatchObject({ message_id: 0, ephemeral_message_id: id })
  expect(seenByAll()).toBe(before)
})

it('pages through the results of an ephemeral /search in place', async () => {
  const { world, asks, seenByAll, before } = await aGroup()
  const found = await asks('/search headline', '1–10', alone)
  expect(headlinesIn(found)).toBe(10)
  const id = Number(found.ephemeral_message_id)
  const turned = botSays(world, group, '11–20')
  await world.press(stranger, id, dataOf(found, 'Older'), alone)
  expect(await turned).toMatchObject({ ephemeral_message_id: id, message_id: 0 })
  expect(seenByAll()).toBe(before)
})

it('sends a new answer, for the same person alone, where an edit is refused', async () => {
  const { world, asks, seenByAll, before } = await aGroup()
  const found = await asks('/search headline', '1–10', alone)
  world.faults.next({
    ...{ kind: 'status', method: 'editEphemeralMessageText', code: 400 },
    description: 'Bad Request: MEDIA_CAPTION_TOO_LONG',
  })
  const turned = botSays(world, group, '11–20')
  const id = Number(found.ephemeral_message_id)
  await world.press(stranger, id, dataOf(found, 'Older'), alone)
  const next = await turned
  expect(next.ephemeral_message_id).not.toBe(id)
  await expect.poll(() => world.calls.at(-1)?.method).toBe('deleteEphemeralMessage')
  await expect(world.press(stranger, id, 'search:0', alone)).rejects.toThrow('no such message')
  const back = botSays(world, group, '1–10')
  await world.press(stranger, Number(next.ephemeral_message_id), dataOf(next, 'Newer'), alone)
  await back
  expect(seenByAll()).toBe(before)
})

it('takes the answer to its question, which comes without that question', async () => {
  const { world, asks, seenByAll, before } = await aGroup()
  await asks('/search', 'What shall I look for?', alone)
  const found = await asks('headline', '1–10', { ...open })
  expect(found).toMatchObject({ message_id: 0, receiver_user: { id: stranger } })
  expect(world.history(group).at(-1)?.text).not.toBe('headline')
  expect(seenByAll()).toBe(before)
})

it('answers in short for all where Telegram refuses, and never with all of it', async () => {
  const { world, asks, seenByAll, before } = await aGroup()
  const refuse = () => world.faults.next({ kind: 'status', method: 'sendMessage', code: 400 })
  refuse()
  const short = await asks('/latest', 'Harbour headline', alone)
  expect(short.message_id).toBeGreaterThan(0)
  const [button, ...others] = (short.reply_markup?.inline_keyboard ?? []).flat()
  expect(others).toEqual([])
  expect(button).toMatchObject({ url: expect.stringContaining('https://t.me/courant_bot?start=') })
  refuse()
  expect(headlinesIn(await asks('/search headline', '1–3', alone))).toBe(3)
  refuse()
  await asks('/help', 'brings you the day', alone)
  expect(seenByAll()).toBe(before + 3)
})

it('asks for words before all where Telegram refuses, in reply to nothing', async () => {
  const { world, asks } = await aGroup()
  world.faults.next({ kind: 'status', method: 'sendMessage', code: 400 })
  const asked = await asks('/search', 'What shall I look for?', alone)
  expect(asked.message_id).toBeGreaterThan(0)
  const forAll = () =>
    world.calls.find(({ params }) => {
      const isForOne = 'ephemeral_message_parameters' in params
      return !isForOne && String(params.text).startsWith('What shall')
    })
  await expect.poll(forAll).toBeTruthy()
  expect(forAll()?.params).not.toHaveProperty('reply_parameters')
})

it('says in one sentence for all where nothing can be shown to the one who presses', async () => {
  const { world, asks, seenByAll, before } = await aGroup()
  const found = await asks('/search headline', '1–10', alone)
  for (const method of ['editEphemeralMessageText', 'sendMessage']) {
    world.faults.next({ kind: 'status', method, code: 400 })
  }
  const said = botSays(world, group, 'send the command again')
  const id = Number(found.ephemeral_message_id)
  await world.press(stranger, id, dataOf(found, 'Older'), alone)
  expect(headlinesIn(await said)).toBe(0)
  expect(seenByAll()).toBe(before + 1)
})

it('answers an older app with one short message for all', async () => {
  const { asks, seenByAll, before } = await aGroup()
  const short = await asks('/latest', 'Harbour headline', open)
  expect(short.message_id).toBeGreaterThan(0)
  expect((await asks('/search headline', '1–3', open)).message_id).toBeGreaterThan(0)
  expect(seenByAll()).toBe(before + 4)
})

it('gives nothing to who presses under the message of another, or forges what a button says', async () => {
  const { world, asks, seenByAll, before } = await aGroup()
  const found = await asks('/search headline', '1–10', alone)
  const id = Number(found.ephemeral_message_id)
  const older = dataOf(found, 'Older')
  await expect(world.press(reader, id, older, alone)).rejects.toThrow('no such message')
  for (const data of ['days:1', 'set:', 'mute:ask', `${reader}|days:1`, '-100777|set:kinds:news']) {
    const outcome = await world.press(stranger, id, data, alone)
    expect(outcome.text).toBeTruthy()
  }
  // Numbers that no button bears show a page, or nothing; to nobody else in any case.
  for (const data of ['search:999999', 'search-meant:9', 'day:20260101.0.5', 'more:x', 'save:1']) {
    await world.press(stranger, id, data, alone)
  }
  expect(seenByAll()).toBe(before)
})

it('brings the digest of a group to all', async () => {
  const { world, asks } = await aGroup()
  world.setMember(group, stranger, { status: 'administrator' })
  const came = await asks('/start', 'Harbour headline', open)
  expect(came.message_id).toBeGreaterThan(0)
  const hours = await asks('/time 09:00', 'comes at 09:00', open)
  expect(hours.message_id).toBeGreaterThan(0)
  expect(world.calls.some(({ params }) => 'ephemeral_message_parameters' in params)).toBe(false)
})

it('speaks the language of the one who asks, and to all that of the group', async () => {
  const { world, asks } = await aGroup()
  world.addUser({ id: stranger, is_bot: false, first_name: 'Олена', language_code: 'uk' })
  world.setMember(group, stranger, { status: 'member' })
  const started = botSays(world, group, 'Harbour headline')
  world.sendText(reader, '/start', open)
  await started
  await asks('/help', 'надсилає вам новини дня', alone)
  world.faults.next({ kind: 'status', method: 'sendMessage', code: 400, chatId: group })
  await asks('/help', 'brings you the day', alone)
  await asks('/help', 'brings you the day', open)
})
