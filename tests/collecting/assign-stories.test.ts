import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { madeNews } from '../../bench/stories/made-news.ts'
import { createStoryAssigner } from '../../src/collecting/assign-stories.ts'
import { joinStories, separateStories, takeOutOfStory } from '../../src/editing/change-stories.ts'
import { createI18n, translateInto } from '../../src/i18n/i18n.ts'
import { createLog } from '../../src/lib/log.ts'
import { composeEdition, loadDigest, requestOfNow } from '../../src/serving/compose-edition.ts'
import { listFeeds, setFeedWeight } from '../../src/store/feeds.ts'
import { findStory } from '../../src/store/story-account.ts'
import { pinStory } from '../../src/store/story-changes.ts'
import type { Database } from '../../src/store/tables.ts'
import { aDatabase, addNews, type GivenNews, noon } from '../helpers/database.ts'
import { inWords } from '../helpers/in-words.ts'

const t = translateInto(createI18n(), 'en')
const since = noon.subtract({ hours: 72 })
const later = () => noon.add({ hours: 1 })
const minutesAgo = (minutes: number) => noon.subtract({ minutes })

/** Each list of headlines from a feed of its own, put into stories. */
async function told(db: Database, ...feeds: GivenNews[][]) {
  for (const [i, headlines] of feeds.entries()) {
    await addNews(db, headlines, { url: `https://news-${i}.example/rss` })
  }
  const assigner = createStoryAssigner(db, later)
  await assigner.assign(since)
  return assigner
}

const editing = (db: Database) => ({ db, forgetStories() {} })

const storiesOf = async (db: Database) =>
  (await loadDigest(db, { asOf: noon, days: 1 }, 'UTC')).days.flatMap(({ stories }) =>
    stories.map(({ lead, others }) => [lead.title, ...others.map(({ title }) => title)]),
  )

const bridge = 'Saltmere harbour bridge closes for repairs next week'
const bridgeToo = 'Harbour bridge in Saltmere to close next week for repairs'
const council = 'Council elects a new mayor after three rounds of votes'

it('tells as one story what two outlets report, at the head of its day', async () => {
  const db = await aDatabase()
  await told(
    db,
    [
      { title: bridge, publishedAt: minutesAgo(50) },
      { title: council, publishedAt: minutesAgo(10) },
    ],
    [{ title: bridgeToo, publishedAt: minutesAgo(40) }],
  )
  const stories = await storiesOf(db)
  expect(stories).toHaveLength(2)
  expect(stories[0]?.toSorted()).toEqual([bridge, bridgeToo].toSorted())
  expect(stories[1]).toEqual([council])
})

it('never drops a headline of a feed for another one of the same feed', async () => {
  const db = await aDatabase()
  await told(db, [{ title: bridge }, { title: bridgeToo }])
  const [day] = (await loadDigest(db, { asOf: noon, days: 1 }, 'UTC')).days
  expect(day?.stories).toHaveLength(1)
  const [{ lead, others, further } = { lead: null, others: [], further: [] }] = day?.stories ?? []
  expect([lead?.title, ...further.map(({ title }) => title)]).toEqual([bridge, bridgeToo])
  expect(others).toEqual([])
})

it('marks no update that says nothing new', async () => {
  const db = await aDatabase()
  await told(db, [{ title: bridge, publishedAt: minutesAgo(90) }])
  const { upTo: delivered } = await requestOfNow(db, noon)
  await told(db, [], [{ title: bridge }])
  const composing = { db, t, log: createLog('silent'), now: noon }
  const [part] = await composeEdition(composing, await requestOfNow(db, noon, delivered), 'UTC')
  expect(part?.html).toContain(bridge)
  expect(part?.html).not.toContain('Update:')
})

it.each([
  {
    name: 'what another language says hours later',
    known: { title: 'Zelensky, Macron and Tusk look at 325 tanks in Lviv' },
    next: { title: 'Зеленський, Макрон і Туск оглянули у Львові 325 танків' },
    hoursBefore: 4,
    isUpdate: false,
  },
  {
    name: 'what another outlet says at once in its own words',
    known: { title: bridge },
    next: { title: 'Repairs to close Saltmere harbour bridge, city warns drivers' },
    isUpdate: false,
  },
  {
    name: 'what the summary has said already',
    known: {
      title: bridge,
      summary: {
        text: 'Drivers have to go round by Fenn for three days.',
        origin: 'feed' as const,
      },
    },
    next: { title: 'Saltmere harbour bridge repairs: drivers to go round by Fenn' },
    hoursBefore: 9,
    isUpdate: false,
  },
  {
    name: 'what comes hours later',
    known: { title: bridge },
    next: { title: 'Repairs to close Saltmere harbour bridge, city warns drivers' },
    hoursBefore: 9,
    isUpdate: true,
  },
])('tells an update from $name', async ({ known, next, hoursBefore = 0.5, isUpdate }) => {
  const db = await aDatabase()
  await told(db, [{ ...known, publishedAt: minutesAgo(hoursBefore * 60 + 10) }])
  const { upTo: delivered } = await requestOfNow(db, noon)
  await told(db, [], [{ ...next, publishedAt: minutesAgo(10) }])
  const language = sql<string>`case when title like '%325 танків' then 'uk' else 'en' end`
  await db.updateTable('article').set({ language }).execute()
  const composing = { db, t, log: createLog('silent'), now: noon }
  const [part] = await composeEdition(composing, await requestOfNow(db, noon, delivered), 'UTC')
  const stories = await storiesOf(db)
  expect(stories).toHaveLength(1)
  expect(part?.html).toContain(next.title)
  expect(part?.html.includes('Update:')).toBe(isUpdate)
})

it('leads with nothing that says no more than the reader knows, unless it is pinned', async () => {
  const db = await aDatabase()
  const said = (text: string) => ({ summary: { text, origin: 'feed' as const } })
  const detour = said('Drivers have to go round by Fenn until Thursday night.')
  const vote = said('Ada Marsh is the first from the outer islands to hold the office.')
  await told(db, [{ title: bridge, publishedAt: minutesAgo(90) }])
  const { upTo: delivered } = await requestOfNow(db, noon)
  await told(
    db,
    [],
    [{ title: bridge, ...detour }],
    [{ title: bridge, ...detour }],
    [{ title: council, ...vote }],
  )
  const composing = { db, t, log: createLog('silent'), now: noon }
  const request = await requestOfNow(db, noon, delivered)
  const led = async () => {
    const [part] = await composeEdition(composing, request, 'UTC')
    expect(part?.html).toContain(bridge)
    return [...(part?.html.matchAll(/<b><a[^>]*>([^<]+)/g) ?? [])].map(([, title]) => title)
  }
  expect(await led()).toEqual([council])
  const story = await db
    .selectFrom('article')
    .select('story_id')
    .where('title', '=', bridge)
    .executeTakeFirstOrThrow()
  await pinStory(db, story.story_id ?? 0, { isPinned: true })
  expect(await led()).toEqual([bridge, council])
})

it('goes on after a restart where it stopped', async () => {
  const db = await aDatabase()
  await told(db, [{ title: bridge }])
  await told(db, [], [{ title: bridgeToo }])
  expect((await storiesOf(db)).map((titles) => titles.length)).toEqual([2])
})

it('marks what goes on from an earlier digest, and says what was known', async () => {
  const db = await aDatabase()
  await told(db, [{ title: bridge, publishedAt: minutesAgo(90) }])
  const { upTo: delivered } = await requestOfNow(db, noon)
  await told(db, [], [{ title: bridgeToo }, { title: council }])
  const composing = { db, t, log: createLog('silent'), now: noon }
  const parts = await composeEdition(composing, await requestOfNow(db, noon, delivered), 'UTC')
  const html = parts.map((part) => part.html).join('\n')
  expect(html).toMatch(new RegExp(`Update:.*${bridgeToo}`))
  expect(html).not.toMatch(new RegExp(`Update:.*${council}`))
  // Nowhere else: it came with the earlier digest.
  expect(html.split(bridge)).toHaveLength(2)
  expect(html).toContain(`<i>before: ${bridge}</i>`)
})

it('links a column to the story that it is about, and keeps it out of it', async () => {
  const db = await aDatabase()
  await told(
    db,
    [{ title: bridge }, { title: council }],
    [{ title: 'The harbour bridge repairs of Saltmere: what a week', kind: 'column' }],
  )
  const [day] = (await loadDigest(db, { asOf: noon, days: 1 }, 'UTC')).days
  expect(day?.stories).toHaveLength(2)
  expect(day?.columns[0]?.topic?.title).toBe(bridge)
})

it('links a column to a story that comes after it, also after a restart', async () => {
  for (const restarts of [false, true]) {
    const db = await aDatabase()
    const title = 'The harbour bridge repairs of Saltmere: what a week'
    const assigner = await told(db, [{ title: council }], [{ title, kind: 'column' }])
    await addNews(db, [{ title: bridge }], { url: 'https://later.example/rss' })
    await (restarts ? createStoryAssigner(db, later) : assigner).assign(since)
    const [day] = (await loadDigest(db, { asOf: noon, days: 1 }, 'UTC')).days
    expect(day?.columns[0]?.topic?.title).toBe(bridge)
  }
})

/** Puts 400 made-up articles into stories, so many at a time; gives the titles of each story. */
async function storiesInBatches(size: number, { restarts }: { restarts: boolean }) {
  const db = await aDatabase()
  const news = [...madeNews(5).take(400)].map(({ title, lead, language, kind }, i) => ({
    ...{ title, language, kind, publishedAt: minutesAgo(8 * (400 - i)) },
    summary: { text: lead, origin: 'feed' as const },
  }))
  let assigner = createStoryAssigner(db, later)
  for (let i = 0; i < news.length; i += size) {
    const batch = Map.groupBy(news.slice(i, i + size), ({ language }) => language)
    for (const [language, articles] of batch) {
      await addNews(db, articles, { url: `https://${language}.example/rss` })
    }
    if (restarts) assigner = createStoryAssigner(db, later)
    await assigner.assign(since)
  }
  const rows = await db
    .selectFrom('article')
    .select(['title', 'story_id'])
    .where('kind', '=', 'news')
    .orderBy('published_at')
    .execute()
  return [...Map.groupBy(rows, ({ story_id }) => story_id).values()].map((members) =>
    members.map(({ title }) => title),
  )
}

it('tells the same stories in few batches, in many, and with a restart before each', async () => {
  const stories = await storiesInBatches(400, { restarts: false })
  expect(stories.filter(({ length }) => length > 1).length).toBeGreaterThan(20)
  expect(await storiesInBatches(40, { restarts: false })).toEqual(stories)
  expect(await storiesInBatches(40, { restarts: true })).toEqual(stories)
})

it('needs not read again after a restart what it has read, but what is spoilt', async () => {
  const db = await aDatabase()
  await told(db, [{ title: bridge }, { title: council }])
  const kept = await db.selectFrom('story_words').select(['article_id', 'words']).execute()
  expect(kept.map(({ article_id }) => article_id)).toEqual([1, 2])
  // The words of the first are kept for both: it is by them that the second is found now.
  const [words = ''] = kept.map((row) => row.words)
  await db.updateTable('story_words').set({ words }).where('article_id', '=', 2).execute()
  await db
    .updateTable('story_words')
    .set({ words: '1 spoilt' })
    .where('article_id', '=', 1)
    .execute()
  await told(db, [], [{ title: `${council} of three`, publishedAt: minutesAgo(5) }])
  expect((await findStory(db, 2))?.members.map(({ id }) => id)).toEqual([2])
  expect(
    await db.selectFrom('story_words').select('words').where('article_id', '=', 1).execute(),
  ).toEqual([{ words }])
})

it('forgets what it has read of words once it is of no use', async () => {
  const db = await aDatabase()
  await told(db, [{ title: bridge }])
  const afterwards = noon.add({ hours: 97 })
  await addNews(db, [{ title: council, publishedAt: afterwards }], {
    url: 'https://later.example/rss',
  })
  await createStoryAssigner(db, () => afterwards.add({ hours: 1 })).assign(since)
  const kept = await db.selectFrom('story_words').select('article_id').execute()
  expect(kept).toEqual([{ article_id: 2 }])
})

it('says why, and lets an admin take a story apart and put it together', async () => {
  const db = await aDatabase()
  await told(db, [{ title: bridge }], [{ title: bridgeToo }])
  const [first, second] = [1, 2]
  const story = await findStory(db, first)
  expect(story?.members.map(({ reason }) => inWords(reason))).toEqual([
    'It is the first to report this.',
    expect.stringContaining(`It is like “${bridge}”`),
  ])
  expect(await takeOutOfStory(editing(db), first, [second])).toEqual({
    into: second,
    isNamed: true,
  })
  expect(await storiesOf(db)).toHaveLength(2)
  expect(await takeOutOfStory(editing(db), first, [first])).toBeNull()
  expect(await joinStories(editing(db), { from: second, into: first })).toBe(true)
  expect(await storiesOf(db)).toHaveLength(1)
  expect(await separateStories(editing(db), { from: second, into: first })).toBe(true)
  expect(await storiesOf(db)).toHaveLength(2)
  expect(await separateStories(editing(db), { from: second, into: first })).toBe(false)
})

it('leaves the number of a story with its founder when it is the founder that is taken out', async () => {
  const db = await aDatabase()
  await told(db, [{ title: bridge }], [{ title: bridgeToo }])
  expect(await takeOutOfStory(editing(db), 1, [1])).toEqual({ into: 2, isNamed: false })
  expect((await findStory(db, 1))?.members.map(({ id }) => id)).toEqual([1])
  expect(await takeOutOfStory(editing(db), 2, [2])).toBeNull()
})

it('takes back merges one by one, in the order opposite to theirs', async () => {
  const db = await aDatabase()
  await told(db, [{ title: bridge }], [{ title: council }], [{ title: 'Gulls return to the quay' }])
  await joinStories(editing(db), { from: 1, into: 2 })
  await joinStories(editing(db), { from: 2, into: 3 })
  expect((await findStory(db, 3))?.members).toHaveLength(3)
  expect(await joinStories(editing(db), { from: 3, into: 3 })).toBe(false)
  expect(await separateStories(editing(db), { from: 2, into: 3 })).toBe(true)
  expect((await findStory(db, 2))?.members.map(({ id }) => id)).toEqual([1, 2])
  expect(await separateStories(editing(db), { from: 1, into: 2 })).toBe(true)
  const [member] = (await findStory(db, 1))?.members ?? []
  expect(inWords(member)).toMatchObject({ id: 1, reason: 'It is the first to report this.' })
})

it('does not put together again what an admin took apart', async () => {
  const db = await aDatabase()
  await told(db, [{ title: bridge }], [{ title: bridgeToo }])
  await takeOutOfStory(editing(db), 1, [2])
  await told(db, [], [], [{ title: `${bridge}, city says` }])
  expect((await findStory(db, 1))?.members.map(({ id }) => id)).not.toContain(2)
})

it('lets the feed that counts most stand for a story of hundreds, however old its article', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: bridge, publishedAt: minutesAgo(500) }])
  const feed = await addNews(db, [{ title: bridge, publishedAt: minutesAgo(450) }], {
    url: 'https://weighty.example/rss',
  })
  await setFeedWeight(db, feed, 3)
  const later = Array.from({ length: 200 }, (_, i) => ({
    ...{ title: bridge, url: `https://many.example/${i}`, itemId: `${i}` },
    publishedAt: minutesAgo(400 - i),
  }))
  await told(db, later)
  expect((await findStory(db, 1))?.members).toHaveLength(202)
  expect(await db.selectFrom('story').select(['id', 'lead_id']).execute()).toEqual([
    { id: 1, lead_id: 2 },
  ])
})

it('lifts what an admin has pinned, and the stories of a feed that counts more', async () => {
  const db = await aDatabase()
  await told(
    db,
    [{ title: council, publishedAt: minutesAgo(300) }],
    [{ title: bridge, publishedAt: minutesAgo(200) }],
    [{ title: 'Gulls return to the quay', publishedAt: minutesAgo(5) }],
  )
  expect((await storiesOf(db))[0]).toEqual(['Gulls return to the quay'])
  const [first] = await listFeeds(db)
  await setFeedWeight(db, first?.id ?? 0, 3)
  expect((await storiesOf(db))[0]).toEqual([council])
  await pinStory(db, 2, { isPinned: true })
  expect((await storiesOf(db)).slice(0, 2)).toEqual([[bridge], [council]])
})
