import { expect, it } from 'vitest'
import { usualPaper } from '../../src/domain/paper.ts'
import { chatItself } from '../../src/domain/subscription.ts'
import { createI18n, translateInto } from '../../src/i18n/i18n.ts'
import { createLog } from '../../src/lib/log.ts'
import { openDay } from '../../src/serving/by-day.ts'
import { composeEdition, requestOfNow } from '../../src/serving/compose-edition.ts'
import { firstStories } from '../../src/serving/first-stories.ts'
import { loadStory } from '../../src/serving/load-story.ts'
import { aDatabase, noon } from '../helpers/database.ts'
import { addHeadlines, type GivenHeadline } from '../helpers/headlines.ts'

const t = translateInto(createI18n(), 'en')

/** How many of the summaries on the first page are of each feed. */
async function leadsOf(given: readonly GivenHeadline[]): Promise<Record<string, number>> {
  const db = await aDatabase()
  await addHeadlines(db, given)
  await db
    .updateTable('article')
    .set((e) => ({
      summary: e.fn<string>('concat', [e.val('Said by feed '), 'feed_id', e.val(' in short.')]),
      summary_origin: 'extract',
    }))
    .execute()
  const composing = { db, t, log: createLog('silent'), now: noon }
  const request = await requestOfNow(db, noon)
  const parts = await composeEdition(composing, request, 'UTC', { paper: usualPaper })
  const html = parts.map((part) => part.html).join('\n')
  const told = [...html.matchAll(/Said by feed (\d)/g)].map(([, feed]) => feed ?? '')
  return Object.fromEntries(
    told.toSorted().map((feed, _, all) => [feed, all.filter((each) => each === feed).length]),
  )
}

const headline = (feed: number, hoursAgo: number, words: string): GivenHeadline => {
  return { feed, hoursAgo, words, kind: 'news', story: null }
}

it('leads with no more than two stories of one outlet, while others have any', async () => {
  const words = ['Harbour', 'Whales', 'Ferry', 'Bridge', 'Marathon', 'Orchard', 'Library']
  const fresh = words.map((word, i) => headline(1, 1 + i / 10, `${word} alone`))
  const older = ['Council', 'Museum', 'Railway'].map((word, i) =>
    headline(2 + i, 9, `${word} meets`),
  )
  expect(await leadsOf([...fresh, ...older])).toEqual({ 1: 2, 2: 1, 3: 1, 4: 1 })
  expect(await leadsOf(fresh)).toEqual({ 1: 5 })
})

it('leads a story by an outlet in the language of the chat, if everybody can read that', async () => {
  const db = await aDatabase()
  const told = (feed: number, words: string) => ({ ...headline(feed, feed, words), story: 1 })
  await addHeadlines(db, [
    told(1, 'Canal opens'),
    told(2, 'Канал відкрито'),
    told(3, 'Канал знову'),
  ])
  await db.updateTable('article').set({ language: 'uk' }).where('feed_id', '>', 1).execute()
  await db.updateTable('article').set({ language: 'en' }).where('feed_id', '=', 1).execute()
  const log = createLog('silent')
  const defaults = { zone: 'UTC', time: new Temporal.PlainTime(8) }
  const serving = { db, log, now: () => noon, defaults }
  const chat = chatItself(7)
  const led = (html = '') => [...html.matchAll(/>([^<]+)<\/a> · Feed/g)].map(([, title]) => title)
  /** By the digest, by the day, inline, and by the page of the story. */
  const titlesIn = async (language: string) => {
    const t = translateInto(createI18n(), language)
    const request = await requestOfNow(db, noon)
    const [part] = await composeEdition({ db, t, log, now: noon }, request, 'UTC')
    const day = await openDay(serving, chat, { date: null, filter: null }, t)
    const inline = await firstStories(serving, chat, '', language)
    const story = await loadStory(serving, chat, 1, t)
    return [
      ...led(part?.html),
      ...led(day.kind === 'page' ? day.html : ''),
      ...inline.stories.map(({ article }) => article.title),
      story?.lead.title,
    ]
  }
  const everywhere = (title: string) => Array(4).fill(title)
  expect(await titlesIn('en')).toEqual(everywhere('Canal opens 0'))
  expect(await titlesIn('uk')).toEqual(everywhere('Канал відкрито 1'))
  await db.updateTable('article').set({ page_wall: 'paywall' }).where('feed_id', '>', 1).execute()
  expect(await titlesIn('uk')).toEqual(everywhere('Canal opens 0'))
})

it('leads a day by what has a summary, and has all else by time', async () => {
  const db = await aDatabase()
  const words = ['Harbour', 'Whales', 'Ferry', 'Bridge', 'Marathon']
  // The first two are told by two outlets each, and have no summary.
  await addHeadlines(db, [
    ...[5, 1].flatMap((hoursAgo, i) =>
      [1, 2].map((feed) => ({ ...headline(feed, hoursAgo, words[i] ?? ''), story: i + 1 })),
    ),
    ...[4, 2, 3].map((hoursAgo, i) => headline(3 + i, hoursAgo, words[2 + i] ?? '')),
  ])
  await db
    .updateTable('article')
    .set({ summary: 'Said in short.', summary_origin: 'extract' })
    .where('title', 'like', 'Ferry%')
    .execute()
  const defaults = { zone: 'UTC', time: new Temporal.PlainTime(8) }
  const serving = { db, log: createLog('silent'), now: () => noon, defaults }
  const day = await openDay(serving, chatItself(7), { date: null, filter: null }, t)
  const html = day.kind === 'page' ? day.html : ''
  const told = [...html.matchAll(/Harbour|Whales|Ferry|Bridge|Marathon/g)].map(([word]) => word)
  expect([...new Set(told)]).toEqual(['Ferry', 'Whales', 'Bridge', 'Marathon', 'Harbour'])
})
