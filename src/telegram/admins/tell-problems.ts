import type { Api } from 'grammy'
import { bold, italic, verbatim } from '../../digests/telegram/markup.ts'
import { layOutMessages } from '../../digests/telegram/split.ts'
import type { Translate } from '../../domain/translate.ts'
import { recordTold, type UntoldProblems, untoldProblems } from '../../store/problems.ts'
import type { Database } from '../../store/tables.ts'
import { asHtml } from '../say.ts'
import { describeProblem } from './problem-words.ts'

/** A notice names so many; /problems has the rest. */
const mostShown = 8
const tellEvery = Temporal.Duration.from({ hours: 1 })

export type Telling = {
  db: Database
  now: () => Temporal.Instant
  api: Pick<Api, 'sendMessage'>
  admins: ReadonlySet<number>
  t: Translate
}

/**
 * Each call tells the admins what was set aside since they were last told: all of it in one message,
 * once, and no more often than once an hour. When none of them can be reached it is tried again.
 */
export function createTellProblems({ db, now, api, admins, t }: Telling): () => Promise<void> {
  let toldAt: Temporal.Instant | null = null
  return async () => {
    const at = now()
    const untold = await untoldProblems(db, mostShown)
    if (untold.count === 0 || isRecent(toldAt, at) || isRecent(untold.lastToldAt, at)) return
    const html = noticeOf(untold, at, t)
    const sending = [...admins].map((admin) => api.sendMessage(admin, html, asHtml))
    const isTold = (await Promise.allSettled(sending)).some(({ status }) => status === 'fulfilled')
    if (!isTold) return
    toldAt = at
    await recordTold(db, untold.until, at)
  }
}

function isRecent(toldAt: Temporal.Instant | null, now: Temporal.Instant): boolean {
  if (!toldAt) return false
  const { compare } = Temporal.Instant
  // A time to come is that of a clock that was wrong.
  return compare(toldAt, now) <= 0 && compare(now, toldAt.add(tellEvery)) < 0
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
