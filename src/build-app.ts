import type { Bot } from 'grammy'
import { createClockCheck } from './clock-check.ts'
import { type Collector, createCollector } from './collecting/collector.ts'
import { createSummaryRounds } from './collecting/improve-summaries.ts'
import { createRounds } from './collecting/rounds.ts'
import type { Config } from './config.ts'
import { createPace, type Pace } from './delivering/pace.ts'
import type { FeedKind } from './domain/feed.ts'
import { createCheckOfRows } from './editing/check-rows.ts'
import { readListInThread } from './feeds/opml/reader.ts'
import { createI18n, createTranslateInto } from './i18n/i18n.ts'
import { type Background, createBackground } from './lib/background.ts'
import { createLog, type Log } from './lib/log.ts'
import { createRedact } from './lib/redact.ts'
import { singleFlight } from './lib/single-flight.ts'
import { wordsForPerson } from './serving/languages.ts'
import { openDatabase } from './store/database.ts'
import { type Checkpoints, dialect } from './store/dialect.ts'
import type { Database } from './store/tables.ts'
import { createProblemNotifier } from './telegram/admins/notify-problems.ts'
import { createBot } from './telegram/bot.ts'
import type { CourantContext } from './telegram/context.ts'
import { createOutgoing } from './telegram/outgoing.ts'
import { type OutageNews, reportOutages } from './telegram/report-outages.ts'

/** What the app is started with beside its settings: Telegram's address, and sample feeds if any. */
export type AppOptions = {
  token: string
  apiRoot: string
  /** Told when Telegram cannot be reached, while it is tried again. */
  onOutage?: (news: OutageNews) => void
  adminIds: readonly number[]
  allowPrivateAddresses: readonly string[]
  sampleFeeds: readonly { url: string; kind: FeedKind; tags?: string[] }[]
}

/** The parts that can be replaced from outside. */
export type Replaceable = {
  now: () => Temporal.Instant
  log: Log
  collector: Collector
  pace: Pace
}

/** Thrown when another process holds the database. */
export class DatabaseHeldError extends Error {
  override name = 'DatabaseHeldError'
}

/** A digest does not wait for a model, but the next article does. */
const modelTimeoutMs = 60_000

export type Parts = Awaited<ReturnType<typeof buildParts>>

/**
 * Builds every part of the app; none does anything yet. Throws DatabaseHeldError, or an error that
 * says what is wrong with the database.
 */
export async function buildParts(
  config: Config,
  options: AppOptions,
  replaced: Partial<Replaceable> = {},
) {
  const { messagesPerSecond, defaultZone: zone, databaseFile } = config
  const { now = Temporal.Now.instant } = replaced
  const secrets = [...config.secrets, options.token.replace(/^\d+:/, '')]
  const log = replaced.log ?? createLog(config.logLevel, undefined, createRedact(secrets))
  const release = dialect.hold(databaseFile)
  if (!release) throw new DatabaseHeldError(`Another Courant runs on ${databaseFile}`)
  const db = await openDatabase(databaseFile)
  const stopping = new AbortController()
  const { signal } = stopping
  const background = createBackground(log)
  const checkpoints = dialect.createCheckpoints(db, databaseFile)
  const searchPool = dialect.createSearchPool(db, databaseFile)
  const base = { db, now, log }

  const collector =
    replaced.collector ?? createCollectorFor(config, options, { ...base, checkpoints })
  const improveSummaries = await createImproving(config, { ...base, signal, background })
  const rounds = createRounds({ ...base, collector, background, improveSummaries })

  const i18n = createI18n()
  const translateInto = createTranslateInto(i18n)
  const wordsFor = wordsForPerson({ db, translateInto })
  const languages = i18n.locales
  const pace = replaced.pace ?? createPace(messagesPerSecond, () => performance.now())
  const defaults = { zone, time: config.defaultTime }
  const admins = new Set(options.adminIds)
  const { token, apiRoot, onOutage = () => {} } = options
  const address = { token, apiRoot, outages: reportOutages(onOutage) }
  const botName = () => (bot.isInited() ? bot.botInfo.username : null)
  const bot: Bot<CourantContext> = createBot(address, i18n, {
    ...base,
    ...{ botName, signal, pace, admins, defaults, languages, wordsFor },
    hasModel: config.model !== null,
    findSource: collector.findSource,
    refusalOf: collector.refusalOf,
    readFeedList: readListInThread,
    collectSoon: () => void background.run(rounds.collect()),
    refresh: rounds.refresh,
    background: background.run,
    forgetStories: collector.forgetStories,
    findArticles: searchPool.find,
  })
  return {
    ...base,
    ...{
      release,
      stopping,
      background,
      checkpoints,
      searchPool,
      collector,
      rounds,
      improveSummaries,
    },
    ...{ translateInto, wordsFor, languages, pace, defaults, admins, bot, botName },
    outgoing: createOutgoing(address, bot.api, { translateInto, wordsFor }, { messagesPerSecond }),
    isClockSet: await createClockCheck(db, now, log),
    checkRows: createCheckOfRows({ ...base, defaults }),
    notifyProblems: createProblemNotifier({ db, now, api: bot.api, admins, wordsFor }),
  }
}

type Base = { db: Database; now: () => Temporal.Instant; log: Log }

function createCollectorFor(
  { workers, defaultZone: zone, respectRobots }: Config,
  { allowPrivateAddresses }: AppOptions,
  base: Base & { checkpoints: Checkpoints },
): Collector {
  return createCollector({ ...base, workers, zone, allowPrivateAddresses, respectRobots })
}

/** Lets a model improve summaries in the background; does nothing where none is set. */
async function createImproving(
  { model, defaultZone: zone }: Config,
  { background, ...base }: Base & { signal: AbortSignal; background: Background },
): Promise<() => Promise<void>> {
  if (!model) return async () => {}
  // Loaded only where there is a model.
  const { createModel } = await import('./summaries/model/model.ts')
  const { name, budget, prices } = model
  const ask = createModel({ ...model, timeoutMs: modelTimeoutMs })
  const improve = singleFlight(
    createSummaryRounds({ ...base, ask, model: name, budget, prices, zone }),
  )
  return async () => void background.run(improve())
}
