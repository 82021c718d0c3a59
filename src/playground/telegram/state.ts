import type { BotCommand, Update, User } from 'grammy/types'
import type { ChatState } from './chat-state.ts'
import type { After } from './clock.ts'
import type { PressOutcome, SentMessage, WorldEvent } from './events.ts'
import type { TakeFault } from './faults.ts'
import type { InlineAnswer } from './inline-answer.ts'
import type { Limiter } from './limits.ts'

export type Webhook = {
  url: string
  secret: string | undefined
  allowed: readonly string[] | null
  lastError: string | null
}

/** What the bot answers to an inline query, and for how long and whom it is kept. */
export type InlineGiven = { answer: InlineAnswer; seconds: number; isPersonal: boolean }

/** Who pressed a button where and when, and whether under an ephemeral message. */
export type Pressed = { userId: number; chatId: number; isEphemeral: boolean; at: Temporal.Instant }

/** Everything the stand-in knows, in memory. */
export type State = {
  bot: User
  /** Whether the bot's token is no longer taken. */
  revoked: boolean
  now: () => Temporal.Instant
  after: After
  limiter: Limiter
  takeFault: TakeFault
  chats: Map<number, ChatState>
  lastMessageId: number
  lastUpdateId: number
  /** Updates that no poller has confirmed yet, oldest first. */
  updates: Update[]
  allowedUpdates: readonly string[] | null
  /** The long poll that waits at the moment. */
  poller: { wake(): void; conflict(): void } | null
  webhook: Webhook | null
  /** Button presses and inline queries that wait for the bot's answer, by query id. */
  presses: Map<string, (outcome: PressOutcome) => void>
  inlineQueries: Map<string, (given: InlineGiven) => void>
  /** All presses, by query id: an ephemeral answer names the one that it is to. */
  pressed: Map<string, Pressed>
  /** Answers to inline queries that Telegram gives again by itself, by who asked what. */
  inlineKept: Map<string, { answer: InlineAnswer; until: Temporal.Instant }>
  /** What each person was shown last, by their number. */
  inlineShown: Map<number, { query: string; results: InlineAnswer['results'] }>
  /** Whether its owner has switched inline queries on. */
  takesInline: boolean
  /** Command menus by scope and language: `all_private_chats|en`. */
  commands: Map<string, readonly BotCommand[]>
  /** What the bot says of itself, by language. */
  descriptions: Map<string, string>
  shortDescriptions: Map<string, string>
  files: Map<string, { name: string; bytes: Uint8Array }>
  sent: SentMessage[]
  emit(event: WorldEvent): void
  /** Tries to bring what waits to the webhook. */
  deliverToWebhook(): void
}

export function epochSeconds(state: State): number {
  return Math.floor(state.now().epochMilliseconds / 1000)
}
