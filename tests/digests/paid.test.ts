import { describe, expect, it } from 'vitest'
import { composeDigest } from '../../src/digests/compose.ts'
import { renderTelegram } from '../../src/digests/telegram/render.ts'
import { createI18n, translateInto } from '../../src/i18n/i18n.ts'
import { anArticle } from '../helpers/articles.ts'

const t = translateInto(createI18n(), 'en')

describe('what is behind a paywall', () => {
  it('gives the lead of its story to an outlet that everybody can read', () => {
    const paid = anArticle({ storyId: 1, feedId: 1, isLead: true, isPaid: true })
    const alsoPaid = anArticle({ storyId: 1, feedId: 2, isPaid: true })
    const free = anArticle({ storyId: 1, feedId: 3 })
    const [day] = composeDigest([paid, alsoPaid, free], 'UTC').days
    expect(day?.stories).toEqual([{ lead: free, others: [paid, alsoPaid], further: [] }])
  })

  it('is marked, as a headline and as a column', () => {
    const news = anArticle({ isPaid: true, source: 'Gazette', summary: null })
    const column = anArticle({ isPaid: true, kind: 'column', title: 'On bridges' })
    const [html] = renderTelegram(composeDigest([news, column], 'UTC'), t)
    expect(html).toContain('Gazette (subscribers only)')
    expect(html).toContain('On bridges</a> (subscribers only)')
  })
})
