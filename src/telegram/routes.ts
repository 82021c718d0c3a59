import type { Bot, Filter, NextFunction } from 'grammy'
import type { Command } from './command.ts'
import type { CourantContext } from './context.ts'
import { isUnderOwnMessage } from './intake/first-hand.ts'
import { expired } from './presses.ts'
import { say } from './say.ts'
import type { Services } from './services.ts'
import { readMarkedData } from './subject.ts'

/**
 * Asks whether who sent an update may use a command, be it by its name or by one of its buttons; null
 * if so, else the key of the words of the refusal.
 */
export type Guard = (
  ctx: CourantContext,
  command: Command,
  services: Services,
) => Promise<string | null>

/** Commands for the same people, and what asks whether somebody is one of them. */
export type Audience = { commands: readonly Command[]; guard: Guard }

/** Leads each command to its handler. */
export function routeCommands(
  bot: Bot<CourantContext>,
  audiences: readonly Audience[],
  services: Services,
): void {
  const people = bot.chatType(['private', 'group', 'supergroup'])
  for (const { commands, guard } of audiences) {
    for (const command of commands) {
      people.command(command.name, async (ctx) => {
        const refusal = await guard(ctx, command, services)
        await (refusal === null ? command.handle(ctx, services) : say(ctx, refusal))
      })
    }
  }
}

/** Leads each press of a button to the command that the button belongs to. */
export function routeButtons(
  bot: Bot<CourantContext>,
  audiences: readonly Audience[],
  services: Services,
): void {
  bot.on('callback_query', (ctx, next) => (isUnderOwnMessage(ctx) ? next() : expired(ctx)))
  bot.on('callback_query:data', readSubject)
  for (const { commands, guard } of audiences) {
    for (const command of commands) {
      for (const { pattern, handle } of command.buttons ?? []) {
        bot.callbackQuery(pattern, async (ctx) => {
          const refusal = await guard(ctx, command, services)
          if (refusal === null) await handle(ctx, services)
          else await ctx.answerCallbackQuery({ text: ctx.t(refusal), show_alert: true })
        })
      }
    }
  }
  bot.on('callback_query', expired)
}

/** Learns from a button which chat it is about. */
async function readSubject(
  ctx: Filter<CourantContext, 'callback_query:data'>,
  next: NextFunction,
): Promise<void> {
  const marked = readMarkedData(ctx.callbackQuery.data)
  if (marked) {
    ctx.subject = { chatId: marked.chatId, threadId: null }
    ctx.callbackQuery.data = marked.rest
  }
  await next()
}
