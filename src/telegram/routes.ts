import type { Bot, Filter, NextFunction } from 'grammy'
import type { Command } from './command.ts'
import type { CourantContext } from './context.ts'
import { orForAll, speakToAll } from './ephemeral.ts'
import { isUnderOwnMessage } from './intake/first-hand.ts'
import { expired } from './presses.ts'
import { readAnswer } from './questions.ts'
import { say } from './say.ts'
import type { Services } from './services.ts'
import { readHourMark, readMarkedData } from './subject.ts'

/**
 * Decides whether the sender of an update may use a command or one of its buttons: null if so, else
 * the key of the message that says why not.
 */
export type Guard = (
  ctx: CourantContext,
  command: Command,
  services: Services,
) => Promise<string | null>

/** Commands for the same people, and the guard that lets only them pass. */
export type Audience = { commands: readonly Command[]; guard: Guard }

/** Routes each command to its handler, behind the guard of its audience. */
export function routeCommands(
  bot: Bot<CourantContext>,
  audiences: readonly Audience[],
  services: Services,
): void {
  const people = bot.chatType(['private', 'group', 'supergroup'])
  for (const { commands, guard } of audiences) {
    for (const command of commands) {
      people.command(command.name, (ctx) =>
        answer(ctx, services, { command, guard }, () => command.handle(ctx, services)),
      )
    }
  }
}

/** Answers what somebody wrote by `handle`, if they may use its command. */
function answer(
  ctx: CourantContext,
  services: Services,
  { command, guard }: { command: Command; guard: Guard },
  handle: () => Promise<void>,
): Promise<void> {
  return orForAll(ctx, services, async () => {
    const refusal = await guard(ctx, command, services)
    if (refusal !== null) return say(ctx, refusal, { id: String(ctx.from?.id) })
    // What becomes of the digest of a group is for all there to see.
    if (command.configures) await speakToAll(ctx, services)
    await handle()
  })
}

/** Routes what is typed in answer to a question to its handler, behind the guard of its audience. */
export function routeAnswers(
  bot: Bot<CourantContext>,
  audiences: readonly Audience[],
  services: Services,
): void {
  const people = bot.chatType(['private', 'group', 'supergroup'])
  people.on('message:text', async (ctx, next) => {
    for (const { commands, guard } of audiences) {
      for (const command of commands) {
        for (const { question, handle } of command.answers ?? []) {
          const typed = readAnswer(ctx, question)
          if (typed === null) continue
          ctx.match = typed
          return answer(ctx, services, { command, guard }, () => handle(ctx, services))
        }
      }
    }
    return next()
  })
}

/** Routes each press of a button to its handler, behind the guard of its command's audience. */
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
          if (refusal !== null) {
            await ctx.answerCallbackQuery({ text: ctx.t(refusal), show_alert: true })
            return
          }
          const askAgain = () => say(ctx, 'ephemeral-gone')
          await orForAll(ctx, services, () => handle(ctx, services), askAgain)
        })
      }
    }
  }
  bot.on('callback_query', (ctx) => expired(ctx))
}

/** Reads from a button's data which chat it is about, and which hour. */
async function readSubject(
  ctx: Filter<CourantContext, 'callback_query:data'>,
  next: NextFunction,
): Promise<void> {
  const marked = readMarkedData(ctx.callbackQuery.data)
  if (marked) {
    ctx.subject = { chatId: marked.chatId, threadId: marked.threadId }
    ctx.callbackQuery.data = marked.rest
  }
  const ofHour = readHourMark(ctx.callbackQuery.data)
  if (ofHour) {
    ctx.subject = { ...ctx.subject, hour: ofHour.hour }
    ctx.callbackQuery.data = ofHour.rest
  }
  await next()
}
