import { activeSubscription } from '../../../serving/preferences.ts'
import { previewDigest } from '../../../serving/preview.ts'
import type { Button } from '../../command.ts'
import { noDigest } from '../../presses.ts'
import { say } from '../../say.ts'
import { sendParts } from '../more-news.ts'

/** Sends what a digest would bring now; it counts as nothing that was delivered. */
export const previewButton: Button = {
  pattern: /^set:preview$/,
  async handle(ctx, services) {
    const subscription = await activeSubscription(services, ctx.subject)
    if (!subscription) return noDigest(ctx)
    await ctx.answerCallbackQuery()
    const parts = await previewDigest(services, subscription, ctx.t)
    await say(ctx, parts.length > 0 ? 'preview-head' : 'preview-empty')
    await sendParts(ctx, parts)
  },
}
