import { expect, it } from 'vitest'
import { decodeRequest } from '../../src/domain/digest-request.ts'
import { usualPaper } from '../../src/domain/paper.ts'
import { createI18n, translateInto } from '../../src/i18n/i18n.ts'
import { createLog } from '../../src/lib/log.ts'
import { composeEdition, requestOfNow } from '../../src/serving/compose-edition.ts'
import { articlesByIds } from '../../src/store/article-rows.ts'
import { addEdition } from '../../src/store/editions.ts'
import { addFeed } from '../../src/store/feeds.ts'
import { recordPage } from '../../src/store/pages.ts'
import { recordPolls } from '../../src/store/polls.ts'
import type { Database } from '../../src/store/tables.ts'
import { aPage } from '../helpers/articles.ts'
import { aDatabase, addNews, noon } from '../helpers/database.ts'

const t = translateInto(createI18n(), 'en')
const composing = (db: Database) => ({ db, t, log: createLog('silent'), now: noon })
const hours = (count: number) => noon.subtract({ hours: count })

it('pages through all headlines and columns of a long span, each once', async () => {
  const db = await aDatabase()
  const headlines = Array.from({ length: 130 }, (_, i) => ({
    title: `News ${String(i).padStart(3, '0')}`,
    publishedAt: noon.subtract({ minutes: 15 * i }),
  }))
  await addNews(db, [
    ...headlines,
    { title: 'Column of today', kind: 'column', publishedAt: hours(1) },
    { title: 'Column of yesterday', kind: 'column', publishedAt: hours(20) },
  ])
  const pages: string[] = []
  let request = await requestOfNow(db, noon)
  for (;;) {
    const parts = await composeEdition(composing(db), request, 'UTC')
    pages.push(parts.map(({ html }) => html).join('\n'))
    const more = parts.at(-1)?.more
    const next = more ? decodeRequest(more) : null
    if (!next) break
    request = { ...request, page: next.page }
  }
  const titles = pages.flatMap((page) => page.match(/News \d+|Column of \w+/g) ?? [])
  expect(titles.toSorted()).toEqual(
    [...headlines.map(({ title }) => title), 'Column of today', 'Column of yesterday'].toSorted(),
  )
  expect(pages.map((page) => page.match(/Column of \w+/)?.[0])).toEqual([
    'Column of today',
    ...[undefined, undefined, undefined],
  ])
})

it('keeps the order of a source where its items bear one moment, and shows no time they do not have', async () => {
  const db = await aDatabase()
  const titles = ['Bridge opens', 'Ferry sold', 'Whale returns']
  const { feed } = await addFeed(db, { url: 'https://a.example/', title: 'A', kind: 'news' }, noon)
  const articles = titles.map((title, i) => ({
    ...{
      itemId: `${i}`,
      url: `https://a.example/${i}`,
      title,
      author: null,
      kind: 'news' as const,
    },
    ...{ publishedAtMs: noon.epochMilliseconds, precision: 'day' as const, place: null },
    ...{ summary: null, standfirst: null, body: null },
  }))
  await recordPolls(db, [{ feedId: feed.id, articles, health: {} }], noon)
  const [part] = await composeEdition(composing(db), await requestOfNow(db, noon), 'UTC')
  expect(part?.html.match(/Bridge opens|Ferry sold|Whale returns/g)).toEqual(titles)
  expect(part?.html).not.toContain('12:00')
})

const longDay = [
  ['Harbour bridge opens', 'Hundreds walked across the harbour bridge in the rain.'],
  ['Ferry fares fall', 'Ferry fares are to fall by a tenth from Monday.'],
  ['Museum returns bells', 'The museum gives forty villages their bells back.'],
  ['Bakers buy a mill', 'Fourteen bakers paid three million crowns for the mill.'],
  ['Whale leaves bay', 'The whale swam out of the bay at dawn, followed by boats.'],
  ['Storm shuts school', 'A storm took the roof of the school in Thornwick.'],
  ['Tram line extended', 'The tram line will reach the airport by next autumn.'],
  ['Chess club wins cup', 'The chess club beat six larger cities for the cup.'],
]

it('tells a long day in the language of its reader, or not at all', async () => {
  const db = await aDatabase()
  await addNews(
    db,
    Array.from({ length: 48 }, (_, i) => ({
      title: `${longDay[i % 8]?.[0]} ${i}`,
      summary: { text: longDay[i % 8]?.[1] ?? '', origin: 'feed' as const },
      publishedAt: noon.subtract({ minutes: i }),
    })),
  )
  await db.updateTable('article').set({ language: 'en' }).execute()
  const ukrainian = { ...composing(db), t: translateInto(createI18n(), 'uk') }
  const request = await requestOfNow(db, noon)
  const [alone] = await composeEdition(ukrainian, request, 'UTC')
  // All there is.
  expect(alone?.html).toContain('<b>Коротко</b>\n• ')
  const title = 'У Львові відкрили міст'
  await addNews(db, [{ title }], { url: 'https://visnyk.example/rss' })
  await db.updateTable('article').set({ language: 'uk' }).where('title', '=', title).execute()
  const now = await requestOfNow(db, noon)
  const [both] = await composeEdition(ukrainian, now, 'UTC')
  expect(both?.html).toContain(title)
  expect(both?.html).not.toContain('Коротко')
  const [english] = await composeEdition(composing(db), now, 'UTC')
  expect(english?.html).toContain('<b>In short</b>\n• ')
})

it('tells a long day in three sentences at its head, and only there', async () => {
  const db = await aDatabase()
  const headlines = Array.from({ length: 48 }, (_, i) => ({
    title: `${longDay[i % 8]?.[0]} ${i}`,
    summary: { text: longDay[i % 8]?.[1] ?? '', origin: 'feed' as const },
    publishedAt: noon.subtract({ minutes: i }),
  }))
  await addNews(db, headlines)
  const request = { asOf: noon, days: 1, after: null, upTo: 1000, page: 0, rest: 0, day: null }
  const [first] = await composeEdition(composing(db), request, 'UTC')
  const overview = /<b>In short<\/b>\n((?:• .*\n)+)/.exec(first?.html ?? '')?.[1] ?? ''
  const sentences = overview.trim().split('\n')
  expect(sentences).toHaveLength(3)
  // Each says what no headline below says, and no lead.
  for (const sentence of sentences) expect(first?.html.split(sentence.slice(2))).toHaveLength(2)
  const [second] = await composeEdition(composing(db), { ...request, page: 1 }, 'UTC')
  expect(second?.html).not.toContain('In short')
})

it('marks what is known to be behind a paywall, until its page can be read', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'Harbour bridge opens' }])
  await db.updateTable('article').set({ page_wall: 'paywall' }).execute()
  const compose = async () => composeEdition(composing(db), await requestOfNow(db, noon), 'UTC')
  expect((await compose())[0]?.html).toContain('Example News (subscribers only)')
  await recordPage(db, 1, { url: null, page: aPage(), summary: null })
  expect((await compose())[0]?.html).not.toContain('subscribers only')
})

it('keeps the picture of its first story with the first message, where one is wanted', async () => {
  const db = await aDatabase()
  const headlines = Array.from({ length: 60 }, (_, i) => ({
    title: `${'Harbour bridge '.repeat(12)}${i}`,
    publishedAt: noon.subtract({ minutes: i }),
    ...(i === 0 && { summary: { text: 'It opens on Monday.', origin: 'feed' as const } }),
  }))
  await addNews(db, headlines)
  const request = await requestOfNow(db, noon)
  const [plain] = await composeEdition(composing(db), request, 'UTC')
  expect(plain?.linkPreview).toBeNull()
  const parts = await composeEdition(composing(db), request, 'UTC', {
    paper: { ...usualPaper, pictures: 'small' },
  })
  const url = (await articlesByIds(db, [1])).get(1)?.url
  expect(parts.map(({ linkPreview }) => linkPreview)).toEqual(
    parts.map((_, i) => (i === 0 ? { url, size: 'small', above: true } : null)),
  )
  const kept = await addEdition(db, { parts, coversThrough: 1, language: 'en' }, noon)
  const rows = await db.selectFrom('edition_part').select('link_preview').execute()
  expect(rows[0]?.link_preview).toContain('"size":"small"')
  expect(kept).toBe(1)
  const next = await composeEdition(composing(db), { ...request, page: 1 }, 'UTC', {
    paper: { ...usualPaper, pictures: 'small' },
  })
  expect(next.map(({ linkPreview }) => linkPreview)).toEqual(next.map(() => null))
})
