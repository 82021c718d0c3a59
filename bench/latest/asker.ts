// One step of the benchmark of `/latest`, in a process of its own: it makes the database, or asks again and again.
import { createI18n, translateInto } from '../../src/i18n/i18n.ts'
import { createLog } from '../../src/lib/log.ts'
import { composeEdition, requestOfNow } from '../../src/serving/compose-edition.ts'
import { openDatabase } from '../../src/store/database.ts'
import { addFeed } from '../../src/store/feeds.ts'
import { recordPolls } from '../../src/store/polls.ts'
import type { Database } from '../../src/store/tables.ts'
import { median } from '../report.ts'
import { seeded } from '../stories/data.ts'
import type { Answer, Cost } from './latest.ts'

const now = Temporal.Instant.from('2024-06-14T12:00:00Z')
const dayMs = 86_400_000
const feeds = 60
const zone = 'Europe/Kyiv'
/** One costs now more, now less: collecting of garbage falls to some. */
const rounds = 60

const [, , file = '', step, count = ''] = process.argv
const headlines = Number(count)
const db = await openDatabase(file)
if (step === 'make') {
  await addNews(db)
  await db.destroy()
  process.send?.('made')
} else {
  process.send?.(await ask(db))
  await db.destroy()
}

async function ask(db: Database): Promise<Answer> {
  const composing = {
    ...{ db, log: createLog('error'), now },
    t: translateInto(createI18n(), 'en'),
  }
  const latest = await requestOfNow(db, now)
  const review = { ...latest, asOf: now.add({ hours: 60 }), after: 10 }
  const change = async (round: number) => {
    const id = headlines - round
    await db.updateTable('article').set({ place: round }).where('id', '=', id).execute()
  }
  const measure = (request: typeof latest, isChanged: boolean) =>
    costOf(async (round) => {
      if (isChanged) await change(round)
      return () => composeEdition(composing, request, zone)
    })
  await measure(latest, true)
  return {
    changed: await measure(latest, true),
    unchanged: await measure(latest, false),
    review: await measure(review, true),
  }
}

/** Measures by the time of the thread: others work on the machine, too. */
async function costOf(prepare: (round: number) => Promise<() => Promise<unknown>>): Promise<Cost> {
  const costs: number[] = []
  const longestTurns: number[] = []
  for (let round = 0; round < rounds; round++) {
    const work = await prepare(round)
    let isOver = false
    let longest = 0
    let last = threadMs()
    const tick = () => {
      const at = threadMs()
      longest = Math.max(longest, at - last)
      last = at
      if (!isOver) setImmediate(tick)
    }
    setImmediate(tick)
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    costs.push((user + system) / 1000)
    isOver = true
    tick()
    longestTurns.push(longest)
  }
  const turns = longestTurns.sort((a, b) => a - b)
  return {
    cpuMs: median(costs),
    turnMs: turns[Math.floor(0.95 * (rounds - 1))] ?? 0,
    longestTurnMs: turns.at(-1) ?? 0,
  }
}

function threadMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

async function addNews(db: Database): Promise<void> {
  const random = seeded(1)
  const words = Array.from({ length: 20_000 }, (_, i) => `w${((i * 7919) % 20_000).toString(36)}x`)
  const sentence = (length: number) =>
    Array.from({ length }, () => words[Math.floor(20_000 * random() ** 3)]).join(' ')
  const longAgo = now.subtract({ hours: 24 * 30 })
  const feedIds: number[] = []
  for (let place = 0; place < feeds; place++) {
    const url = `https://news-${place}.example/rss`
    const { feed } = await addFeed(db, { url, title: `News ${place}`, kind: 'news' }, longAgo)
    feedIds.push(feed.id)
  }
  for (let from = 0; from < headlines; from += feeds) {
    const polls = feedIds.slice(0, headlines - from).map((feedId, i) => {
      const url = `https://news-${i}.example/${from}`
      const article = {
        ...{ itemId: url, url, title: sentence(9), author: null, place: null },
        kind: random() < 0.05 ? ('column' as const) : ('news' as const),
        publishedAtMs: now.epochMilliseconds - Math.floor((1 - (from + i) / headlines) * 2 * dayMs),
        precision: 'minute' as const,
        summary: { text: `${sentence(30)}.`, origin: 'extract' as const },
        ...{ standfirst: null, body: null },
      }
      return { feedId, articles: [article], health: {} }
    })
    await recordPolls(db, polls, Temporal.Instant.fromEpochMilliseconds(latestOf(polls)))
  }
  await tellStories(db, random)
}

function latestOf(polls: readonly { articles: readonly { publishedAtMs: number }[] }[]): number {
  return Math.max(...polls.flatMap(({ articles }) => articles.map((each) => each.publishedAtMs)))
}

/** Three of ten headlines tell with another, which came shortly before, of one event. */
async function tellStories(db: Database, random: () => number): Promise<void> {
  const founders = new Set<number>()
  const founderOf = new Map<number, number>()
  for (let id = 1; id <= headlines; id++) {
    const before = id - 1 - Math.floor(random() * 90)
    if (random() < 0.3 && founders.has(before)) founderOf.set(id, before)
    else founders.add(id)
  }
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('story')
      .columns(['id', 'lead_id'])
      .expression(
        trx.selectFrom('article').where('kind', '=', 'news').select(['id', 'id as lead_id']),
      )
      .execute()
    await trx
      .updateTable('article')
      .set((e) => ({ story_id: e.ref('id') }))
      .where('kind', '=', 'news')
      .execute()
    for (const [id, founder] of founderOf) {
      const ofNews = trx.selectFrom('story').select('id').where('id', '=', founder)
      await trx
        .updateTable('article')
        .set({ story_id: founder })
        .where('id', '=', id)
        .where('kind', '=', 'news')
        .where((e) => e.exists(ofNews))
        .execute()
    }
  })
}
