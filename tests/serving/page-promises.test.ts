import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { messageLimits } from '../../src/digests/telegram/split.ts'
import type { EditionPart } from '../../src/domain/delivery.ts'
import { type DigestRequest, decodeRequest } from '../../src/domain/digest-request.ts'
import { chatItself } from '../../src/domain/subscription.ts'
import { createI18n, translateInto } from '../../src/i18n/i18n.ts'
import { createLog } from '../../src/lib/log.ts'
import { parseHtml } from '../../src/playground/telegram/html.ts'
import { composeEdition, requestOfNow } from '../../src/serving/compose-edition.ts'
import { loadStory } from '../../src/serving/load-story.ts'
import { openDatabase } from '../../src/store/database.ts'
import type { Database } from '../../src/store/tables.ts'
import { aDatabase, addNews, noon } from '../helpers/database.ts'
import { addHeadlines, type GivenHeadline } from '../helpers/headlines.ts'

const t = translateInto(createI18n(), 'en')
const log = createLog('silent')
const defaults = { zone: 'Europe/Kyiv', time: new Temporal.PlainTime(7, 30) }
const compose = (db: Database, request: DigestRequest, zone = defaults.zone) =>
  composeEdition({ db, t, log, now: noon, botName: 'courant_bot' }, request, zone)

/** All pages to which the buttons of a first page lead, that one included. */
async function allPages(db: Database, first: DigestRequest): Promise<EditionPart[][]> {
  const pages: EditionPart[][] = []
  const requests = [first]
  for (let request = requests.shift(); request; request = requests.shift()) {
    const parts = await compose(db, request)
    pages.push(parts)
    const buttons = parts.at(-1)?.more?.split(' ') ?? []
    for (const data of buttons) expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
    requests.push(...buttons.flatMap((data) => decodeRequest(data) ?? []))
  }
  return pages
}

const headline: fc.Arbitrary<GivenHeadline> = fc.record({
  feed: fc.integer({ min: 1, max: 7 }),
  hoursAgo: fc.double({ min: 0, max: 38, noNaN: true }),
  words: fc.constantFrom('Harbour bridge opens', 'Whale returns to sea', 'Міст відкрито', 'Rain'),
  kind: fc.constantFrom('news', 'news', 'news', 'column'),
  story: fc.option(fc.integer({ min: 1, max: 9 }), { freq: 4 }),
})

async function expectAllReached(db: Database, after: number | null): Promise<void> {
  const pages = await allPages(db, await requestOfNow(db, noon, after))
  const fresh = await db
    .selectFrom('article')
    .select(['id', 'url', 'story_id'])
    .where('arrival', '>', after ?? 0)
    .orderBy('id')
    .execute()
  const told = pages.flat().flatMap(({ articleIds }) => articleIds)
  expect(told.toSorted((a, b) => a - b)).toEqual(fresh.map(({ id }) => id))
  const html = pages.flat().map((part) => part.html)
  const links = html.join().split('href="')
  for (const { url, story_id } of fresh) {
    // A column may name the headline that it is about.
    const times = links.filter((link) => link.startsWith(`${url}"`)).length
    if (times > 0) {
      expect(times).toBe(1)
      continue
    }
    expect(html.join()).toContain(`?start=s_${story_id}"`)
    const story = await loadStory(
      { db, log, now: () => noon, defaults },
      chatItself(7),
      story_id ?? 0,
    )
    const shown = [story?.lead, ...(story?.others ?? [])].filter((each) => each?.url === url)
    expect(shown).toHaveLength(1)
  }
}

describe('every new headline', () => {
  it('is reached by `More news` and the pages of entries, exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(headline, { maxLength: 130 }), async (given) => {
        const db = await aDatabase()
        await addHeadlines(db, given)
        await expectAllReached(db, null)
      }),
      { numRuns: 12 },
    )
  }, 60_000)

  it('is reached so from a review too, by its days', async () => {
    const missed = headline.map((each) => ({ ...each, hoursAgo: each.hoursAgo * 6 }))
    await fc.assert(
      fc.asyncProperty(fc.array(missed, { minLength: 30, maxLength: 200 }), async (given) => {
        const db = await aDatabase()
        await addNews(db, [{ title: 'Had before' }], { seenAt: noon.subtract({ hours: 24 * 12 }) })
        await addHeadlines(db, given)
        await expectAllReached(db, 1)
      }),
      { numRuns: 8 },
    )
  }, 60_000)
})

describe('a page', () => {
  /** Headlines of which no two have one time, each with a name of its own. */
  const distinct = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 2280 }), headline), {
      selector: ([minutes]) => minutes,
      minLength: 30,
      maxLength: 90,
    })
    .map((all) =>
      all.map(([minutes, each], i) => ({ ...each, hoursAgo: minutes / 60, name: `n${i}` })),
    )

  async function textsOf(db: Database, pages: readonly number[], zone?: string) {
    const request = await requestOfNow(db, noon)
    const texts = new Map<number, string[]>()
    for (const page of pages) {
      const parts = await compose(db, { ...request, page }, zone)
      // Numbers of stories go by arrival.
      texts.set(
        page,
        parts.map(({ html }) => html.replace(/start=[cs]_\d+/g, '')),
      )
    }
    return texts
  }

  /** A story is led by the same article, whichever came first. */
  async function chooseLeads(db: Database): Promise<void> {
    const rows = await db
      .selectFrom('article')
      .select((e) => ['story_id', e.fn.min('url').as('url')])
      .where('story_id', 'is not', null)
      .groupBy('story_id')
      .execute()
    for (const { story_id, url } of rows) {
      const lead_id = db.selectFrom('article').select('id').where('url', '=', url)
      await db.updateTable('story').set({ lead_id }).where('id', '=', story_id).execute()
    }
  }

  it('does not depend on the order of arrival', async () => {
    await fc.assert(
      fc.asyncProperty(distinct, fc.infiniteStream(fc.nat()), async (given, random) => {
        const shuffled = given
          .map((each) => ({ each, key: random.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each)
        const [one, other] = [await aDatabase(), await aDatabase()]
        await addHeadlines(one, given)
        await addHeadlines(other, shuffled)
        for (const db of [one, other]) await chooseLeads(db)
        expect(await textsOf(other, [0, 1])).toEqual(await textsOf(one, [0, 1]))
      }),
      { numRuns: 12 },
    )
  }, 60_000)

  it('does not depend on restarts, nor on who asked before for what', async () => {
    await fc.assert(
      fc.asyncProperty(distinct, async (given) => {
        const file = path.join(mkdtempSync(path.join(tmpdir(), 'courant-')), 'courant.db')
        const first = await openDatabase(file)
        await addHeadlines(first, given)
        const before = await textsOf(first, [0, 1, 2])
        await first.destroy()
        const second = await openDatabase(file)
        await textsOf(second, [2, 0], 'Pacific/Auckland')
        expect(await textsOf(second, [2])).toEqual(new Map([[2, before.get(2)]]))
        expect(await textsOf(second, [1, 0, 2])).toEqual(before)
        await second.destroy()
      }),
      { numRuns: 6 },
    )
  }, 60_000)

  it('lies within the limits of Telegram, whatever the titles', async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('<b>', '</a>', '&amp;', '"', '@name', '/stop', '#tag', 'evil.example', 'Z̵̛'),
      fc.constantFrom('😀'.repeat(200), 'ї'.repeat(400), '&'.repeat(500), 'x.y/'.repeat(90)),
    )
    const hostile = fc
      .tuple(headline, fc.array(piece, { minLength: 1, maxLength: 8 }))
      .map(([each, pieces]) => ({ ...each, words: pieces.join(' ') }))
    await fc.assert(
      fc.asyncProperty(
        fc.array(hostile, { minLength: 20, maxLength: 120 }),
        fc.boolean(),
        async (given, isPaid) => {
          const db = await aDatabase()
          await addHeadlines(db, given)
          const title = given[0]?.words ?? ''
          const words = { summary: title, summary_origin: 'feed' as const, standfirst: title }
          await db
            .updateTable('article')
            .set({ ...words, page_wall: isPaid ? 'paywall' : null })
            .execute()
          // Half of them are known already: of their stories there are updates.
          const pages = [
            ...(await allPages(db, await requestOfNow(db, noon))),
            ...(await allPages(db, await requestOfNow(db, noon, Math.floor(given.length / 2)))),
          ]
          for (const { html } of pages.flat()) {
            // Throws for what Telegram refuses.
            const { text, entities } = parseHtml(html)
            expect(text.trim()).not.toBe('')
            expect(text.length).toBeLessThanOrEqual(messageLimits.units)
            expect(entities.length).toBeLessThanOrEqual(messageLimits.entities)
            expect(Buffer.byteLength(html)).toBeLessThanOrEqual(messageLimits.bytes)
          }
        },
      ),
      { numRuns: 15 },
    )
  }, 60_000)
})
