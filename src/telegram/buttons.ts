import type { Bot } from 'grammy'
import { decodeRequest } from '../domain/digest-request.ts'
import { joinStories, separateStories } from '../editing/change-stories.ts'
import { composeEdition } from '../serving/compose-edition.ts'
import { listColumnists, separateColumnist } from '../store/columnists.ts'
import { listFeeds, setFeedRemoved } from '../store/feeds.ts'
import { rememberedWishes } from '../store/subscriptions.ts'
import { addChosenFeed, choiceOfFeed } from './admins/addfeed.ts'
import { mayConfigure } from './authority.ts'
import type { CourantContext } from './context.ts'
import { searchPage } from './readers/search-page.ts'
import { editInPlace, removeButtons, say, sendParts, words } from './say.ts'
import type { Services } from './services.ts'

/** Answers the presses of inline buttons. Their data can be forged, so each checks what it is given. */
export function registerButtons(bot: Bot<CourantContext>, services: Services): void {
  const { db, now, log, admins, defaults, forgetStories } = services

  // `More news` moves down: the next page comes below, and its button with it.
  bot.callbackQuery(/^more:/, async (ctx) => {
    const request = decodeRequest(ctx.callbackQuery.data)
    const chat = ctx.chat
    if (!request || !chat) return expired(ctx)
    // What comes of it comes to all readers of a channel.
    if (chat.type === 'channel' && !(await mayConfigure(ctx, chat.id))) {
      return refuse(ctx, 'chat-admins-only')
    }
    const { zone } = (await rememberedWishes(db, chat.id)) ?? defaults
    const parts = await composeEdition({ db, log, now: now(), t: ctx.t }, request, zone)
    await ctx.answerCallbackQuery()
    await removeButtons(ctx)
    await sendParts(ctx, parts)
  })

  bot.callbackQuery(/^search:(\d{1,6})$/, async (ctx) => {
    const message = ctx.callbackQuery.message
    const question = message && boldWords(message)
    if (!question) return expired(ctx)
    const page = await searchPage(ctx, services, question, Number(ctx.match[1]))
    await ctx.answerCallbackQuery()
    await editInPlace(ctx, page.html, page.keyboard)
  })

  bot.callbackQuery(/^undo-removefeed:(\d{1,9})$/, async (ctx) => {
    if (!admins.has(ctx.from.id)) return refuse(ctx)
    const id = Number(ctx.match[1])
    await setFeedRemoved(db, id, null)
    const feed = (await listFeeds(db)).find((candidate) => candidate.id === id)
    if (!feed) return expired(ctx)
    await ctx.answerCallbackQuery()
    await editInPlace(ctx, words(ctx, 'removefeed-undone', { title: feed.title }))
  })

  bot.callbackQuery(/^undo-mergecolumnists:(\d{1,9})$/, async (ctx) => {
    if (!admins.has(ctx.from.id)) return refuse(ctx)
    const id = Number(ctx.match[1])
    await separateColumnist(db, id)
    const columnist = (await listColumnists(db)).find((candidate) => candidate.id === id)
    if (!columnist) return expired(ctx)
    await ctx.answerCallbackQuery()
    await editInPlace(ctx, words(ctx, 'mergecolumnists-undone', { name: columnist.name }))
  })

  bot.callbackQuery(/^undo-mergestories:(\d{1,15}):(\d{1,15})$/, async (ctx) => {
    if (!admins.has(ctx.from.id)) return refuse(ctx)
    const [from, into] = [Number(ctx.match[1]), Number(ctx.match[2])]
    if (!(await separateStories(db, { from, into }))) return expired(ctx)
    forgetStories()
    await ctx.answerCallbackQuery()
    await editInPlace(ctx, words(ctx, 'mergestories-undone', { from, into }))
  })

  bot.callbackQuery(/^undo-splitstory:(\d{1,15}):(\d{1,15})$/, async (ctx) => {
    if (!admins.has(ctx.from.id)) return refuse(ctx)
    const [story, from] = [Number(ctx.match[1]), Number(ctx.match[2])]
    if (!(await joinStories(db, { from, into: story }))) return expired(ctx)
    forgetStories()
    await ctx.answerCallbackQuery()
    await editInPlace(ctx, words(ctx, 'splitstory-undone', { story }))
  })

  bot.callbackQuery(choiceOfFeed, async (ctx) => {
    if (!admins.has(ctx.from.id)) return refuse(ctx)
    const [, number, kind = ''] = ctx.match
    await ctx.answerCallbackQuery()
    if (!(await addChosenFeed(ctx, services, { number: Number(number), kind }))) {
      await say(ctx, 'button-expired')
    }
  })

  bot.on('callback_query', expired)
}

/** Says of a button that it is not worth anything any more. */
export async function expired(ctx: CourantContext): Promise<void> {
  await ctx.answerCallbackQuery({ text: ctx.t('button-expired') })
}

async function refuse(ctx: CourantContext, key = 'not-admin'): Promise<void> {
  await ctx.answerCallbackQuery({ text: ctx.t(key), show_alert: true })
}

// The bot wrote the message, so its first bold words are the reader's question.
function boldWords(message: object): string | null {
  if (!('text' in message) || !('entities' in message)) return null
  const { text, entities } = message
  if (typeof text !== 'string' || !Array.isArray(entities)) return null
  const mark = entities.find((entity) => entity.type === 'bold')
  return mark ? text.slice(mark.offset, mark.offset + mark.length) : null
}
