import { InlineKeyboard } from 'grammy'
import { writtenAddress } from '../../domain/address.ts'
import { suggestSource, withdrawSuggestion } from '../../editing/suggestions.ts'
import { reasonWords } from '../../i18n/reason-words.ts'
import { tellOfSuggestion } from '../admins/suggestions.ts'
import { isAdmin } from '../authority.ts'
import type { Command } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { linksOf } from '../links.ts'
import { expired } from '../presses.ts'
import { asHtml, editInPlace, say, words } from '../say.ts'
import type { Services } from '../services.ts'
import { addressLink } from '../source-link.ts'

/** Brings a source that a reader would like to the admins, who decide. */
export const suggest: Command = {
  name: 'suggest',
  isPrivate: true,
  async handle(ctx, services) {
    const input = ctx.match.trim()
    const url = writtenAddress(input)
    if (!url) return say(ctx, input ? 'suggest-no-address' : 'suggest-usage', { input })
    await ctx.reply(await suggested(ctx, services, url), asHtml)
  },
  buttons: [
    {
      // The address is that of the link above.
      pattern: /^suggest$/,
      async handle(ctx, services) {
        const [url] = linksOf(ctx.callbackQuery.message ?? {})
        if (ctx.chat?.type !== 'private' || !url) return expired(ctx)
        await ctx.answerCallbackQuery()
        await editInPlace(ctx, `${await suggested(ctx, services, url)}\n\n${addressLink(url)}`)
      },
    },
  ],
}

/** Offers to suggest what stands at an address; to an admin, to add it at once. */
export async function offerSource(
  ctx: CourantContext,
  { admins }: Services,
  url: string,
): Promise<void> {
  if (admins.size === 0) return say(ctx, 'suggest-no-admins')
  const isOwn = isAdmin(ctx, admins)
  const keyboard = isOwn
    ? // A press of `/addfeed`: the first link above it.
      new InlineKeyboard().text(ctx.t('suggest-button-add'), 'addfeed:1:news')
    : new InlineKeyboard().text(ctx.t('suggest-button'), 'suggest')
  const question = words(ctx, isOwn ? 'suggest-add' : 'suggest-offer')
  await ctx.reply(`${question}\n\n${addressLink(url)}`, { ...asHtml, reply_markup: keyboard })
}

/** Suggests what stands at an address, and says what came of it. */
async function suggested(ctx: CourantContext, services: Services, url: string): Promise<string> {
  const { admins } = services
  if (admins.size === 0) return words(ctx, 'suggest-no-admins')
  const outcome = await suggestSource(services, ctx.from?.id ?? 0, url)
  switch (outcome.kind) {
    case 'suggested': {
      if (await tellOfSuggestion(ctx, services, outcome.url)) return words(ctx, 'suggest-done')
      await withdrawSuggestion(services, outcome.url)
      return words(ctx, 'suggest-unreached')
    }
    case 'refused':
      return words(ctx, 'suggest-refused', { reason: reasonWords(outcome.reason, ctx.t) })
    case 'many':
      return words(ctx, 'suggest-many', { most: outcome.most })
    case 'no-address':
      return words(ctx, 'suggest-no-address', { input: url })
    case 'known':
    case 'again':
    case 'busy':
      return words(ctx, `suggest-${outcome.kind}`)
  }
}
