import type { CourantContext } from './context.ts'

/** Answers the press of a button that is no longer valid. */
export async function expired(ctx: CourantContext): Promise<void> {
  await ctx.answerCallbackQuery({ text: ctx.t('button-expired') })
}
