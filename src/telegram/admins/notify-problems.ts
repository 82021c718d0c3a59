import type { Api } from 'grammy'
import { bold, italic, verbatim } from '../../digests/telegram/markup.ts'
import { layOutMessages } from '../../digests/telegram/split.ts'
import type { Translate } from '../../domain/translate.ts'
import type { Editing } from '../../editing/editing.ts'
import { createProblemNotices, type UntoldProblems } from '../../editing/problems.ts'
import { asHtml } from '../say.ts'
import { describeProblem } from './problem-words.ts'

/** The most problems in a notice; /problems lists the rest. */
const mostShown = 8

export type Notifying = Pick<Editing, 'db' | 'now'> & {
  api: Pick<Api, 'sendMessage'>
  admins: ReadonlySet<number>
  /** The words for one of them. */
  wordsFor: (personId: number) => Promise<Translate>
}

/**
 * Each call sends the admins one message with the problems that are new since the last; if none of them
 * can be reached, it is tried again.
 */
export function createProblemNotifier({
  db,
  now,
  api,
  admins,
  wordsFor,
}: Notifying): () => Promise<void> {
  return createProblemNotices({ db, now }, mostShown, async (untold, at) => {
    const sending = [...admins].map(async (admin) =>
      api.sendMessage(admin, noticeOf(untold, at, await wordsFor(admin)), asHtml),
    )
    return (await Promise.allSettled(sending)).some(({ status }) => status === 'fulfilled')
  })
}

function noticeOf({ problems, count }: UntoldProblems, now: Temporal.Instant, t: Translate) {
  const headings = [bold(verbatim(t('problems-notice', { count })))]
  const more = count - problems.length
  const bodies = [
    ...problems.map((problem) => describeProblem(problem, now, t)),
    italic(verbatim(more > 0 ? t('problems-more-there', { count: more }) : t('problems-there'))),
  ]
  const blocks = bodies.map((body) => ({
    headings,
    forms: [() => body],
    spacing: 'loose' as const,
  }))
  return layOutMessages(blocks).messages[0]?.html ?? ''
}
