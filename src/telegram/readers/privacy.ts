import type { Command } from '../command.ts'
import { say } from '../say.ts'

export const privacy: Command = {
  name: 'privacy',
  handle: (ctx) => say(ctx, 'privacy-text'),
}
