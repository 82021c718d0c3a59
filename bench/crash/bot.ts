// What brings digests to chats, as the program starts it, in a process of its own that can be killed.
import { startDeliverer } from '../../src/delivering/deliverer.ts'
import { createPace } from '../../src/delivering/pace.ts'
import { createI18n, createTranslateInto } from '../../src/i18n/i18n.ts'
import { createLog } from '../../src/lib/log.ts'
import { openDatabase } from '../../src/store/database.ts'
import { createBot } from '../../src/telegram/bot.ts'
import { createOutgoing } from '../../src/telegram/outgoing.ts'

const [token = '', apiRoot = '', file = '', perSecond = ''] = process.argv.slice(2)
const messagesPerSecond = Number(perSecond)
const db = await openDatabase(file)
const i18n = createI18n()
const log = createLog('warn')
const now = Temporal.Now.instant
const pace = createPace(Number.POSITIVE_INFINITY, () => performance.now())
const address = { token, apiRoot }
const translateInto = createTranslateInto(i18n)
const wordsFor = async () => translateInto('en')
const languages = i18n.locales
const defaults = { zone: 'UTC', time: new Temporal.PlainTime(7, 30) }
const unused = () => Promise.reject(new Error('this bot has no feeds'))
const { signal } = new AbortController()
const services = { db, now, log, signal, pace, defaults, languages, admins: new Set<number>() }
const hasModel = false
const { api } = createBot(address, i18n, {
  ...services,
  hasModel,
  findSource: unused,
  refusalOf: unused,
  wordsFor: unused,
  findArticles: unused,
  readFeedList: unused,
  collectSoon() {},
  forgetStories() {},
  refresh: unused,
  background() {},
})
const deliverer = await startDeliverer({
  db,
  translateInto,
  now,
  log,
  signal,
  telegram: createOutgoing(address, api, { translateInto, wordsFor }, { messagesPerSecond }),
  pace,
  catchUpHours: 6,
  messagesPerSecond,
  defaults,
})
await deliverer.deliver()
await deliverer.ended
