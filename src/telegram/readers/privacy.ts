import { privacyLines } from '../../serving/personal-data.ts'
import type { Command } from '../command.ts'
import { asHtml } from '../say.ts'

/** Says in words what is kept of people: whatever `/mydata` sends. */
export const privacy: Command = {
  name: 'privacy',
  async handle(ctx) {
    const lines = privacyLines.map((line) => `• ${ctx.t(`privacy-${line}`)}`).join('\n')
    await ctx.reply(ctx.t('privacy-text', { lines }), asHtml)
  },
}
