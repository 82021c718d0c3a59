// One step of the benchmark of a large window, in a process of its own: it makes the database, or puts
// what it holds into stories, and answers with what each assigning cost.
import { createStoryAssigner, type StoryAssigner } from '../../src/collecting/assign-stories.ts'
import { tuneHeap } from '../../src/lib/tune-heap.ts'
import { openDatabase } from '../../src/store/database.ts'
import { addFeed } from '../../src/store/feeds.ts'
import { recordPolls } from '../../src/store/polls.ts'
import type { Database } from '../../src/store/tables.ts'
import { type MadeArticle, madeNews } from './made-news.ts'
import type { Cost } from './window.ts'

const now = Temporal.Instant.from('2024-06-14T12:00:00Z')
const windowHours = 72
const inWindow = 100_000
/** Older than the window, as after some weeks. */
const older = 200_000
const feeds = 400
const quietMinutes = 5

const [, , file = '', step] = process.argv
tuneHeap()
const db = await openDatabase(file)
const costs: Cost[] = []
if (step === 'make') {
  await makeNews()
} else {
  const assigner = createStoryAssigner(db, () => now)
  // Something must be new, or nothing is read: a column and a headline.
  if (step !== 'first') await add(madeNews(3), 2, { endsAgoMs: 0, lengthMs: 1000 })
  costs.push(await measure(assigner))
  if (step === 'restart') {
    for (let i = 0; i < quietMinutes; i++) costs.push(await measure(assigner))
  }
  if (step === 'many') {
    await add(madeNews(2), 500, { endsAgoMs: 0, lengthMs: 60_000 })
    costs.push(await measure(assigner))
  }
}
await db.destroy()
process.send?.(costs)

async function measure(assigner: StoryAssigner): Promise<Cost> {
  const turns = watchTurns()
  const before = process.cpuUsage()
  await assigner.assign(now.subtract({ hours: windowHours }))
  const { user, system } = process.cpuUsage(before)
  const longestTurnMs = await turns.end()
  const megabytes = process.resourceUsage().maxRSS / 1024
  return { cpuMs: (user + system) / 1000, longestTurnMs, megabytes }
}

/** Turns of the event loop by the processor time that they take: by the clock others' would count too. */
function watchTurns(): { end(): Promise<number> } {
  let last = process.threadCpuUsage()
  let longest = 0
  let isOver = false
  const watch = () => {
    const { user, system } = process.threadCpuUsage(last)
    longest = Math.max(longest, user + system)
    last = process.threadCpuUsage()
    if (!isOver) setImmediate(watch)
  }
  setImmediate(watch)
  return {
    async end() {
      await new Promise(setImmediate)
      isOver = true
      return longest / 1000
    },
  }
}

async function makeNews(): Promise<void> {
  for (let i = 0; i < feeds; i++) {
    await addFeed(db, { url: feedUrl(i), title: `Feed ${i}`, kind: 'news' }, now)
  }
  const windowMs = windowHours * 3_600_000
  const news = madeNews(1)
  await add(news, older, { endsAgoMs: windowMs, lengthMs: 2 * windowMs })
  // Their stories are not asked for here, only that they are not new.
  await db
    .updateTable('article')
    .set((e) => ({ story_id: e.ref('id') }))
    .where('kind', '=', 'news')
    .execute()
  await add(news, inWindow, { endsAgoMs: 1000, lengthMs: windowMs - 60_000 })
}

function feedUrl(feed: number): string {
  return `https://feed-${feed}.example/rss`
}

/** Stores the next articles, published one after another over some time. */
async function add(
  news: Iterator<MadeArticle>,
  count: number,
  { endsAgoMs, lengthMs }: { endsAgoMs: number; lengthMs: number },
): Promise<void> {
  const fromMs = now.epochMilliseconds - endsAgoMs - lengthMs
  for (let done = 0; done < count; done += 1000) {
    const size = Math.min(1000, count - done)
    const made = Array.from({ length: size }, (_, i) => {
      const article: MadeArticle = news.next().value
      return { ...article, publishedAtMs: Math.round(fromMs + ((done + i) / count) * lengthMs) }
    })
    const polls = [...Map.groupBy(made, ({ feed }) => feed)].map(([feed, articles]) => ({
      feedId: feed + 1,
      articles: articles.map(articleOf),
      health: {},
    }))
    await recordPolls(db, polls, now.subtract({ minutes: 30 }))
  }
  await read(db)
}

function articleOf(made: MadeArticle & { publishedAtMs: number }) {
  const { feed, language, kind, title, lead, publishedAtMs } = made
  const url = `https://feed-${feed}.example/${language}/${step}/${publishedAtMs}`
  const said = { itemId: url, url, title, kind, publishedAtMs }
  return {
    ...said,
    ...{ author: null, precision: 'minute' as const, place: null, standfirst: null },
    ...{ summary: { text: lead, origin: 'feed' as const }, body: `${lead} `.repeat(8) },
  }
}

/** Says that all pages have been read, with the language that each gave. */
async function read(db: Database): Promise<void> {
  for (const language of ['en', 'uk']) {
    await db
      .updateTable('article')
      .set({ page_state: 'read', language })
      .where('page_state', '=', 'waiting')
      .where('url', 'like', `%/${language}/%`)
      .execute()
  }
}
