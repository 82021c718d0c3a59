import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { SearchRequest } from '../../../src/domain/search.ts'
import { listFeeds, setFeedRemoved } from '../../../src/store/feeds.ts'
import { recordPage, waitingPages } from '../../../src/store/pages.ts'
import { indexNewArticles } from '../../../src/store/search.ts'
import { findArticles } from '../../../src/store/sqlite/search.ts'
import { prepareIndex } from '../../../src/store/sqlite/search-schema.ts'
import type { Database } from '../../../src/store/tables.ts'
import { printQuestion } from '../../../src/text/question/print.ts'
import { aPage } from '../../helpers/articles.ts'
import { aDatabase, addNews, noon } from '../../helpers/database.ts'
import { idsOf, requestFor, titlesFound } from '../../helpers/search.ts'

it('finds words and their beginnings in title, summary, text and author, newest first', async () => {
  const db = await aDatabase()
  await addNews(db, [
    { title: 'Harbour bridge opens', publishedAt: noon.subtract({ hours: 2 }) },
    { title: 'A quiet day', body: 'Gulls over the harbour.', publishedAt: noon },
    { title: 'On bridges', author: 'Ada Marsh' },
    { title: 'Порт відкрито', summary: { text: 'Гавань працює.', origin: 'feed' } },
  ])
  expect(await titlesFound(db, 'harb')).toEqual(['A quiet day', 'Harbour bridge opens'])
  expect(await titlesFound(db, 'harbour bridge')).toEqual(['Harbour bridge opens'])
  expect(await titlesFound(db, 'marsh')).toEqual(['On bridges'])
  expect(await titlesFound(db, 'гаван')).toEqual(['Порт відкрито'])
})

it('finds the text of a page once it is read', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'Council meets' }])
  expect(await titlesFound(db, 'lighthouse')).toEqual([])
  const [waiting] = await waitingPages(db, noon.subtract({ hours: 1 }), noon, 10)
  const page = aPage({ text: 'The lighthouse is to be painted.' })
  await recordPage(db, waiting?.id ?? 0, { url: null, page, summary: null })
  expect(await titlesFound(db, 'lighthouse')).toEqual(['Council meets'])
  expect(await titlesFound(db, 'council')).toEqual(['Council meets'])
})

it('finds nothing of a removed feed, and all of it again once it is back', async () => {
  const db = await aDatabase()
  const id = await addNews(db, [{ title: 'Harbour' }])
  await setFeedRemoved(db, id, noon)
  expect(await titlesFound(db, 'harbour')).toEqual([])
  expect(await listFeeds(db)).toEqual([])
  await setFeedRemoved(db, id, null)
  expect(await titlesFound(db, 'harbour')).toEqual(['Harbour'])
})

it('takes whatever a reader types as words', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'Harbour' }])
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 100 }), async (words) => {
      expect(await titlesFound(db, words)).toBeInstanceOf(Array)
    }),
  )
  expect(await titlesFound(db, '"harbour" AND (NEAR*')).toEqual([])
  expect(await titlesFound(db, ' -- ')).toEqual([])
})

it('takes a single letter for a word of its own', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'Plan B' }, { title: 'Plan of a bridge' }])
  expect(await titlesFound(db, 'plan b')).toEqual(['Plan B'])
  expect(await titlesFound(db, 'plan br')).toEqual(['Plan of a bridge'])
})

it('pages through a thousand, those that came last, and counts the rest about', async () => {
  const db = await aDatabase()
  const many = Array.from({ length: 1100 }, (_, i) => ({
    title: `Harbour ${i}`,
    publishedAt: noon.subtract({ minutes: i }),
  }))
  await addNews(db, many.toReversed())
  const found = await titlesFound(db, 'harbour')
  expect(found).toHaveLength(1000)
  expect(found[0]).toBe('Harbour 0')
  const { total, isAbout } = await look(db, 'harbour')
  expect(isAbout).toBe(true)
  expect(total).toBeGreaterThan(1050)
  expect(total).toBeLessThan(1150)
})

it('counts about as many when a feed is added whose articles are of any age', async () => {
  const db = await aDatabase()
  const all = Array.from({ length: 4000 }, (_, i) => ({
    title: i % 2 === 0 ? `Harbour ${i}` : `Market ${i}`,
    publishedAt: noon.subtract({ minutes: i }),
  }))
  await addNews(db, all)
  const ends = [
    { title: 'Harbour now', publishedAt: noon.add({ minutes: 1 }) },
    { title: 'Harbour of old', publishedAt: noon.subtract({ minutes: 4001 }) },
  ]
  await addNews(db, ends, { url: 'https://new.example/rss' })
  for (const [typed, count] of [
    ['harbour', 2002],
    ['harbour OR market', 4002],
  ] as const) {
    const { total } = await look(db, typed)
    expect(Math.abs(total - count), typed).toBeLessThan(count / 10)
  }
})

it('finds what stands behind very many articles of a removed feed', async () => {
  const db = await aDatabase()
  const many = (title: string, from: number, length: number) =>
    Array.from({ length }, (_, i) => ({
      title: `${title} ${i}`,
      publishedAt: noon.subtract({ minutes: from + i }),
    }))
  await addNews(db, many('Harbour', 5000, 30))
  const removed = await addNews(db, many('Harbour', 0, 5000), { url: 'https://old.example/rss' })
  await setFeedRemoved(db, removed, noon)
  expect(await look(db, 'harbour')).toMatchObject({ total: 30, isAbout: false, isPartial: false })
})

it('ranks the same articles by relevance on every page', async () => {
  const db = await aDatabase()
  const words = ['harbour', 'harvest', 'harness', 'harpoon', 'harmony']
  await addNews(
    db,
    Array.from({ length: 1500 }, (_, i) => ({
      title: `${words[i % 5]} ${i}`,
      body: `${words[i % 3]} `.repeat(i % 7),
      publishedAt: noon.subtract({ minutes: i }),
    })),
  )
  const order = 'relevance'
  const whole = await titlesFound(db, 'har*', { order, limit: 100 })
  const pages: string[] = []
  for (let offset = 0; offset < 100; offset += 10) {
    pages.push(...(await titlesFound(db, 'har*', { order, limit: 10, offset })))
  }
  expect(pages).toEqual(whole)
})

async function look(db: Database, typed: string, given: Partial<SearchRequest> = {}) {
  const found = await findArticles(db, requestFor(typed, given))
  if (found.kind !== 'found') throw new Error('nothing was found')
  return found
}

async function nothing(db: Database, typed: string) {
  const found = await findArticles(db, requestFor(typed))
  if (found.kind !== 'nothing') throw new Error('something was found')
  return { ...found, meant: found.meant.map((each) => printQuestion(each)) }
}

it('pages through news that is scattered over years, and through all of one day, newest first', async () => {
  const db = await aDatabase()
  const scattered = Array.from({ length: 80 }, (_, i) =>
    noon.subtract({ hours: 24 * (i * i + 20) }),
  )
  const oneDay = Array.from({ length: 1100 }, (_, i) =>
    noon.subtract({ hours: 24 * 1500, seconds: i }),
  )
  const many = [...scattered, ...oneDay].toSorted(Temporal.Instant.compare)
  await addNews(
    db,
    many.map((publishedAt, i) => ({ title: `Harbour ${i}`, publishedAt })),
  )
  const titles = many.map((_, i) => `Harbour ${i}`).toReversed()
  for (const offset of [0, 5, 30, 70, 300, 980]) {
    const page = await titlesFound(db, 'harbour', { offset, limit: 10 })
    expect(page).toEqual(titles.slice(offset, offset + 10))
  }
})

it('finds by every operator, in English and in Ukrainian', async () => {
  const db = await aDatabase()
  const id = await addNews(
    db,
    [
      { title: 'Harbour opens', author: 'Ada Marsh', body: 'It is the one that we have.' },
      { title: 'Harbour and bridge', kind: 'column', author: 'Віталій Портников', body: 'Gulls.' },
      { title: 'Old harbours', body: 'The new bridge.', publishedAt: noon.subtract({ hours: 48 }) },
    ],
    { url: 'https://www.theguardian.example/rss' },
  )
  await addNews(db, [{ title: 'Гавань відкрито', author: 'Ада Марш' }], {
    url: 'https://pravda.example/rss',
  })
  await db.updateTable('feed').set({ tags: '["Sport", "cup"]' }).where('id', '=', id).execute()
  for (const [typed, titles] of [
    ['harbour', ['Harbour and bridge', 'Harbour opens', 'Old harbours']],
    ['harbour -bridge', ['Harbour opens']],
    ['harbour -"new bridge"', ['Harbour and bridge', 'Harbour opens']],
    ['gulls OR opens', ['Harbour and bridge', 'Harbour opens']],
    ['bridge gulls OR opens', ['Harbour and bridge']],
    ['harb* brid*', ['Harbour and bridge', 'Old harbours']],
    ['by:marsh', ['Гавань відкрито', 'Harbour opens']],
    ['by:"Ada Marsh" lang:en', ['Harbour opens']],
    ['by:portnikov', ['Harbour and bridge']],
    ['від:портнікова', ['Harbour and bridge']],
    ['from:guardian after:2024-06-13', ['Harbour and bridge', 'Harbour opens']],
    ['-from:guardian', ['Гавань відкрито']],
    ['in:sport kind:news', ['Harbour opens', 'Old harbours']],
    ['вид:колонка', ['Harbour and bridge']],
    ['мова:uk', ['Гавань відкрито']],
    ['before:2024-06-13', ['Old harbours']],
    ['on:12 June', ['Old harbours']],
    ['harbour до:2024-06-14', ['Old harbours']],
    ['after:2025', []],
    ['from:nowhere', []],
    ['kind:column -harbour', []],
  ] as const) {
    expect([typed, await titlesFound(db, typed)]).toEqual([typed, titles])
  }
})

it('finds quoted words as they stand, whatever their accents and capitals', async () => {
  const db = await aDatabase()
  await addNews(db, [
    { title: 'Harbour bridges', body: 'The CAFÉ opens.' },
    { title: 'Harbours', body: 'A bridge. Of cafés.' },
    { title: 'Міст у Камʼянці', body: 'Нові мости.' },
  ])
  expect(await titlesFound(db, '"harbour bridges"')).toEqual(['Harbour bridges'])
  expect(await titlesFound(db, '"harbours"')).toEqual(['Harbours'])
  expect(await titlesFound(db, '"cafe"')).toEqual(['Harbour bridges'])
  expect(await titlesFound(db, '"the cafe opens"')).toEqual(['Harbour bridges'])
  expect(await titlesFound(db, '"bridge of"')).toEqual(['Harbours'])
  expect(await titlesFound(db, '"у кам\'янці')).toEqual(['Міст у Камʼянці'])
  expect(await titlesFound(db, '"міст нові"')).toEqual([])
  expect(await look(db, '"harbour"')).toMatchObject({ total: 1, isAbout: false })
})

it('finds letters written in several ways, and within runs without spaces', async () => {
  const db = await aDatabase()
  const titles = [
    'У Камʼянці відкрили міст',
    'Самолёт сел в Орле',
    'Ґанок і ганок',
    'Łódź und Größe, Ærø',
    'ＦＵＬＬ width and soft\u00adhyphen',
    '新大桥今天早晨正式通车',
    '今日は成語しりとりをした',
    'เปิดสะพานใหม่วันนี้',
    'L’homme de l’année',
    'Χάρτης του λιμανιού',
  ]
  await addNews(
    db,
    titles.map((title) => ({ title })),
  )
  for (const [asked, at] of [
    ["кам'янці", 0],
    ['камянці', 0],
    ['самолет', 1],
    ['САМОЛЁТ', 1],
    ['ганок', 2],
    ['lodz', 3],
    ['grosse', 3],
    ['aero', 3],
    ['full ｗｉｄｔｈ', 4],
    ['softhyphen', 4],
    ['通车', 5],
    ['桥', 5],
    ['"大桥今天"', 5],
    ['しりとり', 6],
    ['สะพาน', 7],
    ["l'annee", 8],
    ['χαρτης', 9],
  ] as const) {
    expect([asked, await titlesFound(db, asked)]).toEqual([asked, [titles[at]]])
  }
  expect(await titlesFound(db, '车通')).toEqual([])
})

it('finds names across alphabets and spellings, and no other words that sound so', async () => {
  const db = await aDatabase()
  await addNews(db, [
    { title: 'Talks', body: 'President Zelenskyy met Donald Trump in Kyiv; the port is a pole.' },
    { title: 'Розмова', body: 'Президент Зеленський прийняв Трампа. У Києві порт, а там поле.' },
    { title: 'Gespräch', body: 'Selenskyj traf Biden.' },
    { title: 'Інше', body: 'Байден зателефонував Зеленському.' },
  ])
  const found = async (asked: string) => (await titlesFound(db, asked)).toSorted()
  expect(await found('Zelensky')).toEqual(['Gespräch', 'Talks', 'Інше', 'Розмова'])
  expect(await found('зеленського')).toEqual(['Gespräch', 'Talks', 'Інше', 'Розмова'])
  expect(await found('trump')).toEqual(['Talks', 'Розмова'])
  expect(await found('байдена')).toEqual(['Gespräch', 'Інше'])
  expect(await found('Київ')).toEqual(['Talks', 'Розмова'])
  expect(await found('pole')).toEqual(['Talks'])
  expect(await found('port')).toEqual(['Talks'])
})

it('puts titles before leads before texts by relevance, and the newest first otherwise', async () => {
  const db = await lighthouses()
  const byTime = ['In the text', 'In the lead', 'An old lighthouse, 灯台 1851.']
  const byWeight = byTime.toReversed()
  expect(await titlesFound(db, 'lighthouse')).toEqual(byTime)
  for (const typed of [
    'lighthouse',
    '"old lighthouse"',
    'light* old',
    'lighthouse OR lantern',
    'lighthouse kind:news -gannets',
    'old-lighthouse lang:en',
    'lighthouse 2024',
  ]) {
    expect(await titlesFound(db, typed, { order: 'relevance' }), typed).toEqual(byWeight)
  }
  expect(await titlesFound(db, 'kind:news', { order: 'relevance' })).toEqual(byTime)
})

it('does without the commonest words by relevance where there are very many articles', async () => {
  const db = await lighthouses()
  await sql`update article_search_state set indexed = 3000000`.execute(db)
  await sql`update article_search_stem set small = 2000000 where stem = 'gull'`.execute(db)
  const byWeight = ['An old lighthouse, 灯台 1851.', 'In the lead', 'In the text']
  for (const typed of [
    'lighthouse gulls quay',
    'light* OR gull*',
    'lig*',
    'li*',
    '185*',
    '灯*',
    '灯',
  ]) {
    expect(await titlesFound(db, typed, { order: 'relevance' }), typed).toEqual(byWeight)
  }
})

/** The word stands in the text of the newest article, in the lead of the next and in the title of the oldest. */
async function lighthouses(): Promise<Database> {
  const db = await aDatabase()
  const filling = 'Gulls fly over the quay of 2024 and the market is open. '.repeat(5)
  const hour = (hours: number) => noon.subtract({ hours })
  const lead = 'An old lighthouse, 灯台 1851.'
  await addNews(db, [
    { title: 'In the text', body: `${filling} ${lead}`, publishedAt: hour(0) },
    { title: 'In the lead', standfirst: lead, body: filling, publishedAt: hour(1) },
    { title: lead, body: filling, publishedAt: hour(2) },
  ])
  return db
}

it('has one entry for a story, and pages that go on from one another', async () => {
  const db = await aDatabase()
  await addNews(
    db,
    Array.from({ length: 30 }, (_, i) => ({
      title: `Harbour ${i}`,
      publishedAt: noon.subtract({ minutes: i }),
    })),
  )
  await db.insertInto('story').values({ id: 1, lead_id: 1 }).execute()
  await db.updateTable('article').set({ story_id: 1 }).where('id', '<=', 20).execute()
  const first = await look(db, 'harbour', { limit: 5 })
  expect(idsOf(first)).toEqual([1, 21, 22, 23, 24])
  expect(first).toMatchObject({ total: 30, isAbout: false, hasMore: true })
  const last = await look(db, 'harbour', { limit: 5, offset: 10 })
  expect(idsOf(last)).toEqual([30])
  expect(last.hasMore).toBe(false)
})

it('shows where the words stand', async () => {
  const db = await aDatabase()
  await addNews(db, [
    {
      title: 'Council meets',
      body: `${'Nothing of note here. '.repeat(40)}Two harbours were closed. The bridge is open. ${'And so on. '.repeat(40)}`,
    },
    { title: '桥', body: '新大桥今天早晨正式通车。' },
  ])
  const bolds = async (typed: string) => {
    const { hits } = await look(db, typed)
    const { text, marks } = hits[0]?.excerpt ?? { text: '', marks: [] }
    return { text, words: marks.map(([start, end]) => text.slice(start, end)) }
  }
  const { text, words } = await bolds('harbour bridges')
  expect(words).toEqual(['harbours', 'bridge'])
  expect(text).toMatch(/^… Two harbours were closed\. The bridge is open\./)
  expect(text.length).toBeLessThan(230)
  expect((await bolds('clos*')).words).toEqual(['closed'])
  expect((await bolds('通车')).words).toEqual(['通车'])
  const { hits } = await look(db, 'council')
  expect(hits[0]?.excerpt).toBeNull()
})

it('shows a quotation where it stands as it is, and nothing where only the title has it', async () => {
  const db = await aDatabase()
  await addNews(db, [
    { title: 'Pier closes', body: 'The bridge is old. A new pier opens. The new bridge opens.' },
    { title: 'The old bridge', body: 'A bridge. An old one.' },
  ])
  const marked = async (typed: string) =>
    (await look(db, typed)).hits.map(({ excerpt }) =>
      excerpt?.marks.map(([start, end]) => excerpt.text.slice(start, end)),
    )
  expect(await marked('"new bridge"')).toEqual([['new bridge']])
  expect(await marked('"new bridge" opens')).toEqual([['opens', 'new bridge', 'opens']])
  expect(await marked('"old bridge"')).toEqual([undefined])
})

it('finds by a beginning the word itself, short or a name, in any form', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'The EU and Europe' }, { title: 'Європа', body: 'У Києві тепло.' }])
  expect(await titlesFound(db, 'eu*')).toEqual(['The EU and Europe'])
  expect(await titlesFound(db, 'EU* and')).toEqual(['The EU and Europe'])
  expect(await titlesFound(db, 'Київ* тепло')).toEqual(['Європа'])
})

it('looks for beginnings where nothing holds the words as they are', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'Harbour bridge' }, { title: 'Carnival' }, { title: 'A car' }])
  expect(await look(db, 'harb')).toMatchObject({ total: 1, isWidened: true })
  expect(await look(db, 'car')).toMatchObject({ total: 1, isWidened: false })
  expect(await titlesFound(db, 'car*')).toEqual(['A car', 'Carnival'])
})

it('says what may be meant, and what may be left out', async () => {
  const db = await aDatabase()
  await addNews(db, [
    { title: 'Harbour bridge opens', author: 'Ada Marsh', publishedAt: noon },
    { title: 'Президент Зеленський', body: 'Відповів Зеленський.' },
  ])
  expect(await nothing(db, 'harbuor')).toMatchObject({ meant: ['Harbour'], spare: [] })
  expect(await nothing(db, 'bridge habrour')).toMatchObject({ meant: ['bridge Harbour'] })
  expect(await nothing(db, 'зеленсткий')).toMatchObject({ meant: ['Зеленський'] })
  expect(await nothing(db, 'by:mrash')).toMatchObject({ meant: ['by:Marsh'] })
  expect(await nothing(db, 'by:"Ada Mrash"')).toMatchObject({ meant: ['by:"Ada Marsh"'] })
  expect(await nothing(db, '"harbuor bridge"')).toMatchObject({ meant: ['"Harbour bridge"'] })
  expect(await nothing(db, 'harbuor brigde')).toMatchObject({ meant: ['Harbour bridge'] })
  expect(await nothing(db, 'harbour zebra')).toMatchObject({ meant: [], spare: [1] })
  // What is left without all that is nowhere.
  expect(await nothing(db, 'harbour zebra quagga')).toMatchObject({ meant: ['harbour'], spare: [] })
  // In another form it would be found, but it is a quotation.
  expect(await nothing(db, 'zebra "harbour bridging"')).toMatchObject({ meant: [], spare: [] })
  expect(await nothing(db, 'harbour on:2020-01-01')).toMatchObject({ spare: ['days'] })
  expect(await nothing(db, 'harbour from:nowhere')).toMatchObject({
    spare: [1],
    unknown: ['nowhere'],
  })
})

it('takes no word that the archive holds for a slip', async () => {
  const db = await aDatabase()
  await addNews(db, [
    { title: 'Night ferry' },
    { title: 'Nights of song' },
    { title: 'A light snow' },
  ])
  expect(await nothing(db, 'night -ferry -song')).toMatchObject({ meant: [] })
  expect(await nothing(db, 'lihgt -ferry')).toMatchObject({ meant: ['light -ferry'] })
})

it('answers with what it has found when its time is up, and says so', async () => {
  const db = await aDatabase()
  const years = Array.from({ length: 20 }, (_, i) => noon.subtract({ hours: i * 24 * 200 }))
  await addNews(
    db,
    years.map((publishedAt, i) => ({ title: `Harbour ${i}`, publishedAt })),
  )
  const whole = await look(db, 'harbour')
  expect(whole).toMatchObject({ total: 20, isPartial: false })
  const late = await findArticles(db, requestFor('harbour'), { limitMs: 0 })
  expect(late).toMatchObject({ isPartial: true })
})

it('keeps the newest first however many bear one moment, or come late', async () => {
  const db = await aDatabase()
  const same = Array.from({ length: 300 }, (_, i) => ({ title: `Harbour ${i}` }))
  await addNews(db, same)
  await addNews(db, [
    { title: 'Later harbour', publishedAt: noon.add({ minutes: 1 }) },
    { title: 'Earlier harbour', publishedAt: noon.subtract({ hours: 24 * 400 }) },
    { title: 'Before all harbours', publishedAt: Temporal.Instant.from('1914-06-28T00:00:00Z') },
  ])
  const found = await titlesFound(db, 'harbour')
  expect(found).toHaveLength(303)
  expect(new Set(found).size).toBe(303)
  expect(found[0]).toBe('Later harbour')
  expect(found.slice(-2)).toEqual(['Earlier harbour', 'Before all harbours'])
})

it('looks at the days that are asked for, however far ahead a clock was', async () => {
  const db = await aDatabase()
  const years = [1999, 2024, 2041]
  await addNews(
    db,
    years.map((year) => ({
      title: `Harbour ${year}`,
      publishedAt: Temporal.Instant.from(`${year}-03-04T05:06:07Z`),
    })),
  )
  for (const year of years) expect(await titlesFound(db, `on:${year}`)).toEqual([`Harbour ${year}`])
  expect(await titlesFound(db, 'harbour after:2000 before:2041')).toEqual(['Harbour 2024'])
})

it('indexes what an earlier version had, a few at a time, and says that it is not done', async () => {
  const db = await aDatabase()
  const many = Array.from({ length: 1500 }, (_, i) => ({ title: `Harbour ${i}` }))
  await addNews(db, many, { isIndexed: false })
  await db
    .withTables<{ article_search_state: { version: number } }>()
    .updateTable('article_search_state')
    .set({ version: 0 })
    .execute()
  await prepareIndex(db)
  expect(await nothing(db, 'harbour')).toMatchObject({ isPartial: true })
  await indexNewArticles(db)
  expect(await look(db, 'harbour')).toMatchObject({ isPartial: false })
})
