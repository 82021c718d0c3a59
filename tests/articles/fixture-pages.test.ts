import { describe, expect, it } from 'vitest'
import type { ReadPage } from '../../src/articles/page-reading.ts'
import { readPage } from '../../src/articles/read-page.ts'
import { columnistKey } from '../../src/domain/columnist.ts'
import { type FixturePage, fixturePages } from '../fixtures/pages/sites.ts'
import { toWindows1251 } from '../helpers/windows-1251.ts'

const readings = fixturePages.map((fixture) => ({ fixture, page: read(fixture) }))
const columns = readings.filter(({ fixture }) => fixture.article.kind === 'column')

function read({ html, charset, url }: FixturePage): ReadPage | null {
  const bytes = charset ? toWindows1251(html) : new TextEncoder().encode(html)
  const reading = readPage({ bytes, contentType: 'text/html', url })
  return reading.kind === 'page' ? reading.page : null
}

type Reading = (typeof readings)[number]

/** The share of readings that are right, and what the others say. */
function judge(
  all: Reading[],
  isRight: (reading: Reading) => boolean,
  show: (page: ReadPage) => unknown,
) {
  const wrong = all.filter((reading) => !isRight(reading))
  return {
    share: 1 - wrong.length / all.length,
    wrong: wrong.map(({ fixture, page }) => [
      fixture.site,
      fixture.article.slug,
      page && show(page),
    ]),
  }
}

describe('sixty invented pages in the manner of ten kinds of site', () => {
  it('are sixty, half of them columns', () => {
    expect(readings).toHaveLength(60)
    expect(columns).toHaveLength(30)
  })

  it('keep 95% of the kinds', () => {
    const { share, wrong } = judge(
      readings,
      ({ fixture, page }) => page?.kind === fixture.article.kind,
      ({ kind, kindReason }) => [kind, kindReason],
    )
    expect(share, JSON.stringify(wrong)).toBeGreaterThanOrEqual(0.95)
  })

  it('keep 95% of the columnists, by one name in the nominative', () => {
    const { share, wrong } = judge(
      columns,
      ({ fixture, page }) => page?.authors.join() === fixture.article.author,
      ({ authors, sources }) => [authors, sources.authors],
    )
    expect(share, JSON.stringify(wrong)).toBeGreaterThanOrEqual(0.95)
  })

  it('keep every published day', () => {
    const { wrong } = judge(
      readings,
      ({ fixture, page }) => {
        if (!page?.publishedAt) return false
        const local = Temporal.Instant.from(page.publishedAt).toZonedDateTimeISO(fixture.offset)
        return local.toPlainDate().toString() === fixture.day
      },
      ({ publishedAt, sources }) => [publishedAt, sources.publishedAt],
    )
    expect(wrong).toEqual([])
  })

  it('give the text alone from its standfirst on, with neither note, disclaimer, nor other headlines', () => {
    const { wrong } = judge(
      readings,
      ({ fixture: { html, article }, page }) => {
        const isShown = html.includes(`>${article.standfirst}<`)
        const text = [...(isShown ? [article.standfirst] : []), ...article.text]
        return page?.text === text.join('\n\n')
      },
      ({ text }) => text,
    )
    expect(wrong).toEqual([])
  })

  it('give their language from the text', () => {
    const { wrong } = judge(
      readings,
      ({ fixture, page }) => page?.language === fixture.article.language,
      ({ language }) => language,
    )
    expect(wrong).toEqual([])
  })

  it('know one columnist across languages', () => {
    const keys = new Set(columns.map(({ page }) => columnistKey(page?.authors[0] ?? '')))
    expect(keys.size).toBe(4)
  })

  it('keep what a site tells of the author', () => {
    const noted = columns.filter(({ fixture }) => fixture.html.includes(fixture.article.about))
    expect(noted.length).toBeGreaterThanOrEqual(6)
    for (const { fixture, page } of noted) expect(page?.authorNote).toBe(fixture.article.about)
  })
})
