import { expect, it } from 'vitest'
import { newsOfSpan } from '../../../src/serving/news/span.ts'
import { digestOf } from '../../../src/serving/news/stories-once.ts'
import { loadTexts } from '../../../src/serving/news/texts.ts'
import { aDatabase, addNews, noon } from '../../helpers/database.ts'

it('gives all articles that are asked for, also when it has kept too many', async () => {
  const db = await aDatabase()
  await addNews(
    db,
    Array.from({ length: 5001 }, (_, i) => ({ title: `News ${i + 1}` })),
  )
  const { stories, texts } = await newsOfSpan(db, { asOf: noon, days: 2 }, 'UTC')
  const titlesOf = async (from: number, until: number) => {
    const digest = await loadTexts(db, digestOf(stories.slice(from, until), [], 'UTC'), texts)
    return digest.days.flatMap((day) => day.stories.map(({ lead }) => lead.title)).sort()
  }
  expect(await titlesOf(0, 5000)).toHaveLength(5000)
  expect(await titlesOf(4999, 5001)).toEqual(['News 5000', 'News 5001'])
})
