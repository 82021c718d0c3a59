import type { Filter } from 'grammy'
import { type ImportReport, importFile } from '../../editing/import-feeds.ts'
import { reasonWords } from '../../i18n/reason-words.ts'
import { clip } from '../../text/clip.ts'
import type { CourantContext } from '../context.ts'
import { asHtml, say, words } from '../say.ts'
import type { Services } from '../services.ts'

/** Downloads a file that was sent to the bot; null if it is larger than `maxBytes`. */
export type Download = (filePath: string, maxBytes: number) => Promise<Uint8Array | null>

const maxBytes = 1024 * 1024
/** Larger files take more than a moment. */
const longBytes = 100 * 1024
const mostProblems = 10

/** Adds the feeds of a file that an admin sent: OPML, or a list of addresses. */
export async function importSentFile(
  ctx: Filter<CourantContext, 'message:document'>,
  services: Services,
  download: Download,
): Promise<void> {
  const { file_size: size = 0 } = ctx.message.document
  if (size > maxBytes) return say(ctx, 'import-large')
  if (size > longBytes) await say(ctx, 'import-started')
  await ctx.replyWithChatAction('typing')
  const { file_path: filePath } = await ctx.getFile()
  const bytes = filePath ? await download(filePath, maxBytes) : null
  if (!bytes) return say(ctx, 'import-large')
  await ctx.reply(describeReport(ctx, await importFile(services, bytes)), asHtml)
}

/** What came of a list of feeds, as Telegram HTML. */
export function describeReport(
  ctx: CourantContext,
  { added, known, problems, moreProblems }: ImportReport,
): string {
  const shown = problems.slice(0, mostProblems).map(({ line, reason }) => {
    const why = clip(reasonWords(reason, ctx.t), 200)
    return words(ctx, 'import-problem', { line, reason: why })
  })
  const more = problems.length + moreProblems - shown.length
  return [
    words(ctx, 'import-done', { added, known }),
    ...(shown.length > 0 ? ['', words(ctx, 'import-problems'), ...shown] : []),
    ...(more > 0 ? [words(ctx, 'import-more', { count: more })] : []),
  ].join('\n')
}
