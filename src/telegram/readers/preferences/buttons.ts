import type { Bot } from 'grammy'
import { changeSchedule } from '../../../serving/change-schedule.ts'
import { findSubscription } from '../../../store/subscriptions.ts'
import { mayConfigure } from '../../authority.ts'
import type { CourantContext } from '../../context.ts'
import { editInPlace } from '../../say.ts'
import type { Services } from '../../services.ts'
import { aboutSubject } from '../../subject.ts'
import { days } from './days.ts'
import { pause } from './pause.ts'
import { quiet } from './quiet.ts'
import { silent } from './silent.ts'

/** Answers the buttons under the pages of wishes. What makes no sense is left to who comes next. */
export function registerWishButtons(
  bot: Bot<CourantContext>,
  { db, now }: Pick<Services, 'db' | 'now'>,
): void {
  bot.callbackQuery('days:last', (ctx) => ctx.answerCallbackQuery({ text: ctx.t('days-last') }))
  for (const wish of [days, pause, quiet, silent]) {
    bot.callbackQuery(new RegExp(`^${wish.name}:(.+)$`), async (ctx, next) => {
      const { chatId } = ctx.subject
      const subscription = await findSubscription(db, chatId)
      if (!(await mayConfigure(ctx, chatId))) return refuse(ctx)
      const wishes = subscription && wish.read(ctx.match[1] ?? '', subscription, now())
      if (!wishes) return next()
      const changed = await changeSchedule(db, subscription, wishes, now())
      await ctx.answerCallbackQuery()
      const { html, keyboard } = wish.page(ctx, changed, now())
      await editInPlace(ctx, html, aboutSubject(ctx, keyboard))
    })
  }
}

async function refuse(ctx: CourantContext): Promise<void> {
  await ctx.answerCallbackQuery({ text: ctx.t('chat-admins-only'), show_alert: true })
}
