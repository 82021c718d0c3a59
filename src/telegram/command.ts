import type { CommandContext } from 'grammy'
import type { CourantContext } from './context.ts'
import type { Services } from './services.ts'

/** One command. Its description is the word `command-<name>` of the locales. */
export type Command = {
  name: string
  audience: 'reader' | 'admin'
  handle(ctx: CommandContext<CourantContext>, services: Services): Promise<void>
}
