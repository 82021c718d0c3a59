import { setTimeout as sleep } from 'node:timers/promises'
import { type AppOptions, buildParts, type Parts, type Replaceable } from './build-app.ts'
import type { Config } from './config.ts'
import { startDeliverer } from './delivering/deliverer.ts'
import { addFeed } from './editing/add-feed.ts'
import { everyMinute } from './schedule.ts'
import { prepareQuestions } from './serving/understand-question.ts'
import { removeSampleFeeds } from './store/feeds.ts'
import { forgetDeliveries } from './store/forget-deliveries.ts'
import { forgetNewsChanges } from './store/headlines.ts'
import { forgetPapers } from './store/papers.ts'
import { noteReminders } from './store/reminders.ts'
import type { Database } from './store/tables.ts'
import { describeBot } from './telegram/describe-bot.ts'
import { startPolling, startWebhook } from './telegram/receive.ts'
import { registerCommands } from './telegram/register-commands.ts'
import { untilReached } from './telegram/until-reached.ts'
import { serveWebhook } from './web/webhook.ts'

export { type AppOptions, DatabaseHeldError } from './build-app.ts'

export type App = {
  db: Database
  /** The bot's own name on Telegram, without the @. */
  username: string
  /** Settles when the first round of news has been read. */
  firstNews: Promise<void>
  /** Rejects when Telegram ends the conversation: the token was refused, or another bot polls with it. */
  polling: Promise<void>
  /**
   * Reads all feeds and sends what is due, without waiting for the next minute, once `moveOn` has moved the clock
   * on: nothing is planned between, as its news would not be there yet.
   */
  catchUp(moveOn?: () => void): Promise<void>
  /** Stops in order: no new updates, no new jobs, messages in flight recorded, database closed. */
  stop(): Promise<void>
}

/** The longest that a stop waits for work under way. */
const stopMs = 8000
/** What became of a digest is kept for so long. */
const deliveriesKept = Temporal.Duration.from({ hours: 30 * 24 })
/** More changes than happen between two digests that look at them; whoever missed some reads all. */
const changesKept = 100_000
/** Nothing is forgotten by a clock that was set more recently: it may be years ahead. */
const steadyMs = 60 * 60_000

/**
 * Builds every part, starts them in order, and goes on with what an earlier run left unsent. Throws
 * DatabaseHeldError, or Telegram's error when the token is refused.
 */
export async function startApp(
  config: Config,
  options: AppOptions,
  replaced: Partial<Replaceable> = {},
): Promise<App> {
  const parts = await buildParts(config, options, replaced)
  const { db, bot, rounds, background, isClockSet } = parts
  bot.botInfo = await untilReached(() => bot.api.getMe())
  await untilReached(() => registerCommands(bot.api, parts))
  void background.run(describeBot(bot.api, parts))
  await replaceSampleFeeds(parts, options.sampleFeeds)
  prepareQuestions()
  const receiving = await startReceiving(parts, config)
  const { catchUpHours, messagesPerSecond } = config
  const deliverer = await startDeliverer({
    ...parts,
    signal: parts.stopping.signal,
    telegram: parts.outgoing,
    ...{ catchUpHours, messagesPerSecond, findArticles: parts.searchPool.find },
  })
  const schedule = startSchedule(parts, deliverer.deliver)
  const firstNews = isClockSet() ? rounds.collect() : Promise.resolve()
  void background.run(firstNews)
  void background.run(parts.checkRows())
  if (isClockSet()) void background.run(deliverer.deliver())
  return {
    db,
    username: bot.botInfo.username,
    firstNews,
    catchUp: (moveOn = () => {}) =>
      deliverer.deliverAfter(async () => {
        moveOn()
        await rounds.refresh()
        await rounds.collect()
      }),
    polling: Promise.all([receiving.ended, deliverer.ended]).then(() => {}),
    async stop() {
      parts.stopping.abort()
      await schedule.stop()
      const done = Promise.allSettled([
        receiving.stop().finally(parts.searchPool.close),
        deliverer.ended,
        parts.collector.close().then(background.settled),
      ])
      await Promise.race([done, sleep(stopMs, undefined, { ref: false })])
      await parts.checkpoints.close()
      await db.destroy()
      parts.release()
    },
  }
}

/** The address of the sample newspaper may change with every start. */
async function replaceSampleFeeds(
  { db, now, collector: { findSource } }: Parts,
  feeds: AppOptions['sampleFeeds'],
): Promise<void> {
  await removeSampleFeeds(db, now())
  for (const { url: address, ...feed } of feeds) {
    await addFeed({ db, now, findSource }, { address, ...feed, isSample: true })
  }
}

function startReceiving({ bot }: Parts, { webhookUrl: url, webhookSecret, host, port }: Config) {
  if (!url) return startPolling(bot)
  return startWebhook(bot, { url, secret: webhookSecret ?? undefined }, (options) =>
    serveWebhook(options, { host, port }),
  )
}

function startSchedule(parts: Parts, deliver: () => Promise<void>) {
  const { db, now, log, rounds, background, improveSummaries, checkRows, notifyProblems } = parts
  let setAtMs = performance.now()
  const jobs = {
    collect: () => background.run(rounds.collect()),
    deliver,
    improveSummaries,
    async forgetDeliveries() {
      const isSteady = performance.now() - setAtMs > steadyMs
      if (isSteady) await forgetDeliveries(db, now().subtract(deliveriesKept))
    },
    forgetNewsChanges: () => forgetNewsChanges(db, changesKept),
    noteReminders: () => noteReminders(db, now()),
    forgetPapers: async () => void (await forgetPapers(db)),
    checkRows,
    notifyProblems,
  }
  return everyMinute(jobs, log, {
    mayRun: parts.isClockSet,
    onJump() {
      setAtMs = performance.now()
      parts.collector.forgetStories()
    },
  })
}
