import { Api } from 'grammy'
import { describe, expect, it } from 'vitest'
import { type Sending, sendPlanned } from '../../src/delivering/send-planned.ts'
import { TokenRefusedError } from '../../src/delivering/settle-part.ts'
import { chatItself } from '../../src/domain/subscription.ts'
import { createI18n, translateInto } from '../../src/i18n/i18n.ts'
import { createLog } from '../../src/lib/log.ts'
import type { FaultRule } from '../../src/playground/telegram/faults.ts'
import { findSubscription, saveSubscription } from '../../src/store/subscriptions.ts'
import { createSendPart } from '../../src/telegram/send-part.ts'
import { aDatabase, addNews, noon } from '../helpers/database.ts'
import { accounts, plan } from '../helpers/deliveries.ts'
import { aTelegram, token } from '../helpers/telegram.ts'

const t = translateInto(createI18n(), 'en')
const [, secret = ''] = token.split(':')

/** Some chats, each with a planned digest, and a sender on a clock that its pauses move. */
async function aSender(
  chatIds = [1],
  { threadId = null as number | null, timeoutSeconds = 0.3 } = {},
) {
  const { world, apiRoot } = await aTelegram(chatIds.filter((id) => id > 0))
  for (const id of chatIds) if (id > 0) world.sendText(id, 'hello')
  const db = await aDatabase()
  await addNews(db, [{ title: 'Bridge opens & <closes>' }])
  for (const chatId of chatIds) {
    const times = [new Temporal.PlainTime(12, 0)]
    const preferences = { chatId, threadId, zone: 'UTC', times, nextSlotAt: noon }
    await saveSubscription(db, preferences, noon)
  }
  await plan(db, noon)
  const api = new Api(token, { apiRoot, timeoutSeconds })
  const lines: string[] = []
  let at = noon
  const sending: Sending = {
    db,
    send: createSendPart(api, () => t),
    now: () => at,
    log: createLog('debug', (line) => lines.push(line)),
    signal: new AbortController().signal,
    random: () => 0,
    probe: async () => (await world.call('getMe', {})).ok,
    async sleep(durationMs) {
      at = at.add({ milliseconds: Math.ceil(durationMs) })
    },
  }
  const digestsTo = (chatId: number) => world.sent.filter((message) => message.chatId === chatId)
  /** Sends what is due, and again after an hour and another. */
  const run = async () => {
    for (let hours = 0; hours < 3; hours++) {
      await sendPlanned(sending)
      at = at.add({ hours: 1 })
    }
  }
  return { world, db, sending, lines, run, digestsTo, now: () => at }
}

describe('a message that Telegram does not take at once', () => {
  const passing: [string, FaultRule & { times?: number }, number][] = [
    ['500', { kind: 'status', code: 500 }, 1],
    ['502 as a page', { kind: 'status', code: 502, page: true, times: 2 }, 1],
    ['a reset before', { kind: 'reset', accepted: false }, 1],
    ['a reset after', { kind: 'reset', accepted: true }, 2],
    ['a slow answer', { kind: 'slow', delayMs: 600 }, 2],
    ['a 429', { kind: 'flood', retryAfterSeconds: 0 }, 1],
  ]
  it.each(passing)('comes all the same: %s', async (_name, fault, copies) => {
    const { world, db, run, digestsTo, lines } = await aSender()
    world.faults.next({ ...fault, method: 'sendMessage' })
    await run()
    expect(digestsTo(1)).toHaveLength(copies)
    expect(await accounts(db)).toEqual(['2024-06-14T12:00 sent'])
    expect(lines.filter((line) => line.includes(secret))).toEqual([])
    const part = await db.selectFrom('delivery_part').selectAll().executeTakeFirstOrThrow()
    expect(part).toMatchObject({ message_id: digestsTo(1).at(-1)?.messageId, lease_until: null })
    const isUnclear = fault.kind === 'reset' || fault.kind === 'slow'
    expect(part.unclear).toBe(isUnclear ? 1 : 0)
  })

  it('is repeated once where it may have arrived; its news come with the next', async () => {
    const { world, db, run, digestsTo } = await aSender()
    world.faults.next({ kind: 'reset', accepted: true, method: 'sendMessage', times: 9 })
    await run()
    await run()
    expect(digestsTo(1)).toHaveLength(2)
    expect(await accounts(db)).toEqual([expect.stringContaining('failed no answer from Telegram')])
    expect((await findSubscription(db, chatItself(1)))?.coveredThrough).toBeNull()
  })

  it('waits for Telegram in an outage, without trying each chat', async () => {
    const chats = Array.from({ length: 100 }, (_, i) => i + 1)
    const { world, db, sending } = await aSender(chats)
    const end = world.faults.next({ kind: 'status', code: 502, page: true, times: Infinity })
    const probe = sending.probe ?? (async () => true)
    let probes = 0
    await sendPlanned({
      ...sending,
      async probe() {
        if (++probes === 5) end()
        return probe()
      },
    })
    expect(world.calls.filter(({ method }) => method === 'sendMessage').length).toBeLessThan(130)
    await sendPlanned({ ...sending, now: () => noon.add({ hours: 1 }) })
    expect(new Set(await accounts(db))).toEqual(new Set(['2024-06-14T12:00 sent']))
  })
})

describe('a chat', () => {
  it.each([
    ['blocked', 'bot was blocked by the user'],
    ['deactivated', 'user is deactivated'],
  ] as const)('is let go with the reason: %s', async (how, reason) => {
    const { world, db, run } = await aSender([1, 2])
    if (how === 'blocked') world.block(1)
    else world.deactivate(1)
    await run()
    expect(await findSubscription(db, chatItself(1))).toBeNull()
    expect(await accounts(db)).toEqual([
      `2024-06-14T12:00 failed Forbidden: ${reason}`,
      '2024-06-14T12:00 sent',
    ])
  })

  it.each([
    'CHAT_RESTRICTED',
    'USER_BANNED_IN_CHANNEL',
    'CHANNEL_PRIVATE',
    'INPUT_USER_DEACTIVATED',
    'CHAT_ADMIN_REQUIRED',
    'USER_IS_BLOCKED',
  ])('is let go where Telegram refuses it by a code: %s', async (code) => {
    const { world, db, run } = await aSender([1, 2])
    const description = `Bad Request: ${code}`
    world.faults.next({ kind: 'status', code: 400, description, chatId: 1 })
    await run()
    expect(await findSubscription(db, chatItself(1))).toBeNull()
    expect(await accounts(db)).toContain(`2024-06-14T12:00 failed ${description}`)
  })

  it.each(['MESSAGE_EMPTY', 'ENTITY_MENTION_USER_INVALID', 'BUTTON_DATA_INVALID'])(
    'is kept where Telegram refuses the message: %s',
    async (code) => {
      const { world, db, run } = await aSender()
      world.faults.next({ kind: 'status', code: 400, description: `Bad Request: ${code}` })
      await run()
      expect(await findSubscription(db, chatItself(1))).not.toBeNull()
    },
  )

  it('is let go that was never there', async () => {
    const { db, run } = await aSender([1, -100_404])
    await run()
    expect(await findSubscription(db, chatItself(-100_404))).toBeNull()
    expect(await findSubscription(db, chatItself(1))).not.toBeNull()
  })

  it('is followed where it moves to', async () => {
    const { world, db, run, digestsTo } = await aSender([1, -5])
    world.addChat({ id: -5, type: 'group', title: 'Quay', creator: 1 })
    world.setMember(-5, world.bot.id, { status: 'member' })
    world.migrate(-5, -100_005)
    await run()
    expect(digestsTo(-100_005)).toHaveLength(1)
    expect(await findSubscription(db, chatItself(-5))).toBeNull()
    expect(await findSubscription(db, chatItself(-100_005))).not.toBeNull()
  })

  it('keeps the digests of where it moves to, and ends those of where it was', async () => {
    const { world, db, run, digestsTo } = await aSender([1, -5, -100_005])
    world.addChat({ id: -5, type: 'group', title: 'Quay', creator: 1 })
    world.setMember(-5, world.bot.id, { status: 'member' })
    world.migrate(-5, -100_005)
    await run()
    expect(digestsTo(-100_005)).toHaveLength(1)
    expect(await findSubscription(db, chatItself(-5))).toBeNull()
    expect((await accounts(db)).filter((account) => account.includes('planned'))).toEqual([])
  })

  it.each(['closed', 'deleted'] as const)(
    'loses the digest of a topic that is %s, and keeps that of the chat itself',
    async (topic) => {
      const { world, db, run, digestsTo, sending } = await aSender([1, -100_006], { threadId: 9 })
      world.addChat({ id: -100_006, type: 'supergroup', title: 'F', creator: 1, isForum: true })
      world.setMember(-100_006, world.bot.id, { status: 'member' })
      world.setTopic(-100_006, 9, 'open')
      world.setTopic(-100_006, 9, topic)
      const told: number[] = []
      sending.notifyTopicGone = async (chatId) => void told.push(chatId)
      const times = [new Temporal.PlainTime(12, 0)]
      await saveSubscription(db, { chatId: -100_006, zone: 'UTC', times, nextSlotAt: noon }, noon)
      await plan(db, noon)
      await run()
      expect(digestsTo(-100_006)).toMatchObject([{ threadId: null }])
      expect(await findSubscription(db, { chatId: -100_006, threadId: 9 })).toBeNull()
      expect(await findSubscription(db, chatItself(-100_006))).not.toBeNull()
      const words = topic === 'closed' ? 'TOPIC_CLOSED' : 'message thread not found'
      expect(await accounts(db)).toContain(`2024-06-14T12:00 failed Bad Request: ${words}`)
      expect(told).toContain(-100_006)
    },
  )
})

it('sends as plain text what Telegram cannot read, and reports the bug', async () => {
  const { db, run, digestsTo, lines } = await aSender()
  await db.updateTable('edition_part').set({ html: '<b>Bridge</i> opens &amp; more' }).execute()
  await run()
  expect(digestsTo(1)).toMatchObject([{ text: 'Bridge opens & more' }])
  expect(lines.join()).toContain('a bug: Telegram cannot read our HTML')
})

it('shows the picture that is kept with a part, and none where it is spoilt', async () => {
  const preview = { url: 'https://news.example/1', size: 'large', above: true }
  for (const [kept, shown] of [
    [JSON.stringify(preview), { prefer_large_media: true, show_above_text: true }],
    [JSON.stringify({ ...preview, size: 'off' }), { is_disabled: true }],
    [JSON.stringify({ ...preview, url: 'javascript' }), { is_disabled: true }],
    [null, { is_disabled: true }],
  ] as const) {
    const { world, db, run } = await aSender()
    await db.updateTable('edition_part').set({ link_preview: kept }).execute()
    await run()
    expect(world.history(1).at(-1)?.link_preview_options).toMatchObject(shown)
  }
})

it('stops when the token is refused, and loses nothing', async () => {
  const { world, db, sending } = await aSender([1, 2])
  world.revokeToken()
  await expect(sendPlanned(sending)).rejects.toThrow(TokenRefusedError)
  const parts = await db.selectFrom('delivery_part').selectAll().execute()
  expect(parts.map(({ state, lease_until }) => [state, lease_until])).toEqual([
    ['planned', null],
    ['planned', null],
  ])
})

it.each([-1, 1])('goes on when the clock jumps an hour: %i', async (hours) => {
  const { db, sending } = await aSender([1, 2, 3])
  await sendPlanned({ ...sending, now: () => noon.add({ hours }) })
  expect(new Set(await accounts(db))).toEqual(new Set(['2024-06-14T12:00 sent']))
})

it('sends nothing twice when the clock jumps while messages are in flight', async () => {
  const chats = Array.from({ length: 40 }, (_, i) => i + 1)
  // A machine that is busy answers late, which is no fault of the clock's.
  const { world, sending } = await aSender(chats, { timeoutSeconds: 10 })
  let calls = 0
  await sendPlanned({ ...sending, now: () => noon.add({ hours: ++calls % 2 }) })
  expect(world.sent).toHaveLength(40)
})
