import { InlineKeyboard } from 'grammy'
import { writtenAddress } from '../../domain/address.ts'
import { acceptSuggestion, ignoreSuggestion } from '../../editing/suggestions.ts'
import type { Button, Press } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { linksOf } from '../links.ts'
import { expired } from '../presses.ts'
import { asHtml, editInPlace, words } from '../say.ts'
import type { Services } from '../services.ts'
import { addressLink } from '../source-link.ts'
import { describeOutcome, offerChoice } from './describe-addfeed.ts'

/** Brings a suggested source to the admins, each in their language; false if none can be reached. */
export async function tellOfSuggestion(
  { api }: Pick<CourantContext, 'api'>,
  { admins, wordsFor }: Pick<Services, 'admins' | 'wordsFor'>,
  url: string,
): Promise<boolean> {
  const sending = [...admins].map(async (admin) => {
    const t = await wordsFor(admin)
    const keyboard = new InlineKeyboard()
      .text(t('suggestion-button-add'), 'suggestion:add')
      .text(t('suggestion-button-ignore'), 'suggestion:ignore')
    const html = `${t('suggestion-new')}\n\n${addressLink(url)}`
    await api.sendMessage(admin, html, { ...asHtml, reply_markup: keyboard })
  })
  return (await Promise.allSettled(sending)).some(({ status }) => status === 'fulfilled')
}

/** The presses under it; the address is that of the link above them. */
export const suggestionButtons: readonly Button[] = [
  {
    pattern: /^suggestion:add$/,
    async handle(ctx, services) {
      const url = addressAbove(ctx)
      if (!url) return expired(ctx)
      await ctx.answerCallbackQuery()
      const outcome = await acceptSuggestion(services, url)
      if (!outcome) return editInPlace(ctx, decided(ctx, url))
      if (outcome.kind === 'several') {
        await editInPlace(ctx, addressLink(url))
        return offerChoice(ctx, outcome, undefined)
      }
      const html = describeOutcome(ctx, outcome, { address: url })
      // What cannot be read now may be tried again.
      if (outcome.kind === 'unreadable') await ctx.reply(html, asHtml)
      else await editInPlace(ctx, html)
    },
  },
  {
    pattern: /^suggestion:ignore$/,
    async handle(ctx, services) {
      const url = addressAbove(ctx)
      if (!url) return expired(ctx)
      const isDone = await ignoreSuggestion(services, url)
      await ctx.answerCallbackQuery()
      const html = `${words(ctx, 'suggestion-ignored')}\n\n${addressLink(url)}`
      await editInPlace(ctx, isDone ? html : decided(ctx, url))
    },
  },
]

function addressAbove(ctx: Press): string | null {
  const [url] = linksOf(ctx.callbackQuery.message ?? {})
  return url === undefined ? null : writtenAddress(url)
}

function decided(ctx: CourantContext, url: string): string {
  return `${words(ctx, 'suggestion-decided')}\n\n${addressLink(url)}`
}
