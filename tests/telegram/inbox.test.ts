import { Bot, Context } from 'grammy'
import type { Update } from 'grammy/types'
import { describe, expect, it, vi } from 'vitest'
import type { CourantContext } from '../../src/telegram/context.ts'
import { createInbox, type InboxLimits } from '../../src/telegram/intake/inbox.ts'
import { limitRates } from '../../src/telegram/intake/limit-rates.ts'

const botInfo = {
  id: 42,
  is_bot: true as const,
  first_name: 'Courant',
  username: 'courant_bot',
} as const satisfies Partial<Bot['botInfo']>

function aBot(): Bot<CourantContext> {
  const rights = {
    can_join_groups: true,
    can_read_all_group_messages: false,
    can_manage_bots: false,
    supports_guest_queries: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    supports_join_request_queries: false,
  }
  return new Bot<CourantContext>('42:x', { botInfo: { ...botInfo, ...rights } })
}

let lastUpdate = 0
function message(from: number, text: string, chatId = from): Update {
  const user = { id: from, is_bot: false, first_name: 'Person' }
  const chat =
    chatId > 0
      ? { id: chatId, type: 'private' as const, first_name: 'Person' }
      : { id: chatId, type: 'supergroup' as const, title: 'Group' }
  const id = ++lastUpdate
  return { update_id: id, message: { message_id: id, date: 1, chat, from: user, text } }
}

function inline(from: number, query: string): Update {
  const id = ++lastUpdate
  const user = { id: from, is_bot: false, first_name: 'Person' }
  return { update_id: id, inline_query: { id: `${id}`, from: user, query, offset: '' } }
}

function membership(chatId: number, status: 'member' | 'kicked'): Update {
  const user = { id: 42, is_bot: true, first_name: 'Courant' }
  const from = { id: chatId, is_bot: false, first_name: 'Person' }
  const member = (now: typeof status) =>
    now === 'member' ? { status: now, user } : { status: now, user, until_date: 0 }
  return {
    update_id: ++lastUpdate,
    my_chat_member: {
      chat: { id: chatId, type: 'private', first_name: 'Person' },
      from,
      date: 1,
      old_chat_member: member(status === 'member' ? 'kicked' : 'member'),
      new_chat_member: member(status),
    },
  }
}

/** An inbox whose work ends when it is told to. */
function anInbox({
  limits = {},
  admin = 0,
}: {
  limits?: Partial<InboxLimits>
  admin?: number
} = {}) {
  const bot = aBot()
  const stopping = new AbortController()
  const started: string[] = []
  const told: number[] = []
  let clockMs = 0
  let settled = 0
  const ends: (() => void)[] = []
  const inbox = createInbox({
    pace: { nowMs: () => clockMs },
    signal: stopping.signal,
    handle: (ctx) => bot.handleUpdate(ctx.update),
    isHeavy: (ctx) => ctx.message?.text === 'heavy',
    isTrusted: (ctx) => ctx.chat?.id === admin,
    notifyTooFast: async (ctx) => void told.push(ctx.chat?.id ?? 0),
    onLeftOut() {},
    limits: { longMs: 60_000, ...limits },
  })
  bot.use(async (ctx) => {
    const { message: said, inlineQuery, myChatMember } = ctx
    started.push(said?.text ?? inlineQuery?.query ?? myChatMember?.new_chat_member.status ?? '')
    await new Promise<void>((end) => ends.push(end))
  })
  const take = (update: Update) =>
    void inbox.take(new Context(update, bot.api, bot.botInfo)).finally(() => settled++)
  const rest = () => new Promise((done) => setTimeout(done, 5))
  return {
    take,
    started,
    told,
    stop: () => stopping.abort(),
    settled: () => settled,
    move: (ms: number) => {
      clockMs += ms
    },
    rest,
    /** Ends what is under way, and what comes after it, until nothing is. */
    async finish() {
      for (await rest(); ends.length > 0; await rest()) ends.shift()?.()
    },
  }
}

describe('the inbox', () => {
  it('does what a chat asks in its order, and of too much the last few', async () => {
    const { take, started, told, finish } = anInbox()
    for (let i = 1; i <= 700; i++) take(message(1, `${i}`))
    await finish()
    expect(started).toEqual(['1', '698', '699', '700'])
    expect(told).toEqual([1])
    for (let i = 1; i <= 5; i++) take(message(1, `again ${i}`))
    await finish()
    expect(told).toEqual([1, 1])
  })

  it('answers of what somebody types inline the last, and loses none of their messages for it', async () => {
    const { take, started, told, finish } = anInbox()
    take(message(1, 'begun'))
    for (const text of ['a', 'b', 'c']) take(message(1, text))
    for (const query of ['h', 'ha', 'harbour']) take(inline(1, query))
    take(inline(2, 'lantern'))
    await finish()
    expect(started).toEqual(['begun', 'lantern', 'a', 'b', 'c', 'harbour'])
    expect(told).toEqual([])
  })

  it('lets go first who asks one thing at a time, and of those who have long waited the last', async () => {
    const { take, started, move, finish } = anInbox({ limits: { atOnce: 1 } })
    for (const id of [1, 2, 2, 3, 4]) {
      take(message(id, `${id}`))
      move(1000)
    }
    for (const id of [5, 6]) {
      take(message(id, `${id}`))
      move(100)
    }
    await finish()
    expect(started).toEqual(['1', '5', '6', '4', '3', '2', '2'])
  })

  it('holds a bounded number of updates, whoever sends how many', async () => {
    const { take, rest, settled } = anInbox()
    for (let id = 1; id <= 20_000; id++) take(message(id, 'x'))
    await rest()
    expect(settled()).toBe(20_000 - 5000 - 20)
  })

  it('leaves out what waited too long', async () => {
    const { take, started, move, finish } = anInbox()
    take(message(1, 'first'))
    take(message(1, 'late'))
    move(6 * 60_000)
    take(message(1, 'in time'))
    await finish()
    expect(started).toEqual(['first', 'in time'])
  })

  it('lets work that takes long hold up only its chat', async () => {
    const { take, started, rest } = anInbox({ limits: { atOnce: 2, longMs: 20 } })
    for (const id of [1, 2]) take(message(id, `slow ${id}`))
    take(message(1, 'waits'))
    take(message(3, 'a stranger'))
    await new Promise((done) => setTimeout(done, 60))
    await rest()
    expect(started).toEqual(['slow 1', 'slow 2', 'a stranger'])
  })

  it('keeps room beside much work', async () => {
    const { take, started, rest } = anInbox()
    for (let id = 1; id <= 30; id++) take(message(id, 'heavy'))
    take(message(50, 'light'))
    await rest()
    expect(started).toEqual([...Array(10).fill('heavy'), 'light'])
  })

  it('begins much work only once no more updates pour in', async () => {
    const { take, started, rest } = anInbox({ limits: { inBurst: 5 } })
    for (let id = 1; id <= 9; id++) take(message(id, 'heavy'))
    take(message(50, 'light'))
    await rest()
    expect(started).toEqual(['light'])
    await vi.waitFor(() => expect(started).toEqual(['light', ...Array(9).fill('heavy')]))
  })

  it('never leaves out whether the bot is in a chat, and leaves others of a group their turn', async () => {
    const { take, started, finish } = anInbox()
    for (let i = 0; i < 50; i++) take(message(1, 'flood', -7))
    take(message(2, 'asks', -7))
    take(membership(3, 'kicked'))
    take(membership(3, 'member'))
    take(membership(3, 'kicked'))
    for (let i = 0; i < 50; i++) take(message(3, 'flood'))
    await finish()
    expect(started.filter((text) => text === 'asks')).toHaveLength(1)
    expect(started.filter((text) => /kicked|member/.test(text))).toEqual(['kicked', 'kicked'])
  })

  it('bounds an admin who is fast less', async () => {
    const { take, started, finish } = anInbox({ admin: 1 })
    for (let i = 0; i < 50; i++) take(message(1, 'x'))
    await finish()
    expect(started).toHaveLength(21)
  })

  it('ends the waiting when the bot stops', async () => {
    const { take, rest, settled, stop } = anInbox()
    for (let id = 1; id <= 100; id++) take(message(id, 'x'))
    stop()
    await rest()
    expect(settled()).toBe(80)
  })
})

describe('the rates', () => {
  function rates() {
    const bot = aBot()
    const done: number[] = []
    const told: number[] = []
    bot.use(
      ...limitRates(
        (ctx) => ctx.from?.id === 99,
        async (ctx) => void told.push(ctx.from?.id ?? 0),
      ),
    )
    bot.use(async (ctx) => void done.push(ctx.from?.id ?? 0))
    const say = async (count: number, from: number, chatId = from) => {
      for (let i = 0; i < count; i++) await bot.handleUpdate(message(from, 'x', chatId))
    }
    const ask = async (count: number, from: number) => {
      for (let i = 0; i < count; i++) await bot.handleUpdate(inline(from, 'x'))
    }
    return { say, ask, told, doneBy: (id: number) => done.filter((each) => each === id).length }
  }

  it('are of each person, who is told once of being over them', async () => {
    const { say, told, doneBy } = rates()
    await say(100, 1)
    await say(5, 2)
    await say(100, 99)
    expect([doneBy(1), doneBy(2), doneBy(99)]).toEqual([60, 5, 100])
    expect(told).toEqual([1])
  })

  it('count what somebody types inline apart, so that their messages are answered', async () => {
    const { say, ask, doneBy } = rates()
    await ask(100, 1)
    expect(doneBy(1)).toBe(60)
    await say(5, 1)
    expect(doneBy(1)).toBe(65)
  })

  it('leave the others of a group alone', async () => {
    const { say, doneBy } = rates()
    await say(100, 1, -7)
    await say(5, 2, -7)
    expect([doneBy(1), doneBy(2)]).toEqual([10, 5])
  })
})
