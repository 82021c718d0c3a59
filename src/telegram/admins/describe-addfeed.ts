import { InlineKeyboard } from 'grammy'
import { bold, concat, link, text } from '../../digests/telegram/markup.ts'
import { type Block, layOutMessages } from '../../digests/telegram/split.ts'
import type { FeedKind } from '../../domain/feed.ts'
import type { AddFeedOutcome, AddFeedRequest } from '../../editing/add-feed.ts'
import { reasonWords } from '../../i18n/reason-words.ts'
import { oneLine } from '../../text/controls.ts'
import type { CourantContext } from '../context.ts'
import { asHtml, words } from '../say.ts'

type Several = Extract<AddFeedOutcome, { kind: 'several' }>

const mostChoices = 8

/** Offers a choice of several feeds; `kind` is the one that was asked for, if any; else each feed's own holds. */
export async function offerChoice(
  ctx: CourantContext,
  { feeds }: Several,
  kind: FeedKind | undefined,
): Promise<void> {
  const offered = feeds.slice(0, mostChoices)
  const headings = [bold(text(ctx.t('addfeed-several')))]
  const blocks = offered.map(({ title, url }, i): Block => {
    const choice = () => concat(text(`${i + 1}. `), link(oneLine(title, 100), url))
    return { headings, forms: [choice], spacing: 'tight' }
  })
  if (feeds.length > mostChoices) {
    blocks.push({ headings, forms: [() => text(ctx.t('addfeed-more'))], spacing: 'loose' })
  }
  for (const message of layOutMessages(blocks).messages) {
    const keyboard = new InlineKeyboard()
    const here = message.blocks.flatMap((i) => offered[i] ?? [])
    // A button's data is the place of its link in the message above it.
    for (const [place, feed] of here.entries()) {
      const label = `${offered.indexOf(feed) + 1}. ${oneLine(feed.title, 40)}`
      keyboard.text(label, `addfeed:${place + 1}:${kind ?? feed.kind ?? 'news'}`).row()
    }
    await ctx.reply(message.html, { ...asHtml, reply_markup: keyboard })
  }
}

/** Says what came of adding a feed. */
export function describeOutcome(
  ctx: CourantContext,
  outcome: Exclude<AddFeedOutcome, Several>,
  { address }: AddFeedRequest,
): string {
  switch (outcome.kind) {
    case 'no-address':
      return words(ctx, 'addfeed-no-address', { input: address })
    case 'unreadable':
      return words(ctx, 'addfeed-unreadable', {
        input: address,
        reason: reasonWords(outcome.reason, ctx.t),
      })
    case 'known':
      return words(ctx, 'addfeed-known', { title: outcome.feed.title, id: outcome.feed.id })
    case 'changed': {
      const { title, id, kind, selector } = outcome.feed
      const values = { title, id, kind, selector: selector ?? '' }
      return words(ctx, selector === null ? 'addfeed-changed' : 'addfeed-changed-listing', values)
    }
    case 'added':
    case 'restored': {
      const { title, id, kind, format } = outcome.feed
      const key = outcome.kind === 'added' ? 'addfeed-done' : 'addfeed-restored'
      return words(ctx, key, { title, kind, id, format, items: outcome.items })
    }
  }
}
