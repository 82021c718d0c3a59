import type { BotCommand, Message, User } from 'grammy/types'

/** What a caller of the Bot API gets back: HTTP status is `error_code`, or 200 when `ok`. */
export type Answer =
  | { ok: true; result: unknown }
  | {
      ok: false
      error_code: number
      description: string
      parameters?: { retry_after?: number; migrate_to_chat_id?: number }
    }

/** One call a bot made, as tests read it. Files are named by their field, not kept here. */
export type CallRecord = {
  method: string
  params: Record<string, unknown>
  answer: Answer
  at: Temporal.Instant
}

/** What happens in a chat, for those who watch it: the browser page and tests. */
export type WorldEvent =
  | { kind: 'message'; chatId: number; message: Message }
  | { kind: 'edit'; chatId: number; message: Message }
  | { kind: 'delete'; chatId: number; messageId: number }
  | { kind: 'action'; chatId: number; action: string }
  | { kind: 'commands' }

/** What the person sees after pressing an inline button: the bot's answerCallbackQuery. */
export type PressOutcome = { text?: string; showAlert: boolean; url?: string }

/**
 * One bot and its people, in memory, behaving as Telegram does: the pure core. The HTTP shell gives
 * it the bot's calls; the browser page and the tests act as the people.
 */
export type World = {
  readonly token: string
  readonly bot: User
  /** Every call of the bot, oldest first. */
  readonly calls: readonly CallRecord[]
  /** The documents it sent, by file id. */
  readonly files: ReadonlyMap<string, { name: string; bytes: Uint8Array }>

  /** The bot's side: one Bot API method with its parameters already read from JSON or a form. */
  call(method: string, params: Record<string, unknown>, signal?: AbortSignal): Promise<Answer>

  /** Adds a person; their private chat with the bot exists once they have written to it. */
  addUser(user: User): void
  /** Writes to the bot in the person's private chat; also unblocks it, as pressing Start does. */
  sendText(userId: number, text: string): Message
  /** Sends a file to the bot, as a document. */
  sendFile(userId: number, file: { name: string; bytes: Uint8Array }): Message
  /** Presses an inline button. Settles when the bot answers the callback query. */
  press(userId: number, messageId: number, data: string): Promise<PressOutcome>
  /** Asks the bot inline. Settles with the results of its answer. */
  inlineQuery(userId: number, query: string): Promise<readonly unknown[]>
  block(userId: number): void
  unblock(userId: number): void

  /** The chat as it stands: edits applied, deleted messages gone, oldest first. */
  history(chatId: number): readonly Message[]
  /** The command menu that this person sees in their private chat (scopes and languages applied). */
  commandsFor(userId: number): readonly BotCommand[]
  /** Calls `listener` on every event until the returned function is called. */
  watch(listener: (event: WorldEvent) => void): () => void
}
