import { describe, expect, it } from 'vitest'
import type { StoryArticle } from '../../src/domain/story.ts'
import { createStoryIndex } from '../../src/stories/story-index.ts'
import { storyArticle } from '../helpers/story-articles.ts'

/** Which of some headlines, a day apart and by default of one feed, are routine. */
function routineOf(titles: string[], fields: (i: number) => Partial<StoryArticle> = () => ({})) {
  const index = createStoryIndex()
  return titles.map((title, i) => {
    const article = storyArticle(i + 1, title, { hours: 23 * i, feedId: 1, ...fields(i) })
    const placement = index.add(article)
    return placement.kind !== 'column' && placement.isRoutine
  })
}

describe('a routine series', () => {
  it.each([
    [
      'losses',
      ['12 червня', '13 червня', '14 червня'].map(
        (day, i) => `Втрати ворога станом на ${day}: ${1020 + i * 90} окупантів`,
      ),
    ],
    [
      'weather',
      ['Weather in Saltmere today', 'Weather in Saltmere today', 'Weather in Saltmere today'],
    ],
    ['rates', [41.2, 41.35, 41.1].map((rate) => `Official rate of the dollar: ${rate} hryvnias`)],
    ['days of a war', [841, 842, 843].map((day) => `What is known on day ${day} of the war`)],
    [
      'horoscopes',
      ['June 12', 'June 13', 'June 14'].map((day) => `Horoscope for all signs, ${day}`),
    ],
  ])('is known by its feed having brought it on two earlier days: %s', (_name, titles) => {
    expect(routineOf(titles)).toEqual([false, false, true])
  })

  it('is a forecast of the weather, worded otherwise each day, until the weather is news', () => {
    const titles = [
      'Sunny spells on Wednesday, showers later in the week',
      'Cloudy with a little rain expected tomorrow',
      'Погода на п’ятницю: тепло і без опадів',
      'Storm closes roads, more rain expected tomorrow',
    ]
    expect(routineOf(titles)).toEqual([true, true, true, false])
  })

  it('is none that several feeds bring once, or one feed in one day', () => {
    const titles = [1, 2, 3, 4].map((hour) => `Storm over Saltmere: ${hour} roads closed`)
    expect(routineOf(titles, (i) => ({ feedId: i }))).not.toContain(true)
    expect(
      routineOf(titles, (i) => ({ publishedAt: storyArticle(9, '', { hours: i }).publishedAt })),
    ).not.toContain(true)
  })

  it('is none where a number is out of the ordinary, or the title another', () => {
    const losses = (count: number) => `Losses of the enemy: ${count} soldiers`
    expect(routineOf([losses(1020), losses(1110), losses(2500)])).toEqual([false, false, false])
    expect(routineOf([losses(1020), losses(1110), losses(1900)])).toEqual([false, false, true])
    const rate = (count: number) => `Official rate of the dollar: ${count} hryvnias`
    expect(routineOf([rate(41), rate(42), 'Official rate of the dollar falls'])).not.toContain(true)
  })
})
