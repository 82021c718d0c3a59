import { expect, it } from 'vitest'
import { summariseDay } from '../../src/summaries/day.ts'

const story = (title: string, summary: string | null) => ({ title, summary, language: 'en' })

it('tells the day in three sentences of its first stories, each story once', () => {
  const stories = [
    story('Bridge opens', 'The harbour bridge opened to trams on Friday. It rained.'),
    story('Trams cross the harbour', 'Trams crossed the harbour bridge, opened on Friday.'),
    story('No words', null),
    story('Budget', 'But nobody knows. Parliament voted for the budget at night.'),
    story('Teaser', 'The storm that came over the hills was…'),
    story('Cup', 'The home team won the cup in the last minute.'),
    story('Weather', 'Sun is to come on Sunday.'),
  ]
  expect(summariseDay(stories)).toEqual([
    { story: 0, text: 'The harbour bridge opened to trams on Friday.' },
    { story: 3, text: 'Parliament voted for the budget at night.' },
    { story: 5, text: 'The home team won the cup in the last minute.' },
  ])
  expect(summariseDay([])).toEqual([])
  const needsItsHeadline = story('Council keeps the library open', 'Eleven votes to ten.')
  expect(summariseDay([needsItsHeadline])).toEqual([])
})

it('says nothing that stands in the headlines beside it', () => {
  const told = story(
    'Council keeps the library open',
    'The council keeps the library open after a vote of eleven to ten on Monday night.',
  )
  const beside = story('Library vote on Monday night: eleven to ten', null)
  expect(summariseDay([told])).toHaveLength(1)
  expect(summariseDay([told], [], [told, beside])).toEqual([])
  const more = story(
    'Council keeps the library open',
    'The council will pay for the library from the harbour dues, which rise by a tenth in May.',
  )
  expect(summariseDay([more], [], [more, beside])).toHaveLength(1)
})
