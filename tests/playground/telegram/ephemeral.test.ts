import { Api, GrammyError, InlineKeyboard } from 'grammy'
import type { Update } from 'grammy/types'
import { expect, it, onTestFinished } from 'vitest'
import { createWorld } from '../../../src/playground/telegram/create-world.ts'
import { serveTelegram } from '../../../src/playground/telegram/server.ts'
import { token } from '../../helpers/telegram.ts'

const owner = 1
const member = 2
const group = -100_500
const channel = -100_700
const keyboard = new InlineKeyboard().text('On', 'on')

/** A group with a bot that is no admin, and a menu with one ephemeral command; a clock that tests move. */
async function aGroup() {
  let now = Temporal.Now.instant()
  const world = createWorld({ token, now: () => now })
  for (const id of [owner, member]) world.addUser({ id, is_bot: false, first_name: `P${id}` })
  world.addChat({ id: group, type: 'supergroup', title: 'Harbour', creator: owner })
  world.addChat({ id: channel, type: 'channel', title: 'Quay', creator: owner })
  world.setMember(group, member, { status: 'member' })
  world.setMember(group, world.bot.id, { status: 'member' })
  world.setMember(channel, world.bot.id, { status: 'administrator' })
  const server = await serveTelegram(world, { host: '127.0.0.1', port: 0 })
  onTestFinished(server.close)
  const api = new Api(token, { apiRoot: server.origin })
  await api.setMyCommands(
    [
      { command: 'latest', description: 'The news', is_ephemeral: true },
      { command: 'stop', description: 'The end' },
    ],
    { scope: { type: 'all_group_chats' } },
  )
  const heard = async (): Promise<Update> => {
    const [update] = await api.getUpdates({ offset: -1 })
    if (!update) throw new Error('The bot has heard nothing')
    return update
  }
  const ask = () => world.sendText(member, '/latest', { chatId: group, isEphemeral: true })
  const answer = (ephemeralId: number | undefined, receiver = member, options = {}) =>
    api.sendMessage(group, 'Only for you', {
      ephemeral_message_parameters: { receiver_user_id: receiver },
      ...(ephemeralId && { reply_parameters: { ephemeral_message_id: ephemeralId } }),
      ...options,
    })
  const pass = (seconds: number) => {
    now = now.add({ seconds })
  }
  return { world, api, heard, ask, answer, pass }
}

async function refused(call: Promise<unknown>): Promise<string> {
  const outcome = await call.catch((error) => error)
  if (!(outcome instanceof GrammyError)) throw new Error('It was not refused')
  expect(outcome.error_code).toBe(400)
  return outcome.description
}

it('lets the bot alone hear an ephemeral command, and one person alone its answer', async () => {
  const { world, heard, ask, answer } = await aGroup()
  const before = world.history(group).length
  const { ephemeral_message_id: id } = ask()
  const { message } = await heard()
  expect(message).toMatchObject({
    message_id: 0,
    ephemeral_message_id: id,
    from: { id: member },
    receiver_user: { id: world.bot.id },
    entities: [{ type: 'bot_command', offset: 0, length: 7 }],
  })
  const seenBy: (number | undefined)[] = []
  world.watch((event) => {
    if (event.kind === 'message') seenBy.push(event.onlyFor)
  })
  const sent = await answer(id)
  expect(sent).toMatchObject({ message_id: 0, receiver_user: { id: member } })
  expect(seenBy).toEqual([member])
  expect(world.history(group)).toHaveLength(before)
  expect(world.sent.filter(({ chatId }) => chatId === group)).toEqual([])
})

it('takes as ephemeral only what the menu marks so', async () => {
  const { world } = await aGroup()
  const place = { chatId: group, isEphemeral: true } as const
  expect(() => world.sendText(member, '/stop', place)).toThrow('marks so')
  expect(() => world.sendText(member, 'hello', place)).toThrow('marks so')
  expect(() => world.sendText(member, '/latest', { ...place, chatId: member })).toThrow('no chat')
})

it('takes an answer for 15 seconds, to the one who asked, in groups', async () => {
  const { world, api, ask, answer, pass } = await aGroup()
  const { ephemeral_message_id: id } = ask()
  pass(15)
  await answer(id)
  expect(await refused(answer(id, owner))).toContain('to be replied not found')
  expect(await refused(answer(Number(id) + 7))).toContain('to be replied not found')
  expect(await refused(answer(id, world.bot.id))).toContain('receiver not found')
  expect(await refused(answer(id, 404))).toContain('receiver not found')
  const open = { ephemeral_message_parameters: undefined }
  expect(await refused(answer(id, member, open))).toContain('must be ephemeral')
  const alone = { ephemeral_message_parameters: { receiver_user_id: owner } }
  expect(await refused(api.sendMessage(channel, 'x', alone))).toContain('in groups only')
  const login = { inline_keyboard: [[{ text: 'In', login_url: { url: 'https://a.example' } }]] }
  expect(await refused(answer(id, member, { reply_markup: login }))).toContain('login')
  pass(1)
  expect(await refused(answer(id))).toContain('to be replied not found')
})

it('lets only an admin write what nobody asked for', async () => {
  const { world, answer } = await aGroup()
  expect(await refused(answer(undefined))).toContain('not enough rights')
  world.setMember(group, world.bot.id, { status: 'administrator' })
  await answer(undefined)
})

it('lets its own person press, and the bot edit and delete it by its own number', async () => {
  const { world, api, ask, answer, heard, pass } = await aGroup()
  const place = { chatId: group, isEphemeral: true } as const
  const sent = await answer(ask().ephemeral_message_id, member, { reply_markup: keyboard })
  const id = Number(sent.ephemeral_message_id)
  await expect(world.press(owner, id, 'on', place)).rejects.toThrow('no such message')
  const pressed = world.press(member, id, 'on', place)
  const { callback_query: query } = await heard()
  if (!query) throw new Error('The press was not heard')
  expect(query.message).toMatchObject({ ephemeral_message_id: id, text: 'Only for you' })
  const edits = (receiver: number, text: string) =>
    api.editEphemeralMessageText(group, receiver, id, text)
  expect(await refused(edits(owner, 'Other'))).toContain('message not found')
  await edits(member, 'Other')
  expect(await refused(edits(member, 'Other'))).toContain('not modified')
  await api.answerCallbackQuery(query.id)
  await pressed
  const to = (extra: object) => ({
    ephemeral_message_parameters: {
      ...{ receiver_user_id: member, callback_query_id: query.id },
      ...extra,
    },
  })
  expect(await refused(answer(undefined, member, to({ replaces: true })))).toContain('unknown')
  const replacing = to({ replace_callback_query_message: true })
  expect(await refused(answer(undefined, member, replacing))).toContain('not replaced')
  await answer(undefined, member, to({}))
  pass(16)
  expect(await refused(answer(undefined, member, to({})))).toContain('too old')
  await api.deleteEphemeralMessage(group, member, id)
  expect(await refused(edits(member, 'Third'))).toContain('message not found')
})
