import type { I18n } from '@grammyjs/i18n'
import { sequentialize } from '@grammyjs/runner'
import { Bot } from 'grammy'
import { describeError } from '../domain/describe-error.ts'
import { registerButtons } from './buttons.ts'
import type { Command } from './command.ts'
import { allCommands } from './commands/all.ts'
import type { CourantContext } from './context.ts'
import { createDownload } from './download.ts'
import { importFile } from './import-file.ts'
import { reportOutages } from './report-outages.ts'
import { say } from './say.ts'
import type { Services } from './services.ts'
import { registerWishButtons } from './wishes/buttons.ts'

export type BotAddress = {
  token: string
  apiRoot: string
  /** Told why Telegram cannot be reached, as a sentence. */
  onOutage?: (reason: string) => void
}

/** Builds the bot with all its commands and buttons. It talks to nobody before it is started. */
export function createBot(
  address: BotAddress,
  i18n: I18n<CourantContext>,
  services: Services,
): Bot<CourantContext> {
  const bot = new Bot<CourantContext>(address.token, {
    client: { apiRoot: address.apiRoot, timeoutSeconds: 40 },
  })
  if (address.onOutage) bot.api.config.use(reportOutages(address.onOutage))
  // The updates of one chat in their order, those of different chats side by side.
  bot.use(sequentialize((ctx) => ctx.chat?.id.toString()))
  bot.use(i18n)
  bot.chatType(['group', 'supergroup']).on('::bot_command', (ctx) => say(ctx, 'private-only'))

  const chat = bot.chatType('private')
  // Commands do not mind capitals, such as those that a phone begins a word with.
  chat.on('message:entities:bot_command', (ctx, next) => {
    ctx.message.text = ctx.message.text?.replace(/^\/\w+/, (name) => name.toLowerCase())
    return next()
  })
  for (const command of allCommands) {
    chat.command(command.name, (ctx) => runCommand(command, ctx, services))
  }
  const download = createDownload(address)
  chat.on('message:document', async (ctx, next) => {
    if (services.admins.has(ctx.from.id)) await importFile(ctx, services, download)
    else await next()
  })
  chat.on('message:entities:bot_command', (ctx) => say(ctx, 'unknown-command'))
  chat.on('message', (ctx) => say(ctx, 'unknown-text'))
  registerWishButtons(bot, services)
  registerButtons(bot, services)

  bot.catch(async ({ ctx, error }) => {
    // Only the message of an error: grammY's errors carry the token and the reader's words in them.
    const note = (reason: string) =>
      services.log.error({ update: ctx.update.update_id, reason }, 'update not handled')
    note(describeError(error))
    await apologise(ctx).catch((failure) => note(describeError(failure)))
  })
  return bot
}

async function runCommand(
  command: Command,
  ctx: Parameters<Command['handle']>[0],
  services: Services,
): Promise<void> {
  const isAdmin = ctx.from !== undefined && services.admins.has(ctx.from.id)
  if (command.audience === 'admin' && !isAdmin) return say(ctx, 'not-admin')
  await command.handle(ctx, services)
}

async function apologise(ctx: CourantContext): Promise<void> {
  if (ctx.callbackQuery) await ctx.answerCallbackQuery({ text: ctx.t('something-wrong') })
  else if (ctx.chat) await say(ctx, 'something-wrong')
}
