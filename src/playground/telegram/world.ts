import type { BotCommand, Message, ReplyKeyboardMarkup, User } from 'grammy/types'
import type { ResponseParameters } from './api-error.ts'
import type { SentMessage, WorldEvent } from './events.ts'
import type { Faults } from './faults.ts'
import type { Groups } from './groups.ts'
import type { Limits } from './limits.ts'
import type { People } from './people.ts'

/** What a caller of the Bot API gets back: HTTP status is `error_code`, or 200 when `ok`. */
export type Answer =
  | { ok: true; result: unknown }
  | { ok: false; error_code: number; description: string; parameters?: ResponseParameters }

/** An answer, a page of a proxy in its place, or a reset before the call was carried out or after. */
export type Reply =
  | Answer
  | { ok: false; error_code: number; page: string }
  | { ok: false; lost: 'before' | 'after' }

/** One call a bot made, as tests read it. Files are named by their field, not kept here. */
export type CallRecord = {
  method: string
  params: Record<string, unknown>
  answer: Reply
  /** When it came. */
  at: Temporal.Instant
}

/**
 * One bot and its people, in memory, behaving as Telegram does: the pure core. The HTTP shell gives
 * it the bot's calls; the browser page and the tests act as the people.
 */
export type World = People &
  Groups & {
    readonly token: string
    readonly bot: User
    /** Every call of the bot, in the order of their ends. */
    readonly calls: readonly CallRecord[]
    /** Every message of the bot but ephemeral ones, oldest first. */
    readonly sent: readonly Readonly<SentMessage>[]
    /** The documents it sent, by file id. */
    readonly files: ReadonlyMap<string, { name: string; bytes: Uint8Array }>
    /** Trouble to order. */
    readonly faults: Faults

    /** The bot's side: one Bot API method with its parameters already read from JSON or a form. */
    call(method: string, params: Record<string, unknown>, signal?: AbortSignal): Promise<Reply>
    /** Enforces limits, such as `telegramLimits`, from now on; null, the beginning, enforces none. */
    setLimits(limits: Limits | null): void
    /** Makes the token worthless, as its owner can. */
    revokeToken(): void

    /** The chat as it stands for all: edits applied, deleted messages gone, oldest first. */
    history(chatId: number): readonly Message[]
    /** The keys that the bot has put below a chat. */
    replyKeyboard(chatId: number): ReplyKeyboardMarkup | null
    /** The command menu that this person sees in their private chat, or in a group (scopes and languages applied). */
    commandsFor(userId: number, chatId?: number): readonly BotCommand[]
    /** Calls `listener` on every event until the returned function is called. */
    watch(listener: (event: WorldEvent) => void): () => void
  }
