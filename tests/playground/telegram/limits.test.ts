import { describe, expect, it } from 'vitest'
import { createSimulatedClock } from '../../../src/playground/simulated-clock.ts'
import { createWorld } from '../../../src/playground/telegram/create-world.ts'
import { telegramLimits } from '../../../src/playground/telegram/limits.ts'
import { token } from '../../helpers/telegram.ts'

const group = -5

function aWorld() {
  const clock = createSimulatedClock(Temporal.Instant.from('2030-03-01T08:00:00Z'))
  const world = createWorld({ token, ...clock })
  for (let id = 1; id <= 100; id++) {
    world.addUser({ id, is_bot: false, first_name: 'Person' })
    world.sendText(id, 'hi')
  }
  world.addChat({ id: group, type: 'group', title: 'Group', creator: 1 })
  world.setMember(group, world.bot.id, { status: 'member' })
  const send = async (chatId: number, params = {}) => {
    const reply = await world.call('sendMessage', { chat_id: chatId, text: 'x', ...params })
    return reply.ok ? 'sent' : 'parameters' in reply && reply.parameters?.retry_after
  }
  /** How many of these calls get through, up to the first refusal, and what that says. */
  const sendUntilRefused = async (chatOf: (i: number) => number, params = {}) => {
    for (let i = 0; i < 5000; i++) {
      const outcome = await send(chatOf(i), params)
      if (outcome !== 'sent') return { sent: i, retryAfter: outcome }
    }
    return { sent: 5000, retryAfter: 0 }
  }
  return { clock, world, send, sendUntilRefused }
}

describe('the limits', () => {
  it('are off until they are switched on, and can be switched off', async () => {
    const { world, sendUntilRefused } = aWorld()
    expect(await sendUntilRefused(() => 1)).toMatchObject({ sent: 5000 })
    world.setLimits(telegramLimits)
    expect(await sendUntilRefused(() => 1)).toMatchObject({ sent: 3 })
    world.setLimits(null)
    expect(await sendUntilRefused(() => 1)).toMatchObject({ sent: 5000 })
  })

  it('let a private chat have a short burst and then one a second', async () => {
    const { clock, world, send, sendUntilRefused } = aWorld()
    world.setLimits(telegramLimits)
    expect(await sendUntilRefused(() => 1)).toEqual({ sent: 3, retryAfter: 1 })
    expect(await send(2)).toBe('sent')
    await clock.advance(999)
    expect(await send(1)).toBe(1)
    await clock.advance(1)
    for (let second = 0; second < 10; second++) {
      expect(await send(1)).toBe('sent')
      await clock.advance(1000)
    }
  })

  it('let a group have 20 a minute', async () => {
    const { clock, world, send, sendUntilRefused } = aWorld()
    world.setLimits(telegramLimits)
    expect(await sendUntilRefused(() => group)).toEqual({ sent: 20, retryAfter: 3 })
    for (let i = 0; i < 20; i++) {
      await clock.advance(3000)
      expect(await send(group)).toBe('sent')
    }
  })

  it('let the bot have 30 a second over all, then hold up every chat', async () => {
    const { clock, world, send, sendUntilRefused } = aWorld()
    world.setLimits(telegramLimits)
    expect(await sendUntilRefused((i) => i + 1)).toEqual({ sent: 30, retryAfter: 1 })
    await clock.advance(500)
    expect(await send(99)).toBe(1)
    await clock.advance(500)
    expect(await sendUntilRefused((i) => i + 40)).toMatchObject({ sent: 30 })
  })

  it('let it have 1,000 a second when it pays', async () => {
    const { world, sendUntilRefused } = aWorld()
    const busy = { capacity: 5000, perSecond: 1 }
    world.setLimits({ ...telegramLimits, private: busy })
    const paid = await sendUntilRefused(() => 1, { allow_paid_broadcast: true })
    expect(paid).toEqual({ sent: 1000, retryAfter: 1 })
  })
})
