import { Bot, Keyboard } from 'grammy'
import type { Update } from 'grammy/types'
import { describe, expect, it } from 'vitest'
import { aTelegram, token } from '../../helpers/telegram.ts'

const owner = 1
const member = 2
const group = -10
const supergroup = -100_500
const channel = -100_700

async function aBot() {
  const { world, apiRoot } = await aTelegram([owner, member, 3])
  const { api } = new Bot(token, { client: { apiRoot } })
  const bot = world.bot.id
  const titled = { title: 'Harbour', creator: owner }
  world.addChat({ id: group, type: 'group', ...titled })
  world.addChat({ id: supergroup, type: 'supergroup', isForum: true, ...titled })
  world.addChat({ id: channel, type: 'channel', username: 'harbour', ...titled })
  for (const chat of [group, supergroup, channel]) {
    world.setMember(chat, member, { status: 'member' })
  }
  let offset = 0
  const updates = async (): Promise<Update[]> => {
    const news = await api.getUpdates({ offset })
    offset = (news.at(-1)?.update_id ?? offset - 1) + 1
    return news
  }
  const refusal = (chat: number | string, options = {}) =>
    api.sendMessage(chat, 'x', options).then(
      () => null,
      (error) => error.description,
    )
  return { world, api, bot, updates, refusal }
}

describe('a private chat', () => {
  it('is not found, cannot be begun, is blocked, is gone: each in its words', async () => {
    const { world, bot, refusal } = await aBot()
    expect(await refusal(member)).toBe('Bad Request: chat not found')
    world.setMember(group, bot, { status: 'member' })
    expect(await refusal(member)).toBe("Forbidden: bot can't initiate conversation with a user")
    world.sendText(member, '/start')
    expect(await refusal(member)).toBeNull()
    world.block(member)
    expect(await refusal(member)).toBe('Forbidden: bot was blocked by the user')
    world.unblock(member)
    expect(await refusal(member)).toBeNull()
    world.deactivate(member)
    expect(await refusal(member)).toBe('Forbidden: user is deactivated')
    expect(await refusal(404)).toBe('Bad Request: chat not found')
  })

  it('tells the bot when it is blocked and when it is not any more', async () => {
    const { world, updates } = await aBot()
    world.sendText(member, '/start')
    world.block(member)
    world.block(member)
    world.sendText(member, '/start')
    const change = (from: string, to: string) => ({
      my_chat_member: {
        chat: { id: member, type: 'private' },
        from: { id: member },
        old_chat_member: { status: from },
        new_chat_member: { status: to },
      },
    })
    expect(await updates()).toMatchObject([
      { message: { text: '/start' } },
      change('member', 'kicked'),
      change('kicked', 'member'),
      { message: { text: '/start' } },
    ])
  })
})

describe('a group', () => {
  it.each([
    [group, 'group'],
    [supergroup, 'supergroup'],
    [channel, 'channel'],
  ])('refuses a bot that left %i or was kicked, and tells it (%s)', async (chat, type) => {
    const { world, bot, updates, refusal } = await aBot()
    world.setMember(chat, bot, { status: 'administrator' })
    expect(await refusal(chat)).toBeNull()
    world.setMember(chat, bot, { status: 'left' })
    expect(await refusal(chat)).toBe(`Forbidden: bot is not a member of the ${type} chat`)
    world.setMember(chat, bot, { status: 'kicked' }, owner)
    expect(await refusal(chat)).toBe(`Forbidden: bot was kicked from the ${type} chat`)
    const statuses = (await updates()).map(({ my_chat_member: change }) => [
      change?.chat.type,
      change?.old_chat_member.status,
      change?.new_chat_member.status,
    ])
    expect(statuses).toEqual([
      [type, 'left', 'administrator'],
      [type, 'administrator', 'left'],
      [type, 'left', 'kicked'],
    ])
  })

  it('is not found before the bot has ever been in', async () => {
    const { refusal } = await aBot()
    expect(await refusal(supergroup)).toBe('Bad Request: chat not found')
  })

  it('becomes a supergroup with another number', async () => {
    const { world, api, bot, updates } = await aBot()
    world.setMember(group, bot, { status: 'member' })
    await updates()
    world.migrate(group, -100_900)
    await expect(api.sendMessage(group, 'x')).rejects.toMatchObject({
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: -100_900 },
    })
    expect(await api.sendMessage(-100_900, 'x')).toMatchObject({ chat: { type: 'supergroup' } })
    expect(await api.getChatMember(-100_900, owner)).toMatchObject({ status: 'creator' })
    expect(await updates()).toMatchObject([
      { my_chat_member: { chat: { id: -100_900 }, new_chat_member: { status: 'member' } } },
      { message: { chat: { id: group }, migrate_to_chat_id: -100_900 } },
      { message: { chat: { id: -100_900 }, migrate_from_chat_id: group } },
    ])
  })

  it('lets the bot hear commands for it, and all if it is an admin', async () => {
    const { world, bot, updates } = await aBot()
    world.setMember(group, bot, { status: 'member' })
    await updates()
    for (const text of ['hello', '/news', '/news@courant_bot', '/news@other_bot']) {
      world.sendText(member, text, { chatId: group })
    }
    const heard = async () => (await updates()).map(({ message }) => message?.text)
    expect(await heard()).toEqual(['/news', '/news@courant_bot'])
    world.setMember(group, bot, { status: 'administrator' })
    await updates()
    world.sendText(member, 'hello', { chatId: group })
    expect(await heard()).toEqual(['hello'])
  })

  it('hides an anonymous admin behind the group, but not when they press a button', async () => {
    const { world, api, bot, updates } = await aBot()
    world.setMember(supergroup, bot, { status: 'member' })
    world.setMember(supergroup, 3, { status: 'administrator', is_anonymous: true })
    await updates()
    const { message_id } = world.sendText(3, '/settings', { chatId: supergroup })
    void world.press(3, message_id, 'on', { chatId: supergroup })
    const [said, pressed] = await updates()
    expect(said?.message).toMatchObject({
      from: { id: 1_087_968_824, username: 'GroupAnonymousBot', is_bot: true },
      sender_chat: { id: supergroup },
    })
    expect(pressed?.callback_query).toMatchObject({ from: { id: 3 }, data: 'on' })
    await api.answerCallbackQuery(pressed?.callback_query?.id ?? '')
    expect(await api.getChatMember(supergroup, 3)).toMatchObject({
      status: 'administrator',
      is_anonymous: true,
    })
  })

  it('knows who is what in it', async () => {
    const { world, api, bot } = await aBot()
    world.setMember(supergroup, bot, { status: 'member' })
    const statusOf = async (user: number) => (await api.getChatMember(supergroup, user)).status
    expect(await statusOf(owner)).toBe('creator')
    expect(await statusOf(member)).toBe('member')
    world.sendText(3, 'hi')
    expect(await statusOf(3)).toBe('left')
    await expect(statusOf(404)).rejects.toThrow('PARTICIPANT_ID_INVALID')
    const admins = await api.getChatAdministrators(supergroup)
    expect(admins.map(({ user }) => user.id)).toEqual([owner])
    await api.leaveChat(supergroup)
    await expect(statusOf(owner)).rejects.toThrow('bot is not a member of the supergroup chat')
  })

  it('may let the bot read and not write', async () => {
    const { world, bot, refusal } = await aBot()
    world.setMember(supergroup, bot, { status: 'restricted', can_send_messages: false })
    expect(await refusal(supergroup)).toBe(
      'Bad Request: not enough rights to send text messages to the chat',
    )
  })
})

describe('a forum topic', () => {
  it('takes messages until it is closed or deleted', async () => {
    const { world, api, bot, refusal } = await aBot()
    world.setMember(supergroup, bot, { status: 'member' })
    const topic = { message_thread_id: 7 }
    expect(await refusal(supergroup, topic)).toBe('Bad Request: message thread not found')
    world.setTopic(supergroup, 7, 'open')
    expect(await api.sendMessage(supergroup, 'x', topic)).toMatchObject({
      message_thread_id: 7,
      is_topic_message: true,
    })
    expect(world.sent.at(-1)).toMatchObject({ chatId: supergroup, threadId: 7 })
    world.setTopic(supergroup, 7, 'closed')
    expect(await refusal(supergroup, topic)).toBe('Bad Request: TOPIC_CLOSED')
    world.setMember(supergroup, bot, { status: 'administrator' })
    expect(await refusal(supergroup, topic)).toBeNull()
    world.setTopic(supergroup, 7, 'deleted')
    expect(await refusal(supergroup, topic)).toBe('Bad Request: message thread not found')
  })

  it('is nowhere but in a forum, and the general one has no number', async () => {
    const { world, bot, refusal } = await aBot()
    world.setMember(group, bot, { status: 'member' })
    world.setMember(supergroup, bot, { status: 'member' })
    expect(await refusal(group, { message_thread_id: 7 })).toContain('message thread not found')
    expect(await refusal(supergroup, { message_thread_id: 1 })).toContain('thread not found')
    expect(await refusal(supergroup)).toBeNull()
    world.setTopic(supergroup, 1, 'closed')
    expect(await refusal(supergroup)).toBe('Bad Request: TOPIC_CLOSED')
  })
})

describe('a channel', () => {
  it('takes posts from an admin only, and shows them as its own', async () => {
    const { world, api, bot, refusal, updates } = await aBot()
    world.setMember(channel, bot, { status: 'administrator', denied: ['can_post_messages'] })
    expect(await refusal('@harbour')).toBe(
      'Bad Request: need administrator rights in the channel chat',
    )
    world.setMember(channel, bot, { status: 'administrator' })
    const post = await api.sendMessage('@Harbour', 'x')
    expect(post).toMatchObject({ chat: { id: channel }, sender_chat: { id: channel } })
    expect(post.from).toBeUndefined()
    await api.editMessageText(channel, post.message_id, 'y')
    world.sendText(owner, 'Word', { chatId: channel })
    expect((await updates()).at(-1)).toMatchObject({
      channel_post: { text: 'Word', sender_chat: { id: channel } },
    })
  })

  it('tells who is in it to its admins only', async () => {
    const { world, api, bot } = await aBot()
    await expect(api.getChatMember('@harbour', owner)).rejects.toThrow(
      'Bad Request: member list is inaccessible',
    )
    expect(await api.getChatMember('@harbour', bot)).toMatchObject({ status: 'left' })
    world.setMember(channel, bot, { status: 'administrator' })
    expect(await api.getChatMember('@harbour', owner)).toMatchObject({ status: 'creator' })
  })

  it('is picked with a key in the private chat, which makes the bot an admin', async () => {
    const { world, api, updates } = await aBot()
    world.sendText(owner, '/start')
    await updates()
    const rights = { can_post_messages: true } as never
    const keys = new Keyboard().requestChat('Pick a channel', 1, {
      chat_is_channel: true,
      user_administrator_rights: rights,
      bot_administrator_rights: rights,
      request_title: true,
      request_username: true,
    })
    await api.sendMessage(owner, 'Which?', { reply_markup: keys })
    expect(world.replyKeyboard(owner)).toMatchObject({ keyboard: [[{ text: 'Pick a channel' }]] })
    expect(() => world.shareChat(owner, 1, supergroup)).toThrow('not among those to pick')
    expect(() => world.shareChat(owner, 9, channel)).toThrow('No key asks')
    world.shareChat(owner, 1, channel)
    expect(await updates()).toMatchObject([
      { my_chat_member: { chat: { id: channel }, new_chat_member: { status: 'administrator' } } },
      {
        message: {
          chat: { id: owner },
          chat_shared: { request_id: 1, chat_id: channel, title: 'Harbour', username: 'harbour' },
        },
      },
    ])
    await api.sendMessage(owner, 'Done', { reply_markup: { remove_keyboard: true } })
    expect(world.replyKeyboard(owner)).toBeNull()
  })

  it('cannot be asked for outside a private chat', async () => {
    const { world, bot, refusal } = await aBot()
    world.setMember(group, bot, { status: 'member' })
    const keys = new Keyboard().requestChat('Pick', 1, { chat_is_channel: true })
    expect(await refusal(group, { reply_markup: keys })).toBe(
      'Bad Request: chats can be requested in private chats only',
    )
  })
})
