import { InputFile } from 'grammy'
import { personalDocument } from '../../serving/personal-data.ts'
import type { Command } from '../command.ts'
import { asHtml, words } from '../say.ts'

/** Sends all that is kept of the person who asks, as a file. */
export const mydata: Command = {
  name: 'mydata',
  isPrivate: true,
  async handle(ctx, services) {
    if (!ctx.from) return
    const json = await personalDocument(services, ctx.from.id)
    const { parse_mode } = asHtml
    await ctx.replyWithDocument(new InputFile(Buffer.from(json), 'courant-mydata.json'), {
      caption: words(ctx, 'mydata-done'),
      parse_mode,
    })
  },
}
