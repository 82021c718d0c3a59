import { expect, it } from 'vitest'
import { chatItself } from '../../src/domain/subscription.ts'
import { listFeeds } from '../../src/store/feeds.ts'
import { listProblems } from '../../src/store/problems.ts'
import { findSubscription } from '../../src/store/subscriptions.ts'
import { admin, reader } from '../helpers/app.ts'
import { aHook } from '../helpers/hook.ts'
import { botSays } from '../helpers/telegram.ts'

const group = -100_500

const user = (id: number) => ({ id, is_bot: false, first_name: 'Person', language_code: 'en' })
const chat = (id: number) =>
  id > 0 ? { id, type: 'private' } : { id, type: 'supergroup', title: 'Harbour' }
const command = (from: number, text: string, extra: object = {}, chatId = from) => ({
  message_id: 1,
  date: 1,
  chat: chat(chatId),
  from: user(from),
  text,
  entities: [{ type: 'bot_command', offset: 0, length: /^\S+/.exec(text)?.[0].length }],
  ...extra,
})

const origin = { type: 'user', date: 1, sender_user: user(reader) }
const otherBot = { id: 77, is_bot: true, first_name: 'Other', username: 'other_bot' }

it('carries out no command that is forwarded or comes through another bot, and says so', async () => {
  const { app, world, post } = await aHook()
  world.sendText(admin, 'hello')
  for (const extra of [
    { forward_origin: origin },
    { via_bot: otherBot },
    { sender_business_bot: otherBot },
    { business_connection_id: 'x' },
  ]) {
    const said = botSays(world, admin, 'not what is forwarded')
    await post({ message: command(admin, '/removefeed 1', extra) })
    await said
  }
  expect((await listFeeds(app.db)).length).toBe(1)
  const done = botSays(world, admin, 'is removed')
  await post({ message: command(admin, '/removefeed 1') })
  await done
})

it('takes no order from bots, repeated posts, edited messages or business chats', async () => {
  const { app, world, post } = await aHook()
  world.addChat({ id: group, type: 'supergroup', title: 'Harbour', creator: admin })
  const hello = botSays(world, group, 'Hello')
  world.setMember(group, world.bot.id, { status: 'member' })
  await hello
  const channel = { id: -100_600, type: 'channel', title: 'Channel' }
  const before = world.sent.length
  for (const update of [
    { message: command(admin, '/start', { from: { ...user(admin), is_bot: true } }) },
    {
      message: command(
        777_000,
        '/start',
        { is_automatic_forward: true, sender_chat: channel },
        group,
      ),
    },
    { message: command(admin, '/start', { forward_origin: origin }, group) },
    { edited_message: command(admin, '/start', { edit_date: 2 }) },
    { channel_post: command(admin, '/start', { from: undefined, chat: channel }) },
    { business_message: command(admin, '/start') },
  ]) {
    expect(await post(update)).toBe(200)
  }
  world.sendText(reader, '/help')
  await botSays(world, reader, 'brings you the day')
  expect(world.sent.slice(before).filter(({ chatId }) => chatId !== reader)).toEqual([])
  for (const chatId of [admin, group])
    expect(await findSubscription(app.db, chatItself(chatId))).toBeNull()
})

it('takes presses only of its own messages that can still be read', async () => {
  const { app, world, post } = await aHook()
  world.sendText(admin, 'hello')
  const own = { message_id: 3, date: 1, chat: chat(admin), from: world.bot, text: 'x' }
  const press = (message: object | undefined) =>
    post({
      callback_query: {
        id: '1',
        from: user(admin),
        chat_instance: '1',
        data: 'undo-removefeed:1',
        message,
      },
    })
  const removed = botSays(world, admin, 'is removed')
  await post({ message: command(admin, '/removefeed 1') })
  await removed
  const answers = () => world.calls.filter(({ method }) => method === 'answerCallbackQuery').length
  const foreign = [
    { ...own, from: otherBot },
    { ...own, from: user(admin) },
    { ...own, date: 0 },
    { ...own, business_connection_id: 'x' },
    undefined,
  ]
  for (const message of foreign) await press(message)
  await expect.poll(answers).toBeGreaterThanOrEqual(foreign.length)
  expect(await listFeeds(app.db)).toEqual([])
  await press(own)
  await expect.poll(async () => (await listFeeds(app.db)).length).toBe(1)
})

it('sets an update aside that it cannot handle, shows it to admins, and goes on', async () => {
  const { app, world, post } = await aHook()
  const broken = command(reader, '/help', { text: 5 })
  expect(await post({ message: broken })).toBe(200)
  await expect
    .poll(() => listProblems(app.db, 10))
    .toMatchObject([{ subject: 'update', code: 'update-failed', id: expect.any(Number) }])
  world.sendText(reader, '/help')
  await botSays(world, reader, 'brings you the day')
})
