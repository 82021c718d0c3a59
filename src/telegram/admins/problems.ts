import { bold, italic, verbatim } from '../../digests/telegram/markup.ts'
import { listProblems } from '../../editing/problems.ts'
import type { Command } from '../command.ts'
import { say, sayList } from '../say.ts'
import { describeProblem } from './problem-words.ts'

const mostShown = 50

/** Lists what had to be set aside, latest first. */
export const problems: Command = {
  name: 'problems',
  async handle(ctx, services) {
    const { count: all, problems: shown } = await listProblems(services, mostShown)
    if (shown.length === 0) return say(ctx, 'problems-none')
    const more = all - shown.length
    const bodies = [
      ...shown.map((problem) => describeProblem(problem, services.now(), ctx.t)),
      ...(more > 0 ? [italic(verbatim(ctx.t('problems-more', { count: more })))] : []),
    ]
    const headings = [bold(verbatim(ctx.t('problems-title', { count: all })))]
    await sayList(
      ctx,
      bodies.map((body) => ({ headings, forms: [() => body], spacing: 'loose' as const })),
    )
  },
}
