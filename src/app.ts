import { setTimeout as sleep } from 'node:timers/promises'
import { createClockCheck } from './clock-check.ts'
import { createCollector } from './collecting/collector.ts'
import { createSummaryRounds } from './collecting/improve-summaries.ts'
import { bringFeedsForward } from './collecting/read-ahead.ts'
import type { FeedsReport } from './collecting/read-feeds.ts'
import type { Config } from './config.ts'
import { startDeliverer } from './delivering/deliverer.ts'
import { createPace } from './delivering/pace.ts'
import type { FeedKind } from './domain/feed.ts'
import { addFeed } from './editing/add-feed.ts'
import { createCheckOfRows } from './editing/check-rows.ts'
import { readListInThread } from './feeds/opml/reader.ts'
import { createI18n, translateInto } from './i18n/i18n.ts'
import { describeError } from './lib/describe-error.ts'
import { createLog } from './lib/log.ts'
import { meanwhile } from './lib/meanwhile.ts'
import { createRedact } from './lib/redact.ts'
import { singleFlight } from './lib/single-flight.ts'
import { everyMinute } from './schedule.ts'
import { openDatabase } from './store/database.ts'
import { dialect } from './store/dialect.ts'
import { makeFeedsDue, removeSampleFeeds } from './store/feeds.ts'
import { forgetDeliveries } from './store/forget-deliveries.ts'
import type { Database } from './store/tables.ts'
import { createProblemNotifier } from './telegram/admins/notify-problems.ts'
import { createBot } from './telegram/bot.ts'
import { createOutgoing } from './telegram/outgoing.ts'
import { startPolling, startWebhook } from './telegram/receive.ts'
import { registerCommands } from './telegram/register-commands.ts'
import { type OutageNews, reportOutages } from './telegram/report-outages.ts'
import { untilReached } from './telegram/until-reached.ts'
import { serveWebhook } from './web/webhook.ts'

/** What the app is started with beside its settings: Telegram's address, and sample feeds if any. */
export type Surroundings = {
  token: string
  apiRoot: string
  /** Told when Telegram cannot be reached, while it is tried again. */
  onOutage?: (news: OutageNews) => void
  adminIds: readonly number[]
  allowPrivateAddresses: readonly string[]
  sampleFeeds: readonly { url: string; kind: FeedKind }[]
}

export type App = {
  db: Database
  /** The bot's own name on Telegram, without the @. */
  username: string
  /** Settles when the first round of news has been read. */
  firstNews: Promise<void>
  /** Rejects when Telegram ends the conversation: the token was refused, or another bot polls with it. */
  polling: Promise<void>
  /** Stops in order: no new updates, no new jobs, messages in flight recorded, database closed. */
  stop(): Promise<void>
}

/** Says that another process runs on the same database. */
export class DatabaseHeldError extends Error {
  override name = 'DatabaseHeldError'
}

/** The longest that a stop waits for work under way. */
const stopMs = 8000
/** Pages of articles older than this stand in no digest: the feed's own words do for them. */
const oldestPage = Temporal.Duration.from({ hours: 72 })
/** What became of a digest is kept for so long. */
const deliveriesKept = Temporal.Duration.from({ hours: 30 * 24 })
/** Nothing is forgotten by a clock that was set more recently: it may be years ahead. */
const steadyMs = 60 * 60_000
/** Stories are told so often while pages are read, and pages read while feeds are. */
const storiesEveryMs = 5000
const pagesEveryMs = 10_000
/** A digest does not wait for a model, but the next article does. */
const modelTimeoutMs = 60_000

/**
 * Builds every part, starts them in order, and goes on with what an earlier run left unsent. Throws
 * DatabaseHeldError, or Telegram's error when the token is refused.
 */
export async function startApp(
  config: Config,
  surroundings: Surroundings,
  now: () => Temporal.Instant = Temporal.Now.instant,
): Promise<App> {
  const secrets = [...config.secrets, surroundings.token.replace(/^\d+:/, '')]
  const log = createLog(config.logLevel, undefined, createRedact(secrets))
  const release = dialect.hold(config.databaseFile)
  if (!release) throw new DatabaseHeldError(`Another Courant runs on ${config.databaseFile}`)
  const db = await openDatabase(config.databaseFile)
  const checkpoints = dialect.createCheckpoints(db, config.databaseFile)
  const searchPool = dialect.createSearchPool(db, config.databaseFile)
  const { allowPrivateAddresses, adminIds } = surroundings
  const { workers, catchUpHours, messagesPerSecond } = config
  const collector = createCollector({
    db,
    now,
    log,
    workers,
    zone: config.defaultZone,
    allowPrivateAddresses,
    respectRobots: config.respectRobots,
    checkpoints,
  })
  const stopping = new AbortController()

  const running = new Set<Promise<unknown>>()
  const background = (work: Promise<unknown>): Promise<unknown> => {
    const guarded = work
      .catch((error) => log.error({ reason: describeError(error) }, 'background work failed'))
      .finally(() => running.delete(guarded))
    running.add(guarded)
    return guarded
  }
  const { model } = config
  const improve =
    model &&
    singleFlight(
      createSummaryRounds({
        db,
        // Loaded only where there is a model.
        ask: (await import('./summaries/model/model.ts')).createModel({
          ...model,
          timeoutMs: modelTimeoutMs,
        }),
        model: model.name,
        budget: model.budget,
        prices: model.prices,
        zone: config.defaultZone,
        now,
        log,
        signal: stopping.signal,
      }),
    )
  const improveSummaries = async () => {
    if (improve) void background(improve())
  }
  const newsFrom = () => now().subtract(oldestPage)
  const assignStories = singleFlight(() => collector.assignStories(newsFrom()))
  const readPages = singleFlight(async () => {
    await assignStories()
    await meanwhile(collector.readPages(newsFrom()), storiesEveryMs, () =>
      background(assignStories()),
    )
    await assignStories()
  })
  // Within the run, so that a reading under way does not put off again what an admin wants now.
  let wantsAll = false
  const readFeeds = singleFlight(async () => {
    if (wantsAll) await makeFeedsDue(db, now())
    wantsAll = false
    return collector.readFeeds()
  })
  const readNews = async (): Promise<FeedsReport> => {
    await bringFeedsForward(db, now())
    const report = await meanwhile(readFeeds(), pagesEveryMs, () => background(readPages()))
    if (report.newArticles > 0) log.info(report, 'feeds read')
    await collector.indexArticles()
    return report
  }
  const readOn = async () => {
    await readPages()
    await improveSummaries()
  }
  const collect = async () => {
    await readNews()
    await readOn()
  }
  const refresh = async () => {
    wantsAll = true
    const report = await readNews()
    void background(readOn())
    return report
  }

  const i18n = createI18n()
  const t = translateInto(i18n, 'en')
  const pace = createPace(messagesPerSecond, () => performance.now())
  const defaults = { zone: config.defaultZone, time: config.defaultTime }
  const { token, apiRoot, onOutage = () => {} } = surroundings
  const address = { token, apiRoot, outages: reportOutages(onOutage) }
  const bot = createBot(address, i18n, {
    db,
    now,
    log,
    signal: stopping.signal,
    pace,
    admins: new Set(adminIds),
    defaults,
    findSource: collector.findSource,
    readFeedList: readListInThread,
    collectSoon: () => void background(collect()),
    refresh,
    background,
    forgetStories: collector.forgetStories,
    findArticles: searchPool.find,
  })
  bot.botInfo = await untilReached(() => bot.api.getMe())
  await untilReached(() => registerCommands(bot.api, new Set(adminIds), t))
  await removeSampleFeeds(db, now())
  for (const feed of surroundings.sampleFeeds) {
    await addFeed(
      { db, now, findSource: collector.findSource },
      { address: feed.url, kind: feed.kind, isSample: true },
    )
  }

  const { webhookUrl: url, webhookSecret, host, port } = config
  const receiving = url
    ? await startWebhook(bot, { url, secret: webhookSecret ?? undefined }, (options) =>
        serveWebhook(options, { host, port }),
      )
    : await startPolling(bot)
  const deliverer = await startDeliverer({
    db,
    t,
    now,
    log,
    signal: stopping.signal,
    telegram: createOutgoing(address, bot.api, t, { messagesPerSecond }),
    pace,
    catchUpHours,
    messagesPerSecond,
    defaults,
  })
  const { deliver } = deliverer
  const isClockSet = await createClockCheck(db, now, log)
  let setAtMs = performance.now()
  const checkRows = createCheckOfRows({ db, now, log, defaults })
  const admins = new Set(adminIds)
  const notifyProblems = createProblemNotifier({ db, now, api: bot.api, admins, t })
  const schedule = everyMinute(
    {
      collect: () => background(collect()),
      deliver,
      improveSummaries,
      async forgetDeliveries() {
        const isSteady = performance.now() - setAtMs > steadyMs
        if (isSteady) await forgetDeliveries(db, now().subtract(deliveriesKept))
      },
      checkRows,
      notifyProblems,
    },
    log,
    {
      mayRun: isClockSet,
      onJump() {
        setAtMs = performance.now()
        collector.forgetStories()
      },
    },
  )
  const firstNews = isClockSet() ? collect() : Promise.resolve()
  void background(firstNews)
  void background(checkRows())
  if (isClockSet()) void background(deliver())

  return {
    db,
    username: bot.botInfo.username,
    firstNews,
    polling: Promise.all([receiving.ended, deliverer.ended]).then(() => {}),
    async stop() {
      stopping.abort()
      await schedule.stop()
      const done = Promise.allSettled([
        receiving.stop().finally(searchPool.close),
        deliverer.ended,
        collector.close().then(() => Promise.all(running)),
      ])
      await Promise.race([done, sleep(stopMs, undefined, { ref: false })])
      await checkpoints.close()
      await db.destroy()
      release()
    },
  }
}
