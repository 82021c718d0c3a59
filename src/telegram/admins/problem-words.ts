import { bold, concat, type Fragment, text } from '../../digests/telegram/markup.ts'
import { parseReason } from '../../domain/reason.ts'
import type { Translate } from '../../domain/translate.ts'
import type { KnownProblem } from '../../editing/problems.ts'
import { timeFrom } from '../../i18n/local-time.ts'
import { reasonWords } from '../../i18n/reason-words.ts'
import { clip } from '../../text/clip.ts'

const longestDetail = 150

/** What was set aside and why, how often it occurred, and when last. */
export function describeProblem(
  problem: KnownProblem,
  now: Temporal.Instant,
  t: Translate,
): Fragment {
  const { subject, id, times, lastSeenAt } = problem
  return concat(
    bold(text(t(`problems-subject-${subject}`, { id }))),
    text(`: ${reasonOf(problem, t)}\n`),
    text(t('problems-when', { times, ago: timeFrom(lastSeenAt, now, t) })),
  )
}

function reasonOf({ code, detail }: KnownProblem, t: Translate): string {
  const said = detail === null ? '' : reasonWords(parseReason(detail), t)
  const values = { code, detail: clip(said, longestDetail) }
  const key = `problem-${code}`
  const words = t(key, values)
  // A key without a translation is returned in braces.
  return words === `{${key}}` ? t('problem-other', values) : words
}
