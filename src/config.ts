import ipaddr from 'ipaddr.js'
import { z } from 'zod'
import { readTimeOfDay, readZone } from './domain/calendar.ts'
import { type LogLevel, logLevels } from './log.ts'

/** Everything that can be set from outside, checked. */
export type Config = Readonly<{
  /** Null when there is no bot token: the program then plays both sides itself. */
  botToken: string | null
  telegramApiRoot: string
  adminIds: readonly number[]
  databaseFile: string
  host: string
  port: number
  allowPrivateAddresses: readonly string[]
  defaultZone: string
  defaultTime: Temporal.PlainTime
  catchUpHours: number
  workers: number
  logLevel: LogLevel
}>

export type ConfigOutcome =
  | { kind: 'config'; config: Config }
  | { kind: 'faults'; faults: string[] }

/** Every setting by its name, with how it is read; `.env.example` explains each. */
const settings = z.object({
  BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{20,}$/, 'is not a token as @BotFather gives it (123456789:ABC…)')
    .optional(),
  TELEGRAM_API_ROOT: z
    .url({ protocol: /^https?$/, error: 'is not an http(s) address' })
    .default('https://api.telegram.org'),
  ADMIN_IDS: list().pipe(
    z.array(
      z.string().regex(/^\d{1,16}$/, 'holds something other than user numbers, such as 123456789'),
    ),
  ),
  DATABASE_URL: z
    .string()
    .regex(/^sqlite:./, 'does not begin with sqlite: as in sqlite:data/courant.db')
    .default('sqlite:data/courant.db'),
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(8080),
  ALLOW_PRIVATE_ADDRESSES: list().pipe(
    z.array(
      z.string().refine(isAddressEntry, 'holds something other than hosts, IP addresses or ranges'),
    ),
  ),
  DEFAULT_ZONE: z
    .string()
    .transform(
      (name, context) => readZone(name) ?? fault(context, 'is not a time zone such as Europe/Kyiv'),
    )
    .default(Temporal.Now.timeZoneId()),
  DEFAULT_TIME: z
    .string()
    .default('07:30')
    .transform(
      (text, context) =>
        readTimeOfDay(text) ?? fault(context, 'is not a time of day such as 07:30'),
    ),
  CATCH_UP_HOURS: wholeNumber(0, 48).default(6),
  WORKERS: wholeNumber(1, 64).default(2),
  LOG_LEVEL: z.enum(logLevels, { error: `is none of ${logLevels.join(', ')}` }).optional(),
})

export const settingNames = Object.keys(settings.shape)

/** Reads the environment: a frozen Config, or every fault at once as a sentence. */
export function readConfig(env: Record<string, string | undefined>): ConfigOutcome {
  // An empty value, as .env files leave it, is no value.
  const given = Object.fromEntries(
    settingNames.map((name) => [name, env[name]?.trim() || undefined]),
  )
  const { data, error } = settings.safeParse(given)
  if (!data) {
    const faults = error.issues.map(({ path, message }) => `${String(path[0])} ${message}`)
    return { kind: 'faults', faults: [...new Set(faults)] }
  }
  const config: Config = Object.freeze({
    botToken: data.BOT_TOKEN ?? null,
    telegramApiRoot: data.TELEGRAM_API_ROOT.replace(/\/+$/, ''),
    adminIds: data.ADMIN_IDS.map(Number),
    databaseFile: data.DATABASE_URL.slice('sqlite:'.length),
    host: data.HOST,
    port: data.PORT,
    allowPrivateAddresses: data.ALLOW_PRIVATE_ADDRESSES,
    defaultZone: data.DEFAULT_ZONE,
    defaultTime: data.DEFAULT_TIME,
    catchUpHours: data.CATCH_UP_HOURS,
    workers: data.WORKERS,
    // The rehearsal is for eyes: only what goes wrong stands between its lines.
    logLevel: data.LOG_LEVEL ?? (data.BOT_TOKEN ? 'info' : 'warn'),
  })
  return { kind: 'config', config }
}

function list() {
  return z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
}

function wholeNumber(least: number, most: number) {
  const error = `is not a whole number from ${least} to ${most}`
  return z
    .string()
    .regex(/^\d+$/, error)
    .transform(Number)
    .pipe(z.number().min(least, error).max(most, error))
}

function isAddressEntry(entry: string): boolean {
  return entry.includes('/') ? ipaddr.isValidCIDR(entry) : /^[\w.:[\]-]+$/.test(entry)
}

function fault(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}
