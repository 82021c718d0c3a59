import pino from 'pino'
import { expect, it } from 'vitest'
import { createSummaryRounds } from '../../src/collecting/improve-summaries.ts'
import type { ModelBudget } from '../../src/domain/model-budget.ts'
import { usualPaper } from '../../src/domain/paper.ts'
import { createI18n, translateInto } from '../../src/i18n/i18n.ts'
import { createLog } from '../../src/lib/log.ts'
import { composeEdition, requestOfNow } from '../../src/serving/compose-edition.ts'
import { saveHourPaper } from '../../src/store/hour-papers.ts'
import { usageOf } from '../../src/store/model-usage.ts'
import type { Database } from '../../src/store/tables.ts'
import { createModel } from '../../src/summaries/model/model.ts'
import { aDatabase, addNews, noon } from '../helpers/database.ts'
import { plan, sendAll, subscribe } from '../helpers/deliveries.ts'
import {
  type Behaviour,
  fails,
  type ModelServer,
  says,
  startModelServer,
} from '../helpers/model-server.ts'

const translated = { ...usualPaper, translated: true }
const ashby = {
  title: 'Ashby opens the new bridge of Saltmere',
  summary: 'Mayor Jane Ashby said on Friday that 340 people had come to see the bridge.',
}
const inUkrainian = {
  title: 'Ешбі відкриває новий міст у Солтмірі',
  sentences: ['мерка Джейн Ешбі у п’ятницю сказала, що на міст прийшли подивитися 340 людей.'],
}
const answers = (answer: object): Behaviour => says(JSON.stringify(answer))

/** News in English and Ukrainian, as their feeds tell them. */
async function someNews(db: Database): Promise<void> {
  await addNews(db, [
    { title: ashby.title, summary: { text: ashby.summary, origin: 'feed' } },
    {
      title: 'Порт закрили через шторм',
      summary: { text: 'Порт закрили в п’ятницю, бо почався шторм.', origin: 'feed' },
    },
  ])
  await db
    .updateTable('article')
    .set((e) => ({
      language: e.case().when('id', '=', 1).then('en').else('uk').end(),
    }))
    .execute()
}

function roundsOf(
  db: Database,
  server: ModelServer,
  budget: ModelBudget = { tokens: 1_000_000, cost: null },
) {
  const lines: string[] = []
  const round = createSummaryRounds({
    ...{ db, budget, model: 'small', zone: 'UTC', now: () => noon, pauseMs: 1 },
    ask: createModel({ url: server.url, name: 'small', key: null, timeoutMs: 2000 }),
    prices: { input: 1, output: 1 },
    log: pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) }),
    signal: new AbortController().signal,
  })
  return { round, lines }
}

async function digestIn(db: Database, language: string, paper = translated): Promise<string> {
  const t = translateInto(createI18n(), language)
  const composing = { db, t, log: createLog('silent'), now: noon }
  const parts = await composeEdition(composing, await requestOfNow(db, noon), 'UTC', { paper })
  return parts.map(({ html }) => html).join('\n')
}

it('is asked for only in languages that a chat wants, once, and never while composing', async () => {
  const db = await aDatabase()
  await someNews(db)
  const server = await startModelServer(answers(inUkrainian))
  const { round } = roundsOf(db, server)
  await subscribe(db, 1, { language: 'uk' })
  await round()
  expect(server.asked).toHaveLength(0)

  await subscribe(db, 2, { language: 'uk', paper: translated })
  await digestIn(db, 'uk')
  expect(server.asked).toHaveLength(0)
  await round()
  await round()
  expect(server.asked).toHaveLength(1)
  expect(server.asked[0]?.body.messages[1]?.content).toContain(ashby.title)
  expect((await usageOf(db, Temporal.PlainDate.from('2024-06-14'))).inputTokens).toBe(700)

  const digest = await digestIn(db, 'uk')
  expect(digest).toContain('Ешбі відкриває новий міст у Солтмірі')
  expect(digest).toContain('Мерка Джейн Ешбі у п’ятницю сказала')
  expect(digest).toContain('(переклад)')
  expect(digest.match(/переклад/g)).toHaveLength(1)
  expect(digest).not.toContain(ashby.title)
  // Those who have not asked for it, and those who read another language, get its own words.
  expect(await digestIn(db, 'uk', usualPaper)).toContain(ashby.title)
  expect(await digestIn(db, 'en')).toContain(ashby.title)
  expect(await digestIn(db, 'en')).not.toContain('(translated)')
  expect(server.asked).toHaveLength(1)
})

it('comes with the digest of the chat that wants it, in its language', async () => {
  const db = await aDatabase()
  await someNews(db)
  const server = await startModelServer(answers(inUkrainian))
  await subscribe(db, 1, { language: 'uk', paper: translated })
  await subscribe(db, 2, { language: 'en', paper: translated })
  await roundsOf(db, server).round()
  await plan(db, noon)
  const sent = new Map((await sendAll(db, noon)).map(({ chatId, html }) => [chatId, html]))
  expect(sent.get(1)).toContain('Ешбі відкриває')
  expect(sent.get(2)).toContain(ashby.title)
})

it('leaves what fails the check as it was, and does not ask again until its words change', async () => {
  const db = await aDatabase()
  await someNews(db)
  await subscribe(db, 1, { language: 'uk', paper: translated })
  const server = await startModelServer(
    answers({ ...inUkrainian, title: 'Джонсон відкриває новий міст у Солтмірі' }),
  )
  const { round, lines } = roundsOf(db, server)
  await round()
  await round()
  expect(server.asked).toHaveLength(2)
  expect(await digestIn(db, 'uk')).toContain(ashby.title)
  expect(lines.join()).toContain('unsupported-name')
  server.behave(answers(inUkrainian))
  const title = 'Jane Ashby opens a new bridge in Saltmere'
  await db.updateTable('article').set({ title }).where('id', '=', 1).execute()
  await round()
  expect(await digestIn(db, 'uk')).toContain('Ешбі відкриває')
  // Of words that have changed since, the old translation is none.
  await db.updateTable('article').set({ title: 'Bridge stays shut' }).where('id', '=', 1).execute()
  expect(await digestIn(db, 'uk')).toContain('Bridge stays shut')
})

it('keeps within the budget of the model, and leaves a server that fails alone', async () => {
  const db = await aDatabase()
  await someNews(db)
  await subscribe(db, 1, { language: 'uk', paper: translated }, noon.add({ hours: 5 }))
  const server = await startModelServer(answers(inUkrainian))
  await roundsOf(db, server, { tokens: 2000, cost: null }).round()
  expect(server.asked).toHaveLength(0)
  server.behave(fails(503, 'loading'))
  const { round, lines } = roundsOf(db, server)
  await round()
  await round()
  expect(server.asked).toHaveLength(2)
  expect(lines.join()).toContain('model not available')
  expect(await db.selectFrom('translation').selectAll().execute()).toEqual([])
})

it('survives rows that cannot be read', async () => {
  const db = await aDatabase()
  await someNews(db)
  await subscribe(db, 1, { language: 'uk', paper: translated })
  await roundsOf(db, await startModelServer(answers(inUkrainian))).round()
  for (const title of ['', ' ', null]) {
    await db.updateTable('translation').set({ title, summary: null }).execute()
    expect(await digestIn(db, 'uk')).toContain(ashby.title)
  }
  await db.updateTable('translation').set({ title: 'Ешбі', summary: null }).execute()
  expect(await digestIn(db, 'uk')).toContain('Ешбі')
})

/** The titles that were asked about, in their order. */
const titlesAsked = (server: ModelServer) =>
  server.asked.map(({ body }) => /Sport \d|General \d/.exec(body.messages[1]?.content ?? '')?.[0])

/** Forty headlines of the day in one section, and older ones in another, all in English. */
async function twoSections(db: Database): Promise<void> {
  const items = (name: string, count: number, hours: number) =>
    Array.from({ length: count }, (_, i) => ({
      title: `${name} ${i} is new`,
      publishedAt: noon.subtract({ hours, minutes: i }),
    }))
  await addNews(db, items('General', 40, 1))
  await addNews(db, items('Sport', 2, 20), { url: 'https://sport.example/rss' })
  await db.updateTable('article').set({ language: 'en' }).execute()
  const tags = JSON.stringify(['sport'])
  await db.updateTable('feed').set({ tags }).where('url', 'like', '%sport%').execute()
}

const sportAlone = { ...translated, off: { sections: [''], feeds: [] } }

it('is asked for of what the papers show that want it, whatever leads all news', async () => {
  const db = await aDatabase()
  await twoSections(db)
  const server = await startModelServer(answers({ title: '', sentences: [] }))
  await subscribe(db, 1, { language: 'uk', paper: sportAlone })
  await subscribe(db, 2, { language: 'uk', paper: { ...translated, languagesOff: ['en'] } })
  await roundsOf(db, server).round()
  expect(new Set(titlesAsked(server))).toEqual(new Set(['Sport 0', 'Sport 1']))
})

it('is asked for of an hour of its own, and first of what most chats are shown', async () => {
  const db = await aDatabase()
  await twoSections(db)
  const later = noon.add({ hours: 5 })
  const general = {
    ...translated,
    length: 'short' as const,
    off: { sections: ['sport'], feeds: [] },
  }
  await subscribe(db, 1, { language: 'uk', paper: general }, later)
  for (const chatId of [2, 3]) {
    const times = [12, 18].map((hour) => Temporal.PlainTime.from({ hour }))
    const own = await subscribe(db, chatId, { language: 'uk', times }, later)
    const [, evening] = times
    if (!evening) throw new Error('There is no evening')
    await db.transaction().execute((trx) => saveHourPaper(trx, own.id, evening, sportAlone))
  }
  const server = await startModelServer(answers({ title: '', sentences: [] }))
  await roundsOf(db, server).round()
  const asked = titlesAsked(server)
  const first = [...new Set(asked)].slice(0, 2)
  expect(new Set(first)).toEqual(new Set(['Sport 0', 'Sport 1']))
  expect(new Set(asked).size).toBe(2 + 8)
})

it('asks nothing of what a chat has muted at an hour with a paper of its own', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'Sport 7' }, { title: 'General 7' }])
  await db.updateTable('article').set({ language: 'en' }).execute()
  const times = [12, 18].map((hour) => Temporal.PlainTime.from({ hour }))
  const mutes = { ...usualPaper.mutes, words: ['sport'] }
  const paper = { ...usualPaper, mutes }
  const own = await subscribe(db, 1, { language: 'uk', times, paper })
  const evening = Temporal.PlainTime.from({ hour: 18 })
  await db.transaction().execute((trx) => saveHourPaper(trx, own.id, evening, translated))
  const server = await startModelServer(answers({ title: '', sentences: [] }))
  await roundsOf(db, server).round()
  expect([...new Set(titlesAsked(server))]).toEqual(['General 7'])
})
