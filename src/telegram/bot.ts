import { setTimeout as sleep } from 'node:timers/promises'
import type { I18n } from '@grammyjs/i18n'
import { Bot, Context, GrammyError, HttpError, type Transformer } from 'grammy'
import type { Update } from 'grammy/types'
import { recordFailedUpdate } from '../editing/problems.ts'
import { describeError } from '../lib/describe-error.ts'
import { adminCommands } from './admins/commands.ts'
import { adminsOnly } from './admins/guard.ts'
import { importSentFile } from './admins/import-file.ts'
import { isAdmin } from './authority.ts'
import type { CourantContext } from './context.ts'
import { createDownload } from './download.ts'
import { answerEphemerally, orForAll } from './ephemeral.ts'
import { TooLateError } from './intake/answer-queue.ts'
import { answersFirst } from './intake/answers-first.ts'
import { onlyFirstHand } from './intake/first-hand.ts'
import { createInbox, isAboutChat } from './intake/inbox.ts'
import { limitRates } from './intake/limit-rates.ts'
import { speakLanguage } from './language.ts'
import { registerMembership } from './membership.ts'
import { readerCommands } from './readers/commands.ts'
import { answerConnectCancel, connectNamed } from './readers/connect.ts'
import { answerSecondHand, createFreeAnswers } from './readers/free-text.ts'
import { chatAdminsForChanges } from './readers/guard.ts'
import { answerInline, sayInline } from './readers/inline.ts'
import { takeLocation } from './readers/location.ts'
import { answerEdited, answerSearch, isEditedQuestion } from './readers/search.ts'
import { ownMenus } from './register-commands.ts'
import { retryAnswers } from './retry-answers.ts'
import { routeAnswers, routeButtons, routeCommands } from './routes.ts'
import { say } from './say.ts'
import type { Services } from './services.ts'
import { ownSubject } from './subject.ts'

export type BotAddress = {
  token: string
  apiRoot: string
  /** Sees every call. */
  outages?: Transformer
}

/** What takes longer than other updates: composing and searching. */
const heavy =
  /^\/(latest|yesterday|search|start)\b|^(-\d+(:\d+)?\|)?(page|more|search(-\w+)?|day|show):|^search-follow$|^(-\d+(:\d+)?\|)?set:preview/i

/** Whether it is text in a private chat that is no command: it is searched for. */
function isFreeText({ chat, message, editedMessage }: Context): boolean {
  const text: unknown = (message ?? editedMessage)?.text
  return chat?.type === 'private' && typeof text === 'string' && !text.startsWith('/')
}

/** Builds the bot with all its commands and buttons. It makes no calls before it is started. */
export function createBot(
  address: BotAddress,
  i18n: I18n<CourantContext>,
  services: Services,
): Bot<CourantContext> {
  const bot = new Bot<CourantContext>(address.token, {
    client: { apiRoot: address.apiRoot, timeoutSeconds: 40 },
  })
  if (address.outages) bot.api.config.use(address.outages)
  const isTrusted = (ctx: Context) => ctx.chat?.type === 'private' && isAdmin(ctx, services.admins)
  const handle = bot.handleUpdate.bind(bot)
  const tooFast = new WeakSet<Update>()
  const inbox = createInbox({
    pace: services.pace,
    signal: services.signal,
    handle: (ctx) => handle(ctx.update),
    isHeavy: (ctx) =>
      ctx.inlineQuery !== undefined ||
      isFreeText(ctx) ||
      heavy.test(ctx.msg?.text ?? ctx.callbackQuery?.data ?? '') ||
      ctx.message?.reply_to_message?.from?.id === ctx.me.id,
    isTrusted,
    notifyTooFast(ctx) {
      tooFast.add(ctx.update)
      return handle(ctx.update)
    },
    onLeftOut: (updates) => services.log.warn({ updates }, 'updates left out: too many at once'),
  })
  bot.api.config.use(answersFirst(services.pace, inbox.claimOf), retryAnswers(services.pace, sleep))
  bot.handleUpdate = async (update) => {
    // Telegram sends only the kinds of updates that were asked for; anything else is ignored.
    const isAwaited =
      update.message ??
      update.callback_query ??
      update.inline_query ??
      update.my_chat_member ??
      (isEditedQuestion(update.edited_message) || null)
    if (isAwaited) await inbox.take(new Context(update, bot.api, bot.botInfo))
  }
  bot.use(i18n)
  bot.use(async (ctx, next) => {
    ctx.subject = ownSubject(ctx)
    await next()
  })
  bot.use(answerEphemerally)
  bot.use(speakLanguage(services))
  bot.use(async (ctx, next) => {
    if (tooFast.has(ctx.update)) await notify(ctx, services, 'too-fast')
    else await next()
  })
  bot.use(
    ...limitRates(
      (ctx) => isTrusted(ctx) || isAboutChat(ctx),
      (ctx) => notify(ctx, services, 'too-many'),
    ),
  )
  registerMembership(bot, services)
  bot.on('inline_query', (ctx) => answerInline(ctx, services))

  const people = bot.chatType(['private', 'group', 'supergroup'])
  people.on(
    'message',
    onlyFirstHand((ctx) => answerSecondHand(ctx, services)),
  )
  // Commands are case-insensitive: phones capitalise the first letter.
  people.on('message:entities:bot_command', (ctx, next) => {
    ctx.message.text = ctx.message.text?.replace(/^\/\w+/, (name) => name.toLowerCase())
    return next()
  })
  bot.chatType('private').on(['message', 'callback_query'], ownMenus(services))
  const audiences = [
    { commands: readerCommands, guard: chatAdminsForChanges },
    { commands: adminCommands, guard: adminsOnly },
  ]
  routeCommands(bot, audiences, services)
  routeAnswers(bot, audiences, services)
  bot
    .chatType(['private', 'group', 'supergroup'])
    .on('message:text', (ctx, next) => answerSearch(ctx, services, next))
  people.on('edited_message:text', (ctx) => answerEdited(ctx, services))
  const chat = bot.chatType('private')
  chat.on('message:text', answerConnectCancel)
  const download = createDownload(address)
  chat.on('message:document', async (ctx, next) => {
    if (isAdmin(ctx, services.admins)) await importSentFile(ctx, services, download)
    else await next()
  })
  chat.on('message:chat_shared', (ctx) =>
    connectNamed(ctx, services, ctx.message.chat_shared.chat_id),
  )
  chat.on('message:location', (ctx) => takeLocation(ctx, services))
  chat.on('message:entities:bot_command', (ctx) => say(ctx, 'unknown-command'))
  const answerFreely = createFreeAnswers()
  chat.on('message', (ctx) => answerFreely(ctx, services))
  routeButtons(bot, audiences, services)

  bot.catch(async ({ ctx, error }) => {
    // Only the message of an error: grammY's errors contain the token and the reader's words.
    const { update_id: update } = ctx.update
    const note = (words: string) =>
      services.log.error({ update, reason: words }, 'update not handled')
    note(describeError(error))
    // No late apology, and none by a call that has just failed.
    if (error instanceof TooLateError) return
    if (error instanceof GrammyError && /^answer/.test(error.method)) return
    if (!(error instanceof GrammyError || error instanceof HttpError)) {
      await recordFailedUpdate(services, update, error).catch((failure) =>
        note(describeError(failure)),
      )
    }
    await notify(ctx, services, 'something-wrong').catch((failure) => note(describeError(failure)))
  })
  return bot
}

async function notify(ctx: CourantContext, services: Services, key: string): Promise<void> {
  if (ctx.callbackQuery) await ctx.answerCallbackQuery({ text: ctx.t(key) })
  else if (ctx.inlineQuery) await sayInline(ctx, key)
  else if (ctx.message) await orForAll(ctx, services, () => say(ctx, key))
}
