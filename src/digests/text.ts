import type { Article } from '../domain/article.ts'
import { clockTime, dayHeading } from '../domain/calendar.ts'
import type { Digest, DigestDay } from '../domain/digest.ts'
import type { Translate } from '../domain/translate.ts'
import { withoutControls } from '../text/controls.ts'
import { columnWords } from './column-words.ts'
import { summarisedPerDay } from './layout.ts'
import { wrapLines } from './wrap-lines.ts'

const indent = '       '

/** The digest as plain text of 80 columns, for a terminal; ends with a line break. */
export function renderText(digest: Digest, t: Translate): string {
  if (digest.days.length === 0) return `${t('digest-empty')}\n`
  const overview = (digest.overview ?? []).flatMap((sentence) => entry('  - ', sentence))
  const head = overview.length > 0 ? `${[t('digest-overview'), ...overview].join('\n')}\n\n` : ''
  return head + digest.days.map((day) => renderDay(day, digest.zone, t)).join('\n')
}

function renderDay(day: DigestDay, zone: string, t: Translate): string {
  const heading = dayHeading(day.date, t('date-locale'))
  const lines = [heading, '='.repeat(heading.length), '']
  for (const [i, { lead, others, further }] of day.stories.entries()) {
    const sources = [lead, ...others].map(({ source }) => source).join(', ')
    const time = lead.precision === 'minute' ? `${clockTime(lead.publishedAt, zone)}  ` : indent
    lines.push(...entry(time, `${lead.title} · ${sources}`))
    if (i < summarisedPerDay && lead.summary) lines.push(...entry(indent, lead.summary.text))
    lines.push(indent + printable(lead.url))
    for (const { title, url } of further) {
      lines.push(...entry(`${indent}- `, title), `${indent}  ${printable(url)}`)
    }
  }
  if (day.columns.length > 0) {
    lines.push('', t('digest-columns'), '-'.repeat(t('digest-columns').length), '')
    for (const column of day.columns) lines.push(...columnLines(column))
  }
  return `${lines.join('\n')}\n`
}

function columnLines(column: Article): string[] {
  const standfirst = columnWords(column)
  return [
    ...entry('', `${column.author ?? column.source}: ${column.title}`),
    ...(standfirst ? entry(indent, standfirst) : []),
    indent + printable(column.url),
  ]
}

function entry(start: string, words: string): string[] {
  return wrapLines(printable(words), 80 - indent.length).map((line, i) =>
    i === 0 ? start + line : indent + line,
  )
}

// Control characters of foreign text could drive the terminal.
function printable(words: string): string {
  return withoutControls(words.replace(/\p{Cc}/gu, ' '))
}
