import { describe, expect, it } from 'vitest'
import { columnWords } from '../../src/digests/column-words.ts'
import { composeDigest } from '../../src/digests/compose.ts'
import { anArticle } from '../helpers/articles.ts'

const at = (iso: string) => Temporal.Instant.from(iso)

describe('a digest', () => {
  it('groups by the days of the reader, newest first', () => {
    const late = anArticle({ publishedAt: at('2024-06-13T22:30:00Z') })
    const early = anArticle({ publishedAt: at('2024-06-13T20:30:00Z') })
    const inKyiv = composeDigest([early, late], 'Europe/Kyiv')
    expect(inKyiv.days.map((day) => day.date.toString())).toEqual(['2024-06-14', '2024-06-13'])
    const inUtc = composeDigest([early, late], 'UTC')
    expect(inUtc.days.map((day) => day.stories.map(({ lead }) => lead.id))).toEqual([
      [late.id, early.id],
    ])
  })

  it('puts what has only a day under that day, wherever its reader is', () => {
    const article = anArticle({ publishedAt: at('2024-06-14T12:00:00Z'), precision: 'day' })
    for (const zone of ['Pacific/Auckland', 'UTC', 'Pacific/Honolulu']) {
      const { days } = composeDigest([article], zone)
      expect(days.map(({ date }) => date.toString())).toEqual(['2024-06-14'])
    }
  })

  it('keeps columns apart from the news', () => {
    const column = anArticle({ kind: 'column', author: 'Ada Marsh' })
    const news = anArticle()
    const [day] = composeDigest([column, news], 'UTC').days
    expect(day?.columns).toEqual([column])
    expect(day?.stories.map(({ lead }) => lead)).toEqual([news])
  })

  it('shows a standfirst under a column unless it only makes curious and the text says more', () => {
    const summary = { text: '“Build bridges.”', origin: 'extract' as const }
    expect(columnWords({ standfirst: 'A bridge is a promise.', summary })).toBe(
      'A bridge is a promise.',
    )
    expect(columnWords({ standfirst: 'What is a bridge?', summary })).toBe(summary.text)
    expect(columnWords({ standfirst: 'What is a bridge?', summary: null })).toBe(
      'What is a bridge?',
    )
  })
})
