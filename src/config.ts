import querystring from 'node:querystring'
import { z } from 'zod'
import { readAllowedAddress } from './domain/allowed-address.ts'
import { readTimeOfDay, readZone } from './domain/calendar.ts'
import type { ModelBudget, ModelPrices } from './domain/model-budget.ts'
import { editDistance } from './lib/edit-distance.ts'
import { type LogLevel, logLevels } from './lib/log.ts'

/** Everything that can be set from outside, checked. */
export type Config = Readonly<{
  /** Null when there is no bot token: the program then plays both sides itself. */
  botToken: string | null
  telegramApiRoot: string
  adminIds: readonly number[]
  databaseFile: string
  /** Of the rehearsal: its readers and news are no real ones. */
  rehearsalFile: string
  host: string
  port: number
  allowPrivateAddresses: readonly string[]
  respectRobots: boolean
  defaultZone: string
  defaultTime: Temporal.PlainTime
  catchUpHours: number
  messagesPerSecond: number
  /** Where Telegram is to bring updates; null to ask for them. */
  webhookUrl: string | null
  /** What Telegram proves itself with there; null for one of its own at each start. */
  webhookSecret: string | null
  workers: number
  logLevel: LogLevel
  /** Null when no model is asked. */
  model: ModelConfig | null
  /** What must be printed nowhere. */
  secrets: readonly string[]
}>

export type ModelConfig = Readonly<{
  /** Without `/chat/completions`. */
  url: string
  name: string
  key: string | null
  budget: ModelBudget
  prices: ModelPrices
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
    .optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(8080),
  ALLOW_PRIVATE_ADDRESSES: list().pipe(
    z.array(
      z
        .string()
        .refine(
          (entry) => readAllowedAddress(entry) !== null,
          'holds something other than hosts, IP addresses or ranges, such as localhost:8080',
        ),
    ),
  ),
  RESPECT_ROBOTS: z.enum(['true', 'false'], { error: 'is neither true nor false' }).default('true'),
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
  MESSAGES_PER_SECOND: wholeNumber(1, 1000).default(30),
  WEBHOOK_URL: z
    .url({ protocol: /^https?$/, error: 'is not an https address' })
    .refine(
      (url) => /^https:|^http:\/\/(?:127\.|localhost[:/])/i.test(url),
      'is not an https address',
    )
    .optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, 'is not 16 to 256 letters, digits, _ or -')
    .optional(),
  WORKERS: wholeNumber(1, 64).default(2),
  LOG_LEVEL: z.enum(logLevels, { error: `is none of ${logLevels.join(', ')}` }).optional(),
  MODEL_URL: z
    .url({ protocol: /^https?$/, error: 'is not an http(s) address' })
    .refine((text) => {
      const url = URL.parse(text)
      return !url?.username && !url?.password
    }, 'holds a user name or password: give the key as MODEL_KEY')
    .optional(),
  MODEL_NAME: z.string().optional(),
  MODEL_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'holds something that no key has, such as a space')
    .optional(),
  MODEL_DAILY_TOKENS: wholeNumber(0, 1_000_000_000).default(300_000),
  MODEL_DAILY_COST: money().optional(),
  MODEL_INPUT_PRICE: money().optional(),
  MODEL_OUTPUT_PRICE: money().optional(),
})

export const settingNames = Object.keys(settings.shape)

/**
 * Reads the environment: a frozen Config, or every fault at once as a sentence. Of `ownNames`, which stand
 * in Courant's own file, those are faults that seem to be a setting's name with a slip in it.
 */
export function readConfig(
  env: Record<string, string | undefined>,
  ownNames: readonly string[] = [],
): ConfigOutcome {
  // An empty value, as .env files leave it, is no value.
  const given = Object.fromEntries(
    settingNames.map((name) => [name, env[name]?.trim() || undefined]),
  )
  const { data, error } = settings.safeParse(given)
  const faults = error?.issues.map(({ path, message }) => `${String(path[0])} ${message}`) ?? []
  faults.push(...modelFaults(given), ...ownNames.flatMap(misspelt))
  if (!data || faults.length > 0) return { kind: 'faults', faults: [...new Set(faults)] }
  const file = data.DATABASE_URL?.slice('sqlite:'.length)
  const config: Config = Object.freeze({
    botToken: data.BOT_TOKEN ?? null,
    telegramApiRoot: data.TELEGRAM_API_ROOT.replace(/\/+$/, ''),
    adminIds: data.ADMIN_IDS.map(Number),
    databaseFile: file ?? 'data/courant.db',
    rehearsalFile: file ?? 'data/rehearsal.db',
    host: data.HOST,
    port: data.PORT,
    allowPrivateAddresses: data.ALLOW_PRIVATE_ADDRESSES,
    respectRobots: data.RESPECT_ROBOTS === 'true',
    defaultZone: data.DEFAULT_ZONE,
    defaultTime: data.DEFAULT_TIME,
    catchUpHours: data.CATCH_UP_HOURS,
    messagesPerSecond: data.MESSAGES_PER_SECOND,
    webhookUrl: data.WEBHOOK_URL ?? null,
    webhookSecret: data.WEBHOOK_SECRET ?? null,
    workers: data.WORKERS,
    // The rehearsal is for eyes: only what goes wrong stands between its lines.
    logLevel: data.LOG_LEVEL ?? (data.BOT_TOKEN ? 'info' : 'warn'),
    model: modelConfig(data),
    secrets: secretsIn(env),
  })
  return { kind: 'config', config }
}

/** The secrets among the settings, also where these are wrong: keys, and passwords in addresses. */
export function secretsIn(env: Record<string, string | undefined>): string[] {
  const { BOT_TOKEN, WEBHOOK_SECRET, MODEL_KEY } = env
  const { TELEGRAM_API_ROOT, WEBHOOK_URL, MODEL_URL } = env
  // The number before the colon is the bot's own, which everybody may know.
  const keys = [BOT_TOKEN?.replace(/^\s*\d+:/, ''), WEBHOOK_SECRET, MODEL_KEY]
  const addresses = [TELEGRAM_API_ROOT, WEBHOOK_URL, MODEL_URL]
  const passwords = addresses.map((address) => URL.parse(address?.trim() ?? '')?.password)
  const all = [
    ...keys,
    ...passwords,
    ...passwords.map((password) => querystring.unescape(password ?? '')),
  ]
  return [...new Set(all.flatMap((secret) => secret?.trim() || []))]
}

/** Says of a name that is no setting which one it seems to mean, if any. */
function misspelt(name: string): string[] {
  if (settingNames.includes(name)) return []
  const letters = (text: string) => text.toUpperCase().replace(/[^A-Z]/g, '')
  const meant = settingNames.find((known) => {
    const most = known.length > 4 ? 2 : 1
    const isAlike = Math.abs(known.length - name.length) <= most
    return letters(known) === letters(name) || (isAlike && editDistance(known, name) <= most)
  })
  return meant ? [`${name} is no setting: ${meant} is one`] : []
}

/** What is missing beside settings of the model that are given. */
function modelFaults(given: Record<string, string | undefined>): string[] {
  const faults: string[] = []
  if (given.MODEL_URL && !given.MODEL_NAME) faults.push('MODEL_NAME is missing beside MODEL_URL')
  if (given.MODEL_NAME && !given.MODEL_URL) faults.push('MODEL_URL is missing beside MODEL_NAME')
  if (given.MODEL_DAILY_COST && !(given.MODEL_INPUT_PRICE && given.MODEL_OUTPUT_PRICE)) {
    faults.push('MODEL_DAILY_COST needs MODEL_INPUT_PRICE and MODEL_OUTPUT_PRICE beside it')
  }
  return faults
}

function modelConfig(data: z.output<typeof settings>): ModelConfig | null {
  if (!data.MODEL_URL || !data.MODEL_NAME) return null
  return Object.freeze({
    url: data.MODEL_URL.replace(/\/+(?:chat\/completions\/*)?$/, ''),
    name: data.MODEL_NAME,
    key: data.MODEL_KEY ?? null,
    budget: { tokens: data.MODEL_DAILY_TOKENS, cost: data.MODEL_DAILY_COST ?? null },
    prices: { input: data.MODEL_INPUT_PRICE ?? 0, output: data.MODEL_OUTPUT_PRICE ?? 0 },
  })
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

function money() {
  return z
    .string()
    .regex(/^\d{1,7}(?:\.\d{1,6})?$/, 'is not an amount of money such as 0.50')
    .transform(Number)
}

function fault(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}
