import { Bot, GrammyError } from 'grammy'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { FaultRule } from '../../src/playground/telegram/faults.ts'
import type { CourantContext } from '../../src/telegram/context.ts'
import { startPolling } from '../../src/telegram/receive.ts'
import { type OutageNews, reportOutages } from '../../src/telegram/report-outages.ts'
import { untilReached } from '../../src/telegram/until-reached.ts'
import { inWords } from '../helpers/in-words.ts'
import { until } from '../helpers/program.ts'
import { aTelegram, token } from '../helpers/telegram.ts'

async function aBot() {
  const { world, apiRoot } = await aTelegram([1])
  const news: OutageNews[] = []
  const clock = { ms: 0 }
  const bot = new Bot<CourantContext>(token, { client: { apiRoot } })
  bot.api.config.use(
    reportOutages(
      (each) => news.push(each),
      () => clock.ms,
    ),
  )
  return { world, bot, news, clock }
}

describe('an outage', () => {
  it('is told at its begin, each hour, and at its end', async () => {
    const { world, bot, news, clock } = await aBot()
    await bot.api.getMe()
    world.faults.next({ kind: 'reset', accepted: false, times: Infinity })
    const hours = [0, 0.5, 0.99, 1, 1.5, 2.1, 15, 15.5, 16]
    for (const hour of hours) {
      clock.ms = hour * 3_600_000
      await bot.api.getMe().catch(() => {})
    }
    world.faults.clear()
    await bot.api.getMe()
    await bot.api.getMe()
    const reason = 'the connection was broken off'
    expect(inWords(news)).toEqual([
      { kind: 'began', reason },
      { kind: 'lasts', reason, hours: 1 },
      { kind: 'lasts', reason, hours: 2 },
      { kind: 'lasts', reason, hours: 15 },
      { kind: 'lasts', reason, hours: 16 },
      { kind: 'over', minutes: 960 },
    ])
  })

  it('is also one where something answers that is not Telegram', async () => {
    const { world, bot, news } = await aBot()
    world.faults.next({ kind: 'status', code: 502, page: true })
    await bot.api.getMe().catch(() => {})
    world.faults.next({ kind: 'status', code: 500 })
    await bot.api.getMe().catch(() => {})
    await bot.api.getMe()
    expect(news.map(({ kind }) => kind)).toEqual(['began', 'over'])
  })
})

describe('what the bot cannot do without', () => {
  it('is tried for ever, with pauses that grow up to a minute', async () => {
    const { world, bot } = await aBot()
    const outage: FaultRule[] = [
      { kind: 'reset', accepted: false },
      { kind: 'status', code: 502, page: true },
      { kind: 'status', code: 500 },
    ]
    const pauses: number[] = []
    const sleep = async (ms: number) => {
      pauses.push(ms)
      const fault = outage[pauses.length % 3]
      if (fault && pauses.length < 200) world.faults.next(fault)
    }
    world.faults.next({ kind: 'flood', retryAfterSeconds: 90, method: 'getMe' })
    const me = await untilReached(() => bot.api.getMe(), { sleep })
    expect(me.is_bot).toBe(true)
    expect(pauses.slice(0, 9)).toEqual([90, 2, 4, 8, 16, 32, 60, 60, 60].map((s) => s * 1000))
    expect(pauses).toHaveLength(200)
  })

  it('is given up where Telegram refuses it', async () => {
    const { bot } = await aBot()
    const wrong = untilReached(() => bot.api.setWebhook('nonsense'))
    await expect(wrong).rejects.toThrow(GrammyError)
  })
})

describe('polling', () => {
  /** A bot that polls and hears what is said to it. */
  async function aPoller() {
    const { world, bot, news } = await aBot()
    const heard: (string | undefined)[] = []
    bot.on('message', (ctx) => void heard.push(ctx.message.text))
    bot.catch(() => {})
    await bot.init()
    const polling = await startPolling(bot)
    const hears = async (text: string) => {
      world.sendText(1, text)
      await until(() => heard.includes(text))
    }
    await hears('hello')
    return { world, news, polling, hears }
  }

  it('goes on after an outage of days, and says that it is back', async () => {
    const { world, news, polling, hears } = await aPoller()
    const realNow = Date.now
    onTestFinished(() => {
      Date.now = realNow
    })
    world.faults.next({ kind: 'reset', accepted: false, method: 'getUpdates', times: 2 })
    await hears('and')
    await until(() => news.length > 0)
    // The runner of grammY gives up by this clock.
    Date.now = () => realNow() + 48 * 3_600_000
    await hears('again')
    expect(news.map(({ kind }) => kind)).toEqual(['began', 'over'])
    await polling.stop()
  })

  it.each([
    ['another program polls', 409],
    ['the token is refused', 401],
  ])('ends where %s', async (_why, code) => {
    const { world, polling } = await aPoller()
    world.faults.next({ kind: 'status', code, method: 'getUpdates' })
    world.sendText(1, 'more')
    await expect(polling.ended).rejects.toMatchObject({ error_code: code })
  })

  it('stops at once in the midst of an outage', async () => {
    const { world, news, polling } = await aPoller()
    world.faults.next({ kind: 'reset', accepted: false, method: 'getUpdates', times: Infinity })
    world.sendText(1, 'more')
    await until(() => news.length > 0)
    const began = performance.now()
    await polling.stop()
    expect(performance.now() - began).toBeLessThan(500)
  })
})
