import pino from 'pino'
import { describe, expect, it } from 'vitest'
import { createSummaryRounds, type Improving } from '../../src/collecting/improve-summaries.ts'
import { loadDigest } from '../../src/serving/compose-edition.ts'
import { usageOf } from '../../src/store/model-usage.ts'
import { recordPage } from '../../src/store/pages.ts'
import { saveSubscription } from '../../src/store/subscriptions.ts'
import type { Database } from '../../src/store/tables.ts'
import { createModel } from '../../src/summaries/model/model.ts'
import { aPage } from '../helpers/articles.ts'
import { aDatabase, addNews, noon } from '../helpers/database.ts'
import {
  type Behaviour,
  fails,
  type ModelServer,
  startModelServer,
  summarises,
} from '../helpers/model-server.ts'
import { titlesFound } from '../helpers/search.ts'

const key = 'sk-only-this-test-knows-0123456789'
const today = Temporal.PlainDate.from('2024-06-14')
const good = 'Hundreds of people walked across the new bridge in the rain when it opened on Friday.'

const bodyOf = (title: string) =>
  [
    `${title}: the harbour bridge opened on Friday after two years of work, the mayor said.`,
    'Hundreds of people walked across it in the rain. Trams will cross the new bridge from Monday, once the last of the wires are hung and tested.',
    'The old bridge stays open to cyclists until the autumn, and a vote on what becomes of it is to be held before the winter.',
    'It cost 20 million pounds, most of which was paid by the county and by the owners of the port.',
  ].join('\n')

/** News of the day whose pages have been read, the first the newest. */
async function readNews(db: Database, titles: string[], body = bodyOf): Promise<void> {
  const articles = titles.map((title, i) => ({
    title,
    publishedAt: noon.subtract({ minutes: i + 1 }),
  }))
  await addNews(db, articles)
  const rows = await db.selectFrom('article').select(['id', 'title', 'page_state']).execute()
  for (const { id, title, page_state } of rows) {
    if (page_state === 'read') continue
    const summary = { text: `Extract of ${title}.`, origin: 'extract' as const }
    await recordPage(db, id, { url: null, page: aPage({ text: body(title) }), summary })
  }
}

type Given = Partial<Pick<Improving, 'budget' | 'prices' | 'now' | 'signal' | 'model'>>

function rounds(db: Database, server: ModelServer, given: Given = {}) {
  const lines: string[] = []
  const round = createSummaryRounds({
    db,
    ask: createModel({ url: server.url, name: 'small', key, timeoutMs: 1500 }),
    model: 'small',
    budget: { tokens: 1_000_000, cost: null },
    prices: { input: 0.15, output: 0.6 },
    zone: 'UTC',
    now: () => noon,
    log: pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) }),
    signal: new AbortController().signal,
    pauseMs: 1,
    ...given,
  })
  return { round, lines }
}

async function leads(db: Database) {
  const digest = await loadDigest(db, { asOf: noon, days: 2 }, 'UTC')
  return digest.days.flatMap((day) => day.stories.map(({ lead }) => lead.summary))
}

const origins = async (db: Database) => (await leads(db)).map((summary) => summary?.origin)

const subscribe = (db: Database, nextSlotAt: Temporal.Instant) =>
  saveSubscription(
    db,
    { chatId: 1, zone: 'UTC', times: [new Temporal.PlainTime(12, 10)], nextSlotAt },
    noon,
  )

describe('the leading articles', () => {
  it('are told by the model, and nothing else is asked about', async () => {
    const db = await aDatabase()
    const titles = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine']
    await readNews(db, titles)
    const server = await startModelServer(summarises(good))
    const { round } = rounds(db, server)
    await round()
    await round()
    expect((await origins(db)).filter((origin) => origin === 'extract')).toHaveLength(1)
    expect((await leads(db))[0]).toEqual({ text: good, origin: 'model' })
    expect(server.asked).toHaveLength(8)
    expect(await titlesFound(db, 'walked rain')).toHaveLength(9)
  })

  it('cost one question when several have the same content, now and later', async () => {
    const db = await aDatabase()
    const server = await startModelServer(summarises(good))
    const { round } = rounds(db, server)
    await addNews(db, [{ title: 'Same', publishedAt: noon.subtract({ minutes: 1 }) }])
    await addNews(db, [{ title: 'Same', publishedAt: noon.subtract({ minutes: 2 }) }], {
      url: 'https://other.example/rss',
    })
    await readNews(db, [])
    await round()
    expect(await origins(db)).toEqual(['model', 'model'])
    await addNews(db, [{ title: 'Same', publishedAt: noon.subtract({ seconds: 1 }) }], {
      url: 'https://third.example/rss',
    })
    await readNews(db, [])
    await round()
    expect(await origins(db)).toEqual(['model', 'model', 'model'])
    expect(server.asked).toHaveLength(1)
  })

  it('keep their extract when the answer is not supported, and are not asked about again', async () => {
    const db = await aDatabase()
    await readNews(db, ['One'])
    const server = await startModelServer(summarises(good.replace('Hundreds', 'Boris Johnson and')))
    const { round, lines } = rounds(db, server)
    await round()
    await round()
    expect(await leads(db)).toMatchObject([{ text: 'Extract of One.', origin: 'extract' }])
    expect(server.asked).toHaveLength(2)
    expect(lines.join()).toContain('boris')
  })

  it('are asked about anew when the model is another', async () => {
    const db = await aDatabase()
    await readNews(db, ['One'])
    const server = await startModelServer(summarises('No.'))
    await rounds(db, server).round()
    server.behave(summarises(good))
    await rounds(db, server, { model: 'large' }).round()
    expect(await origins(db)).toEqual(['model'])
  })
})

describe('the budget', () => {
  it('is spent on digests that are due, and only by half before', async () => {
    const db = await aDatabase()
    await readNews(db, ['One', 'Two', 'Three'])
    const server = await startModelServer(summarises(good))
    // A question is reserved with some 2,100 tokens and takes 750.
    const { round } = rounds(db, server, { budget: { tokens: 5000, cost: null } })
    await round()
    expect((await usageOf(db, today)).inputTokens).toBe(700)
    await round()
    expect(server.asked).toHaveLength(1)
    await subscribe(db, noon.add({ minutes: 10 }))
    await round()
    expect(server.asked.length).toBeGreaterThan(1)
  })

  it('holds across a restart and ends with the day', async () => {
    const db = await aDatabase()
    await readNews(db, ['One', 'Two'])
    await subscribe(db, noon.add({ minutes: 10 }))
    const server = await startModelServer(summarises(good))
    const budget = { tokens: 2500, cost: null }
    const first = rounds(db, server, { budget })
    await first.round()
    await rounds(db, server, { budget }).round()
    await rounds(db, server, { budget: { tokens: 1_000_000, cost: 0.0005 } }).round()
    expect(server.asked).toHaveLength(1)
    expect(first.lines.join()).toContain('model budget spent')
    expect(await origins(db)).toEqual(['model', 'extract'])
    await rounds(db, server, { budget, now: () => noon.add({ hours: 24 }) }).round()
    expect(await origins(db)).toEqual(['model', 'model'])
  })
})

describe('a server that fails', () => {
  it('is left alone ever longer, and no log line holds the key', async () => {
    const db = await aDatabase()
    await readNews(db, ['One', 'Two', 'Three'])
    const server = await startModelServer(fails(401, `Incorrect API key provided: ${key}`))
    let now = noon
    const { round, lines } = rounds(db, server, { now: () => now })
    const asked = []
    for (const minutes of [0, 0.5, 1, 2, 3, 4, 7]) {
      now = noon.add({ seconds: minutes * 60 })
      await round()
      asked.push(server.asked.length)
    }
    // Two articles at once, twice each.
    expect(asked).toEqual([4, 4, 8, 8, 12, 12, 16])
    expect(await origins(db)).toEqual(['extract', 'extract', 'extract'])
    expect(lines.join()).toContain('model-key-refused')
    expect(lines.join()).not.toContain(key)
    expect((await usageOf(db, today)).inputTokens).toBe(0)
  })

  it('is asked again when it is back', async () => {
    const db = await aDatabase()
    await readNews(db, ['One'])
    const server = await startModelServer(fails(503, 'loading'))
    let now = noon
    const { round } = rounds(db, server, { now: () => now })
    await round()
    server.behave(summarises(good))
    now = noon.add({ minutes: 2 })
    await round()
    expect(await origins(db)).toEqual(['model'])
  })

  it('ends at once when the program stops', async () => {
    const db = await aDatabase()
    await readNews(db, ['One', 'Two', 'Three'])
    const hangs: Behaviour = () => stopping.abort()
    const stopping = new AbortController()
    const server = await startModelServer(hangs)
    const { round, lines } = rounds(db, server, { signal: stopping.signal })
    await round()
    expect(server.asked.length).toBeLessThanOrEqual(2)
    expect(lines).toEqual([])
    expect(await db.selectFrom('model_answer').selectAll().execute()).toEqual([])
  })
})
