import type { CallbackQueryContext, CommandContext } from 'grammy'
import type { CourantContext } from './context.ts'
import type { Services } from './services.ts'

/** One command with its buttons. Its description is the word `command-<name>` of the locales. */
export type Command = {
  name: string
  /** Changes the digest of a chat, which in a group or channel is for its admins to do. */
  configures?: true
  handle(ctx: CommandContext<CourantContext>, services: Services): Promise<void>
  /** For whoever may use the command; the first whose pattern fits answers a press. */
  buttons?: readonly Button[]
}

/** What answers the press of an inline button. Its data can be forged, so all of it is checked. */
export type Button = {
  /** Of the data, without the mark of another chat. */
  pattern: RegExp
  handle(ctx: Press, services: Services): Promise<void>
}

export type Press = CallbackQueryContext<CourantContext>
