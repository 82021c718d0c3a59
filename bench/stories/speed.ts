import { createStoryIndex } from '../../src/stories/story-index.ts'
import { atLeast, atMost, type Row } from '../report.ts'
import { seeded } from './data.ts'
import { articleOf } from './ours.ts'

const vocabulary = 30_000
const measured = 2000

/** How many headlines a second are merged one by one, and what one costs in a large window. */
export function measureSpeed(): Row[] {
  const headlines = makeHeadlines(50_000)
  const index = createStoryIndex()
  const times = headlines.map((title, id) => {
    const article = articleOf({ title, lead: null }, id)
    const start = performance.now()
    index.add(article)
    return performance.now() - start
  })
  const spent = (from: number, to: number) =>
    times.slice(from, to).reduce((sum, time) => sum + time, 0)
  const costAt = (size: number) => (spent(size - measured, size) / measured) * 1000
  return [
    atLeast(
      '20,000 headlines, one by one (per second)',
      20_000 / (spent(0, 20_000) / 1000),
      null,
      5000,
    ),
    atMost('cost at 50,000 in the window, beside 5,000 (µs)', costAt(50_000), costAt(5000), 3),
  ]
}

/** Made-up headlines of nine words by Zipf's law; half retell one of the last hundred with other words. */
function makeHeadlines(count: number): string[] {
  const random = seeded(1)
  const letter = () => String.fromCharCode(97 + Math.floor(random() * 26))
  const words = Array.from({ length: vocabulary }, () =>
    Array.from({ length: 3 + Math.floor(random() * 6) }, letter).join(''),
  )
  const word = () => words[Math.floor(vocabulary ** random()) - 1] ?? ''
  const headlines: string[][] = []
  for (let i = 0; i < count; i++) {
    const earlier = headlines[i - 1 - Math.floor(random() * 100)]
    const retold = random() < 0.5 && earlier
    headlines.push(
      retold
        ? earlier.map((each) => (random() < 0.4 ? word() : each))
        : Array.from({ length: 9 }, word),
    )
  }
  return headlines.map((each) => each.join(' '))
}
