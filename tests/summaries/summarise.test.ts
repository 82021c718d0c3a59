import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SummaryInput, summarise } from '../../src/summaries/summarise.ts'
import { splitSentences } from '../../src/text/sentences.ts'

const text = [
  'Harbour bridge opens',
  'By Ada Marsh',
  'The harbour bridge opened to trams on Friday after ten years of work.',
  'However, the bridge and its trams are late. He said the bridge was worth it.',
  'Trams on the harbour bridge will run every six minutes, the city said.',
].join('\n')

const news = (told: Partial<SummaryInput>): SummaryInput => ({
  title: 'Harbour bridge opens',
  text,
  language: 'en',
  kind: 'news',
  ...told,
})

describe('summarise', () => {
  it('shows whole sentences in their order, and where they stand', () => {
    const summary = summarise(news({}))
    expect(summary).toMatchObject({
      origin: 'extract',
      text: 'The harbour bridge opened to trams on Friday after ten years of work. Trams on the harbour bridge will run every six minutes, the city said.',
    })
    expect(summary?.sentences.map(([start, end]) => text.slice(start, end)).join(' ')).toBe(
      summary?.text,
    )
  })

  it('says nothing twice', () => {
    const summary = summarise({
      title: 'Council votes to keep the Glasshouse Library open on Sundays',
      text: [
        'The Glasshouse Library stays open on Sundays by eleven votes to ten.',
        'The Saltmere council voted by eleven to ten to keep the Glasshouse Library open on Sundays, ending a debate that began in the spring.',
        'Longer hours will cost forty thousand crowns a year, which the parking fund pays.',
      ].join('\n'),
      language: 'en',
      kind: 'news',
    })
    expect(summary?.text).not.toContain('stays open')
    expect(summary?.text).toContain('ending a debate')
  })

  it('takes the words under the headline, or of the feed, where they are whole', () => {
    const blurb = 'After ten years, trams cross the harbour again.'
    expect(summarise(news({ blurb }))).toEqual({ text: blurb, origin: 'feed', sentences: [] })
    const standfirst = 'The city has its trams back, and a bridge to be proud of.'
    expect(summarise(news({ blurb, standfirst }))?.text).toBe(standfirst)
  })

  it.each([
    'Why did it take ten years? The answer may surprise you all.',
    'The city has its trams back. Read more in our report.',
    'Місто повернуло свої трамваї на міст. Читайте далі на сайті.',
    'Die Stadt hat ihre Bahnen wieder. Mehr dazu im Bericht.',
  ])('takes the text instead of words that only make curious: %s', (standfirst) => {
    expect(summarise(news({ standfirst }))?.text).toMatch(/^The harbour bridge opened/)
    // With no text they are all there is.
    expect(summarise(news({ standfirst, text: '' }))).not.toBeNull()
  })

  it('places a blurb that stands in the text', () => {
    const blurb = 'The harbour bridge opened to trams on Friday after ten years of work.'
    const at = text.indexOf(blurb)
    expect(summarise(news({ blurb }))?.sentences).toEqual([[at, at + blurb.length]])
  })

  it('passes over a teaser, and a blurb that says the headline again', () => {
    for (const blurb of [
      'The harbour bridge opened to trams on Friday after ten...',
      'The harbour bridge opened to trams on Friday […]',
      'Trams have come back to the harbour bridge today. Read more',
      'The harbour bridge opens.',
      'Open.',
    ]) {
      expect(summarise(news({ blurb }))?.origin).toBe('extract')
    }
  })

  it('lets no sentence stand alone that says hardly more than the headline', () => {
    const title = 'Council approves new harbour bridge'
    const again = 'The city council on Tuesday approved the new bridge over the harbour.'
    const more = 'Work begins in May and will cost ninety million, half of it from the region.'
    expect(summarise(news({ title, blurb: again, text: `${again} ${more}` }))?.text).toContain(more)
    // They do not fit together.
    const long = `${again.slice(0, -1)}, ${'as the council has long said of the new bridge, '.repeat(4)}again.`
    expect(summarise(news({ title, text: `${long} ${more}` }))?.text).toBe(more)
    expect(summarise(news({ title, blurb: again, text: again }))).toBeNull()
    const ukrainian = {
      ...{ title: 'Рада схвалила новий міст через гавань', language: 'uk' },
      ...{ blurb: 'Міська рада схвалила новий міст через гавань у вівторок.', text: '' },
    }
    expect(summarise(news(ukrainian))).toBeNull()
  })

  it('has the feed’s words where there is no text, and nothing where there is only the headline', () => {
    expect(summarise(news({ text: '', blurb: 'Trams cross the harbour on Friday and…' }))).toEqual({
      text: 'Trams cross the harbour on Friday and…',
      origin: 'feed',
      sentences: [],
    })
    expect(summarise(news({ text: 'Harbour bridge opens.' }))).toBeNull()
    expect(summarise(news({ text: ' \n — ' }))).toBeNull()
  })

  it('tells what happened, and not who says so, what was before, or what a page adds', () => {
    const told = (title: string, language: string, ...lines: string[]) =>
      summarise(news({ title, language, text: lines.join('\n') }))?.text
    const verdict =
      'Галицький суд Львова засудив водія маршрутки, який у березні збив двох школярів, до п’яти років.'
    expect(
      told(
        'У Львові судили водія маршрутки',
        'uk',
        'Джерело: пресслужба суду',
        `Деталі: ${verdict}`,
        'Про це повідомляє пресслужба Галицького суду Львова.',
        'Нагадаємо, аварія з маршруткою та школярами у Львові сталася 12 березня.',
      ),
    ).toBe(verdict)
    const rescue =
      'Rescuers in Malatya have pulled a boy alive from the rubble of his home five hours after the earthquake.'
    expect(
      told(
        'Earthquake live: boy pulled alive from rubble',
        'en',
        'This live blog is now closed, and the earthquake is reported elsewhere.',
        rescue,
        'Follow the latest developments on the earthquake and the rescuers here.',
        'Our Standards: The Thomson Reuters Trust Principles.',
      ),
    ).toBe(rescue)
  })

  it('cuts only a sentence that is too long and alone, at a word', () => {
    const summary = summarise(news({ text: `${'word '.repeat(100)}end.` }))?.text ?? ''
    expect(summary).toMatch(/^(word )+word…$/)
    expect(summary.length).toBeLessThanOrEqual(300)
  })

  it('lets a columnist say what the column holds', () => {
    const column = news({
      kind: 'column',
      title: 'On bridges',
      text: 'The rain fell on the bridge all day long. We must build bridges before we need them. Ducks swam by the pier.',
    })
    expect(summarise(column)?.text).toBe('“We must build bridges before we need them.”')
    expect(
      summarise({ ...column, standfirst: 'A bridge is a promise made to strangers.' }),
    ).toMatchObject({
      text: 'A bridge is a promise made to strangers.',
      origin: 'feed',
    })
    const ukrainian = {
      ...column,
      language: 'uk',
      title: 'Про мости',
      text: 'Дощ ішов увесь день над затокою. Ми мусимо будувати мости завчасно. Качки плавали біля пірса.',
    }
    expect(summarise(ukrainian)?.text).toBe('«Ми мусимо будувати мости завчасно.»')
  })

  it('keeps to its limits and to the text, whatever it is', () => {
    const word = fc.constantFrom(
      'bridge',
      'міст',
      'However',
      '. ',
      '? ',
      '\n',
      ' ',
      '橋。',
      '…',
      '"',
      'x'.repeat(90),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), fc.boolean(), (words, isColumn) => {
        const any = words.join(' ')
        const summary = summarise(news({ text: any, kind: isColumn ? 'column' : 'news' }))
        if (summary === null) return
        expect(summary.text.length).toBeLessThanOrEqual(300)
        expect(summary.sentences.length).toBeLessThanOrEqual(2)
        expect(splitSentences(any, 'en')).toEqual(expect.arrayContaining(summary.sentences))
        const told = summary.sentences.map(([start, end]) => any.slice(start, end)).join(' ')
        const shown = summary.text.replace(/^“|”$|…$/g, '')
        expect(told.replace(/\s+/g, ' ')).toContain(shown)
      }),
    )
  })
})
