import { expect, it } from 'vitest'
import { createSimulatedClock } from '../../../src/playground/simulated-clock.ts'
import { createWorld } from '../../../src/playground/telegram/create-world.ts'
import { token } from '../../helpers/telegram.ts'

const start = Temporal.Instant.from('2030-03-01T08:00:00Z')

async function aWebhook(failures: number) {
  const clock = createSimulatedClock(start)
  const seen: { id: unknown; secret: string | undefined; second: number }[] = []
  const world = createWorld({
    token,
    ...clock,
    async postUpdate(_url, update, secret) {
      const second = clock.now().since(start).total('seconds')
      seen.push({ id: Object(update).update_id, secret, second })
      return seen.length > failures ? null : 'Wrong response from the webhook: 500'
    },
  })
  world.addUser({ id: 1, is_bot: false, first_name: 'Person' })
  await world.call('setWebhook', { url: 'https://bot.example/hook', secret_token: 'hush' })
  return { clock, world, seen }
}

it('comes again at once, then after ever longer pauses, until the update is taken', async () => {
  const { clock, world, seen } = await aWebhook(5)
  world.sendText(1, 'one')
  world.sendText(1, 'two')
  await clock.advance(20_000)
  expect(await world.call('getWebhookInfo', {})).toMatchObject({
    result: { pending_update_count: 2, last_error_message: 'Wrong response from the webhook: 500' },
  })
  await clock.advance(20_000)
  expect(seen.map(({ id, second }) => [id, second])).toEqual([
    ...[0, 0, 2, 6, 14, 30].map((second) => [1, second]),
    [2, 30],
  ])
  expect(new Set(seen.map(({ secret }) => secret))).toEqual(new Set(['hush']))
})

it('brings an update twice when the answer to the first was lost', async () => {
  const { clock, world, seen } = await aWebhook(0)
  world.faults.next({ kind: 'reset', accepted: true, method: 'webhook' })
  world.sendText(1, 'one')
  await clock.advance(1)
  expect(seen.map(({ id }) => id)).toEqual([1, 1])
})
