import { chooseLanguage } from '../../serving/languages.ts'
import { readLanguage } from '../../text/language-names.ts'
import type { Command } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { useLanguage } from '../language.ts'
import { expired, noDigest } from '../presses.ts'
import { asHtml, editInPlace, say } from '../say.ts'
import type { Services } from '../services.ts'
import { aboutSubject } from '../subject.ts'
import { languageChoices, languagePage } from './settings/language-page.ts'

/** Chooses the language of a chat and its digest; anybody's own, subscribed or not. */
export const language: Command = {
  name: 'language',
  configures: true,
  async handle(ctx, services) {
    const input = ctx.match.trim()
    const chosen = readLanguage(input, services.languages)
    if (chosen === null && input) {
      const keyboard = await languageChoices(ctx, services)
      return say(ctx, 'language-wrong', { input }, aboutSubject(ctx, keyboard))
    }
    if (chosen !== null && !(await choose(ctx, services, chosen))) return say(ctx, 'not-subscribed')
    const { html, keyboard } = await languagePage(ctx, services)
    await ctx.reply(html, { ...asHtml, reply_markup: aboutSubject(ctx, keyboard) })
  },
  buttons: [
    {
      pattern: /^language:([a-z]{2})$/,
      async handle(ctx, services) {
        const chosen = services.languages.find((each) => each === ctx.match[1])
        if (!chosen) return expired(ctx)
        if (!(await choose(ctx, services, chosen))) return noDigest(ctx)
        await ctx.answerCallbackQuery()
        const { html, keyboard } = await languagePage(ctx, services)
        await editInPlace(ctx, html, aboutSubject(ctx, keyboard))
      },
    },
  ],
}

async function choose(ctx: CourantContext, services: Services, chosen: string): Promise<boolean> {
  if (!(await chooseLanguage(services, ctx.subject, chosen))) return false
  if (ctx.subject.chatId === ctx.chat?.id) useLanguage(ctx, chosen)
  return true
}
