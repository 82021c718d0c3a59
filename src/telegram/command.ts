import type { CommandContext } from 'grammy'
import type { CourantContext } from './context.ts'
import type { Services } from './services.ts'

/** One command. Its description is the word `command-<name>` of the locales. */
export type Command = {
  name: string
  audience: 'reader' | 'admin'
  /** Changes the digest of a chat, which in a group or channel is for its admins to do. */
  configures?: true
  handle(ctx: CommandContext<CourantContext>, services: Services): Promise<void>
}
