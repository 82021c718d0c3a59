import type { CallbackQueryContext, CommandContext } from 'grammy'
import type { CourantContext } from './context.ts'
import type { Services } from './services.ts'

/** One command with its buttons. Its description is the word `command-<name>` of the locales. */
export type Command = {
  name: string
  /** Changes the digest of a chat, which in a group or channel only its admins may do. */
  configures?: true
  /** For one's own chat with the bot alone. */
  isPrivate?: true
  /** Its buttons answer in private whoever presses them in a channel; those of others its admins alone use. */
  answersChannels?: true
  handle(ctx: CommandContext<CourantContext>, services: Services): Promise<void>
  /** For those who may use the command; the first whose pattern matches handles a press. */
  buttons?: readonly Button[]
  /** For those who may use the command: what is typed in answer to its questions. */
  answers?: readonly Answer[]
}

/** Handles the press of an inline button. Its data can be forged, so it is validated. */
export type Button = {
  /** Matches the data, without the chat that it is about. */
  pattern: RegExp
  handle(ctx: Press, services: Services): Promise<void>
}

export type Press = CallbackQueryContext<CourantContext>

/** Handles what somebody answers to a question; `match` holds what they typed, as that of a command does. */
export type Answer = {
  /** The key of the question's words. */
  question: string
  handle(ctx: CourantContext, services: Services): Promise<void>
}
