import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeMutedLink, decodeRequest } from '../../src/domain/digest-request.ts'
import { type Paper, type PaperLength, paperKinds, usualPaper } from '../../src/domain/paper.ts'
import { chatItself } from '../../src/domain/subscription.ts'
import { createI18n, translateInto } from '../../src/i18n/i18n.ts'
import { createLog } from '../../src/lib/log.ts'
import { composeEdition, composeMuted, requestOfNow } from '../../src/serving/compose-edition.ts'
import { changePaper } from '../../src/serving/papers.ts'
import { columnistOf } from '../../src/store/columnists.ts'
import type { Database } from '../../src/store/tables.ts'
import { aDatabase, addNews, noon } from '../helpers/database.ts'
import { plan, sendAll, subscribe } from '../helpers/deliveries.ts'
import { addHeadlines, type GivenHeadline } from '../helpers/headlines.ts'

const t = translateInto(createI18n(), 'en')
const composing = (db: Database) => ({
  ...{ db, t, log: createLog('silent'), now: noon, botName: 'courant_bot' },
})

const headline: fc.Arbitrary<GivenHeadline> = fc.record({
  feed: fc.integer({ min: 1, max: 6 }),
  hoursAgo: fc.double({ min: 0, max: 30, noNaN: true }),
  words: fc.constantFrom('Harbour bridge opens', 'Whales return', 'Ferry fares fall', 'Rain'),
  kind: fc.constantFrom('news', 'news', 'news', 'column'),
  story: fc.option(fc.integer({ min: 1, max: 9 }), { freq: 4 }),
})

const feeds = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 3 })
const paper: fc.Arbitrary<Paper> = fc
  .record({
    off: feeds,
    more: feeds,
    less: feeds,
    caps: fc.constantFrom([], [{ section: '', most: 2 }]),
    kinds: fc.constantFrom(...paperKinds),
    words: fc.subarray(['whale', 'fares', 'harbours', 'nothing']),
    stories: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 3 }),
    follows: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 3 }),
    length: fc.constantFrom<PaperLength[]>('headlines', 'short', 'usual', 'long', 1, 3, 10),
  })
  .map(({ off, more, less, caps, kinds, words, stories, follows, length }) => ({
    ...usualPaper,
    ...{ kinds, length, caps, off: { sections: [], feeds: off } },
    ...{ more: { sections: [], feeds: more }, less: { sections: [], feeds: less } },
    mutes: {
      words,
      columnists: [],
      stories: stories.map((story) => ({ story, until: noon.epochMilliseconds + 1 })),
    },
    follows: follows.map((story) => ({ kind: 'story', of: `${story}`, alert: false })),
  }))

async function pagesOf(db: Database, chosen: Paper, after: number | null) {
  const pages = []
  let request: ReturnType<typeof decodeRequest> = await requestOfNow(db, noon, after)
  while (request) {
    const parts = await composeEdition(composing(db), request, 'Europe/Kyiv', { paper: chosen })
    pages.push(parts)
    request = decodeRequest(parts.at(-1)?.more ?? '')
  }
  return pages
}

const inOrder = (ids: readonly number[]) => ids.toSorted((a, b) => a - b)

it('brings all that came but what the paper leaves out, once, and shows what is muted', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(headline, { maxLength: 120 }),
      paper,
      fc.boolean(),
      async (given, chosen, isLate) => {
        const db = await aDatabase()
        await addHeadlines(db, given)
        await db.updateTable('article').set({ language: 'en' }).execute()
        const pages = await pagesOf(db, chosen, isLate ? 2 : null)
        const shown = pages.flat().flatMap(({ articleIds }) => articleIds)
        const articles = await db
          .selectFrom('article')
          .select(['id', 'feed_id', 'kind', 'title', 'story_id'])
          .where('arrival', '>', isLate ? 2 : 0)
          .execute()
        const muted = new Set(chosen.mutes.stories.map(({ story }) => story))
        const said = chosen.mutes.words.map((word) => word.slice(0, -1))
        const isMuted = (article: (typeof articles)[number]) =>
          muted.has(article.story_id ?? 0) ||
          said.some((word) => article.title.toLowerCase().includes(word))
        const wanted = articles.filter(
          ({ feed_id, kind }) =>
            !chosen.off.feeds.includes(feed_id) &&
            (chosen.kinds === 'all' || (kind === 'column') === (chosen.kinds === 'columns')),
        )
        const expected = wanted.filter((article) => !isMuted(article)).map(({ id }) => id)
        expect(inOrder(shown)).toEqual(inOrder(expected))
        const left = wanted.filter(isMuted).map(({ id }) => id)
        const first = pages[0]?.map(({ html }) => html).join('') ?? ''
        if (shown.length === 0 || left.length === 0) {
          expect(first).not.toContain(' muted')
          return
        }
        expect(first).toContain(`<i>${left.length} muted</i>`)
        const link = /start=(muted-[\w-]+)/.exec(first)?.[1] ?? ''
        const request = decodeMutedLink(link)
        if (!request) throw new Error(`no request in ${link}`)
        const parts = await composeMuted(composing(db), request, 'Europe/Kyiv', chosen)
        const showable = parts.flatMap(({ articleIds }) => articleIds)
        if (left.length <= 10) expect(inOrder(showable)).toEqual(inOrder(left))
        for (const id of showable) expect(left).toContain(id)
      },
    ),
    { numRuns: 40 },
  )
}, 60_000)

it('neither floods nor loses when a paper is changed back and forth', async () => {
  const change = fc.oneof(feeds, fc.constant('digest' as const))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(headline, change), { minLength: 5, maxLength: 25 }),
      async (steps) => {
        const db = await aDatabase()
        await subscribe(db, 7)
        let off: readonly number[] = []
        const shown: string[] = []
        const expected: string[] = []
        let fresh: { name: string; feed: number }[] = []
        let now = noon
        for (const [i, [given, step]] of steps.entries()) {
          const name = `n${i}n`
          const url = `https://feed-${given.feed}.example/rss`
          const feed = await addNews(db, [{ title: name, kind: given.kind }], { url, seenAt: now })
          fresh.push({ name, feed })
          if (step === 'digest') {
            const slot = now.epochMilliseconds
            await db.updateTable('subscription').set({ next_slot_at: slot }).execute()
            await plan(db, now)
            const sent = await sendAll(db, now)
            shown.push(...sent.flatMap(({ html }) => html.match(/n\d+n(?=<)/g) ?? []))
            expected.push(...fresh.filter((each) => !off.includes(each.feed)).map((e) => e.name))
            fresh = []
          } else {
            off = step
            const change = (paper: Paper) => ({ ...paper, off: { sections: [], feeds: step } })
            const outcome = await changePaper({ db }, chatItself(7), change)
            if (outcome.kind !== 'changed') off = (await paperOf(db)).off.feeds
          }
          now = now.add({ hours: 2 })
        }
        expect(shown.toSorted()).toEqual(expected.toSorted())
      },
    ),
    { numRuns: 15 },
  )
}, 60_000)

async function paperOf(db: Database): Promise<Paper> {
  const row = await db
    .selectFrom('subscription')
    .leftJoin('paper', 'paper.id', 'subscription.paper_id')
    .select('paper.value')
    .executeTakeFirst()
  return row?.value ? JSON.parse(row.value) : usualPaper
}

it('heads the digest with what is followed, a columnist by any spelling', async () => {
  const db = await aDatabase()
  const titles = Array.from({ length: 30 }, (_, i) => ({ title: `News ${i}` }))
  await addNews(db, [
    ...titles,
    { title: 'On harbours', kind: 'column', author: 'Ada Marsh' },
    { title: 'On whales', kind: 'column', author: 'Ben Hill' },
  ])
  const ada = await columnistOf(db, 'Ada Marsh')
  const spelt = await columnistOf(db, 'A. Marsh')
  await db
    .updateTable('article')
    .set({ columnist_id: spelt })
    .where('title', '=', 'On harbours')
    .execute()
  await db.updateTable('columnist').set({ merged_into: ada }).where('id', '=', spelt).execute()
  const follows = [{ kind: 'columnist' as const, of: `${ada}`, alert: false }]
  const request = await requestOfNow(db, noon)
  const [part] = await composeEdition(composing(db), request, 'UTC', {
    paper: { ...usualPaper, follows },
  })
  expect(part?.html).toMatch(/^<b>You follow<\/b>\n\n(?:<b>.*<\/b>\n)*.*On harbours/s)
  expect(part?.html.match(/On harbours/g)).toHaveLength(1)
})

it.each([
  ['headlines', 30, 0],
  ['short', 8, 3],
  ['usual', 25, 5],
  ['long', 40, 8],
] as const)('is as long as wished: %s', async (length, stories, leads) => {
  const db = await aDatabase()
  const summary = { text: 'It opens on Monday in the rain.', origin: 'feed' as const }
  await addNews(
    db,
    Array.from({ length: 60 }, (_, i) => ({ title: `News number${i} of the day`, summary })),
  )
  const parts = await composeEdition(composing(db), await requestOfNow(db, noon), 'UTC', {
    paper: { ...usualPaper, length },
  })
  const html = parts.map((part) => part.html).join('\n')
  expect(html.match(/News number/g)).toHaveLength(stories)
  expect(html.match(/It opens on Monday in the rain/g) ?? []).toHaveLength(leads)
})

it('is read in the minutes that were asked for', async () => {
  const db = await aDatabase()
  const text = `${'The council of the harbour said so on Monday. '.repeat(12)}`
  await addNews(
    db,
    Array.from({ length: 80 }, (_, i) => ({
      ...{ title: `Council of harbour number${i} votes on its new bridge and ferry`, kind: 'news' },
      summary: { text, origin: 'feed' as const },
    })),
  )
  for (const minutes of [1, 2, 3, 5]) {
    const [part] = await composeEdition(composing(db), await requestOfNow(db, noon), 'UTC', {
      paper: { ...usualPaper, length: minutes },
    })
    const told = Number(/ (\d+) min\n/.exec(part?.html ?? '')?.[1])
    expect(told).toBeLessThanOrEqual(minutes)
    expect(told).toBeGreaterThanOrEqual(minutes - 1)
  }
})
