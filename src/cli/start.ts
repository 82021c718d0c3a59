import { setTimeout as sleep } from 'node:timers/promises'
import { GrammyError } from 'grammy'
import { DatabaseHeldError, startApp } from '../app.ts'
import type { Config } from '../config.ts'
import { TokenRefusedError } from '../delivering/settle-part.ts'
import { reasonWords } from '../i18n/reason-words.ts'
import type { OutageNews } from '../telegram/report-outages.ts'
import { accident } from './accidents.ts'
import { t } from './english.ts'
import { startRehearsal } from './rehearsal.ts'
import type { Running } from './running.ts'

const patienceMs = 5000
/** So long a start that is asked to end may take to have begun. */
const startingMs = 2000

/** Runs the bot until the process is asked to end, or cannot go on. */
export async function start(config: Config, process: NodeJS.Process): Promise<void> {
  const broken = accident(process)
  const asked = askedToEnd(process)
  try {
    const starting = config.botToken
      ? startOnTelegram(config, config.botToken, process)
      : startRehearsal(config, process)
    // It sends before all of it has begun; and it waits for Telegram for ever.
    const given = asked.then(() => Promise.race([starting, sleep(startingMs, null)]))
    const running = await Promise.race([starting, given, broken])
    if (!running) return
    await Promise.race([running.ended, asked, broken]).finally(running.stop)
  } catch (error) {
    throw explain(error, config)
  } finally {
    // What still waits for an answer has been given up: it need not hold the process.
    setTimeout(() => process.exit(), 500).unref()
  }
}

function askedToEnd(process: NodeJS.Process): Promise<void> {
  return new Promise((resolve) => {
    const end = (signal: string) => {
      process.stdout.write(`Stopping (${signal}) …\n`)
      resolve()
    }
    process.once('SIGINT', end)
    process.once('SIGTERM', end)
  })
}

async function startOnTelegram(
  config: Config,
  token: string,
  { stdout, stderr }: NodeJS.Process,
): Promise<Running> {
  const { telegramApiRoot: apiRoot } = config
  const patience = setTimeout(() => {
    stderr.write(`No answer yet from ${apiRoot}: still trying.\n`)
  }, patienceMs)
  const app = await startApp(config, {
    token,
    apiRoot,
    onOutage: (news) => {
      clearTimeout(patience)
      stderr.write(`${apiRoot} ${describeOutage(news)}\n`)
    },
    adminIds: config.adminIds,
    allowPrivateAddresses: config.allowPrivateAddresses,
    sampleFeeds: [],
  }).finally(() => clearTimeout(patience))
  stdout.write(`Courant is running as @${app.username}. Write /start to it on Telegram.\n`)
  if (config.adminIds.length === 0) {
    stdout.write(
      'Nobody can add feeds yet: set ADMIN_IDS to your own Telegram user number, which /id tells you.\n',
    )
  }
  return { stop: app.stop, ended: app.polling }
}

function describeOutage(news: OutageNews): string {
  switch (news.kind) {
    case 'began':
      return `cannot be reached: ${reasonWords(news.reason, t)}. Still trying.`
    case 'lasts':
      return `has not been reached for ${count(news.hours, 'hour')}: ${reasonWords(news.reason, t)}. Still trying.`
    case 'over':
      return `can be reached again${after(news.minutes)}.`
  }
}

function after(minutes: number): string {
  if (minutes < 1) return ''
  const hours = Math.round(minutes / 60)
  return `, after ${hours < 2 ? count(minutes, 'minute') : count(hours, 'hour')}`
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`
}

function explain(error: unknown, config: Config): unknown {
  if (error instanceof DatabaseHeldError) {
    const hint = 'Stop it first, or give this one another DATABASE_URL.'
    return new Error(`${error.message}. ${hint}`)
  }
  const isRefused = error instanceof GrammyError && error.error_code === 401
  if (isRefused || error instanceof TokenRefusedError) {
    return new Error('Telegram does not know this BOT_TOKEN: copy it again from @BotFather.')
  }
  if (error instanceof GrammyError && error.error_code === 409) {
    return new Error('Another program polls Telegram with the same BOT_TOKEN: end that one first.')
  }
  const reason = explainListening(error, config)
  return reason === null ? error : new Error(reason)
}

/** What the system's refusal to listen means for the settings; null for any other error. */
function explainListening(error: unknown, { host, port }: Config): string | null {
  if (!(error instanceof Error && 'code' in error)) return null
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken: set PORT to another, or end what listens there.`
    case 'EACCES':
      return `This user may not listen on port ${port}: set PORT to one from 1024 up.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST ${host} is no address of this machine: 127.0.0.1 is, and 0.0.0.0 stands for all.`
    default:
      return null
  }
}
