import { InlineKeyboard } from 'grammy'
import type { InlineKeyboardButton } from 'grammy/types'
import type { Article } from '../../domain/article.ts'
import { changeSaved, saveArticle, savedAt } from '../../serving/saved.ts'
import type { Button } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { expired } from '../presses.ts'
import { replacePressed } from '../say.ts'
import type { Services } from '../services.ts'

/** The button that saves an article for who looks at it, or takes it out of what they saved. */
export async function saveButton(
  ctx: CourantContext,
  services: Services,
  { id, url }: Pick<Article, 'id' | 'url'>,
): Promise<InlineKeyboardButton> {
  const saved = ctx.from ? await savedAt(services, ctx.from.id, url) : null
  return saved === null ? toSave(ctx, id) : toUnsave(ctx, saved, id)
}

/** The presses of that button; what was saved by one is taken back by the next. */
export const saveButtons: readonly Button[] = [
  {
    pattern: /^save:(\d{1,15})$/,
    async handle(ctx, services) {
      if (ctx.chat?.type !== 'private') return expired(ctx)
      const article = Number(ctx.match[1])
      const saving = await saveArticle(services, ctx.from.id, article)
      const text = ctx.t(`save-${saving.kind}`)
      await ctx.answerCallbackQuery({ text, show_alert: saving.kind === 'full' })
      if (saving.kind === 'saved') await replacePressed(ctx, toUnsave(ctx, saving.at, article))
    },
  },
  {
    pattern: /^unsave:(\d{1,14}):(\d{1,15})$/,
    async handle(ctx, services) {
      if (ctx.chat?.type !== 'private') return expired(ctx)
      await changeSaved(services, ctx.from.id, momentOf(ctx.match[1]), 'removed')
      await ctx.answerCallbackQuery({ text: ctx.t('save-undone') })
      await replacePressed(ctx, toSave(ctx, Number(ctx.match[2])))
    },
  },
]

function toSave(ctx: CourantContext, articleId: number) {
  return InlineKeyboard.text(ctx.t('save-button'), `save:${articleId}`)
}

function toUnsave(ctx: CourantContext, at: Temporal.Instant, articleId: number) {
  return InlineKeyboard.text(
    ctx.t('save-button-saved'),
    `unsave:${at.epochMilliseconds}:${articleId}`,
  )
}

/** The moment by which a button names what was saved. */
export function momentOf(digits: string | undefined): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Number(digits))
}
