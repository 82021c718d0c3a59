import { expect, it } from 'vitest'
import { addFeeds, listFeeds, saveFeedHealth } from '../../src/store/feeds.ts'
import { adminCommands } from '../../src/telegram/admins/commands.ts'
import { admin, aRunningApp, reader } from '../helpers/app.ts'
import { rss } from '../helpers/feeds.ts'
import { listing, sampleDays } from '../helpers/listing.ts'
import { botSays, sayAs } from '../helpers/telegram.ts'

it('refuses readers what only admins may, also by forged buttons', async () => {
  const { app, world, feed } = await aRunningApp()
  for (const command of [
    `/addfeed ${feed}`,
    '/feeds',
    '/removefeed 1',
    '/refresh',
    '/columnists',
    '/mergecolumnists 1 2',
    '/exportfeeds',
  ]) {
    const refusal = botSays(world, reader, 'for the admins')
    world.sendText(reader, command)
    await refusal
  }
  const digest = botSays(world, reader, 'Harbour headline')
  world.sendText(reader, '/latest')
  const { message_id } = await digest
  const forged = [
    'addfeed:1:news',
    'addfeed:1:columns',
    'first-feeds',
    'feeds:all:20',
    'undo-removefeed:1',
    'undo-mergecolumnists:1',
    'undo-mergestories:1:2',
    'undo-splitstory:1:2',
    'suggestion:add',
    'suggestion:ignore',
    'show:columnists',
    'show:why:1',
  ]
  for (const data of forged) {
    const refusal = { text: 'This command is for the admins of this bot.', showAlert: true }
    expect(await world.press(reader, message_id, data)).toEqual(refusal)
  }
  const patterns = adminCommands.flatMap(({ buttons = [] }) => buttons.map((each) => each.pattern))
  expect(patterns.filter((pattern) => !forged.some((data) => pattern.test(data)))).toEqual([])
  const passedOver = botSays(world, reader, 'Thank you for the file')
  world.sendFile(reader, { name: 'feeds.opml', bytes: Buffer.from('https://news.example/rss') })
  await passedOver
  expect(await listFeeds(app.db)).toHaveLength(1)
})

it('adds, lists, removes and brings back feeds', async () => {
  const { app, world, web } = await aRunningApp({ feeds: false })
  const say = sayAs(world, admin)
  await say('/feeds', 'There are no feeds yet')
  web.answer(
    '/opinion',
    rss('Views & Voices', [{ title: 'On bridges', link: `${web.origin}/1`, creator: 'Ada Marsh' }]),
  )
  web.answer('/empty', rss('Empty', []))
  web.answer('/text', 'Hello', 'text/plain')
  await say('/addfeed', 'Which feed?')
  await say(`/addfeed ${web.origin}/opinion colums`, '“colums” is not a kind of feed')
  await say(
    `/addfeed ${web.origin}/opinion columns`,
    'Added Views & Voices as columns, number 1: 1 item.',
  )
  await say(`/addfeed ${web.origin}/opinion`, 'is here already, as number 1')
  await say(`/addfeed ${web.origin}/empty`, 'it has no items yet')
  await say(`/addfeed ${web.origin}/text`, 'was not added: it is no RSS, Atom or JSON Feed')
  await say(`/addfeed ${web.origin}/missing`, 'there is nothing at this address (404)')
  await say('/addfeed http://10.0.0.1/rss', 'private or reserved address')
  await say('/addfeed http://', 'is not an address')
  await say('/addfeed foo', '“foo” is not an address')
  const list = await say('/feeds', '2 feeds')
  expect(list.text).toMatch(/1\. Views & Voices · columns[\s\S]*2\. Empty · news/)
  await say('/removefeed', 'Which feed?')
  await say('/removefeed 77', 'There is no feed number 77')
  const removed = await say('/removefeed 1', 'Views & Voices is removed')
  expect(await listFeeds(app.db)).toHaveLength(1)
  const back = botSays(world, admin, 'Views & Voices is back')
  await world.press(admin, removed.message_id, 'undo-removefeed:1')
  expect((await back).message_id).toBe(removed.message_id)
  expect(await listFeeds(app.db)).toHaveLength(2)
  await say('/removefeed 1', 'Views & Voices is removed')
  await say(`/addfeed ${web.origin}/opinion`, 'is back, with its earlier articles, as columns')
  await say('/weighfeed 1 3', 'count 3 times as much as those of other feeds now')
  await say('/feeds', 'Views & Voices · columns · counts 3 times')
  await say('/weighfeed 1 1', 'count as usual now')
  await say('/tagfeed', 'in which sections shall it be?')
  await say('/tagfeed 77 Sport', 'There is no feed number 77')
  await say(
    '/tagfeed 1 Опінії & Views,  the  Coast ,',
    'in these sections now: Опінії & Views, the Coast.',
  )
  await say('/tagfeed 2 The coast, News', 'in these sections now: the Coast, News.')
  const sections = async () => (await listFeeds(app.db)).map(({ tags }) => tags)
  // By title: Empty, Views & Voices.
  expect(await sections()).toEqual([
    ['the Coast', 'News'],
    ['Опінії & Views', 'the Coast'],
  ])
  await say('/feeds', 'Views & Voices · Опінії & Views · the Coast · columns')
  await say('/tagfeed 1 1,2,3,4,5,6,7,8,9,10,11', 'in 10 sections at the most')
  await say('/tagfeed 1 -', 'in no section now')
  expect((await sections())[1]).toEqual([])
})

it('changes what a known feed carries where another kind is named, and says so', async () => {
  const { app, world, web } = await aRunningApp({ feeds: false })
  const say = sayAs(world, admin)
  web.answer(
    '/views',
    rss('Views', [{ title: 'One', link: `${web.origin}/1`, creator: 'Ada Marsh' }]),
  )
  web.answer('/all', listing(sampleDays), 'text/html')
  await say(`/addfeed ${web.origin}/views`, 'Added Views as news')
  await say(`/addfeed ${web.origin}/views columns`, 'as number 1: it carries columns now')
  await say(`/addfeed ${web.origin}/views columns`, 'is here already, as number 1.')
  await say(`/addfeed ${web.origin}/views`, 'is here already, as number 1.')
  await say(`/addfeed ${web.origin}/all`, 'Added All news as news')
  await say(`/addfeed ${web.origin}/all news main ul a`, 'its headlines are found by main ul a')
  expect(await listFeeds(app.db)).toMatchObject([{ selector: 'main ul a' }, { kind: 'columns' }])
  await say('/removefeed 1', 'Views is removed')
  await say(`/addfeed ${web.origin}/views mixed`, 'is back, with its earlier articles, as mixed')
})

it('lists feeds by pages, those in trouble first, and those alone if asked', async () => {
  const { app, world } = await aRunningApp({ feeds: false })
  const say = sayAs(world, admin)
  const now = Temporal.Now.instant()
  const feeds = Array.from({ length: 45 }, (_, i) => ({
    url: `https://feeds.example/${i + 1}`,
    title: `Paper ${i + 1}`,
  }))
  await addFeeds(app.db, feeds, now)
  for (const id of [7, 33]) {
    await saveFeedHealth(app.db, id, { failures: 3, lastError: { code: 'http-not-found' } })
  }
  await saveFeedHealth(app.db, 40, { lastError: { code: 'http-gone' }, stoppedAt: now })
  const list = await say('/feeds', '45 feeds, 1–20')
  const numbers = (text = '') => [...text.matchAll(/^(\d+)\. /gm)].map(([, id]) => Number(id))
  expect(numbers(list.text).slice(0, 5)).toEqual([40, 7, 33, 1, 2])
  const turn = async (data: string, heading: string) => {
    const turned = botSays(world, admin, heading)
    await world.press(admin, list.message_id, data)
    const page = await turned
    expect(page.message_id).toBe(list.message_id)
    return page
  }
  const second = await turn('feeds:all:20', '45 feeds, 21–40')
  const last = await turn('feeds:all:40', '45 feeds, 41–45')
  const all = [list, second, last].flatMap(({ text }) => numbers(text))
  expect(all.toSorted((a, b) => a - b)).toEqual(feeds.map((_, i) => i + 1))
  expect(last.reply_markup?.inline_keyboard.flat().map(({ text }) => text)).toEqual([
    '‹ Back',
    'Only those in trouble (3)',
  ])
  const troubled = await turn('feeds:fail:0', '3 feeds in trouble')
  expect(numbers(troubled.text)).toEqual([40, 7, 33])
  await turn('feeds:all:999999', '45 feeds, 1–20')
  await say('/feeds fail', '3 feeds in trouble')
  await say('/feeds sport', 'what “sport” means here')
  await app.db.updateTable('feed').set({ last_error: null, stopped_at: null }).execute()
  await say('/feeds fail', 'All feeds are read without trouble')
})

it('shows as many feeds as fit a message, whatever they are called', async () => {
  const { app, world } = await aRunningApp({ feeds: false })
  const feeds = Array.from({ length: 30 }, (_, i) => ({
    url: `https://feeds.example/${i + 1}?${'&'.repeat(900)}`,
    title: `Paper ${i + 1} ${'<'.repeat(150)}`,
  }))
  await addFeeds(app.db, feeds, Temporal.Now.instant())
  let page = await sayAs(world, admin)('/feeds', '30 feeds, 1–')
  const seen: number[] = []
  for (;;) {
    seen.push(...[...(page.text ?? '').matchAll(/^(\d+)\. /gm)].map(([, id]) => Number(id)))
    const on = page.reply_markup?.inline_keyboard.flat().find(({ text }) => text === 'On ›')
    if (!on || !('callback_data' in on)) break
    const next = botSays(world, admin, '30 feeds, ')
    await world.press(admin, page.message_id, on.callback_data)
    page = await next
  }
  expect(seen).toEqual(feeds.map((_, i) => i + 1))
})

it('fetches all feeds at once on /refresh and says what came', async () => {
  const { world, web } = await aRunningApp({ headlines: 1 })
  web.answer('/rss', rss('Harbour Post', [{ title: 'Brand new', link: `${web.origin}/new` }]))
  const done = botSays(world, admin, 'Fetched 1 feed: 1 new article.')
  world.sendText(admin, '/refresh')
  expect((await done).edit_date).toBeDefined()
})

it('gives admins the whole menu and the whole help', async () => {
  const { world } = await aRunningApp()
  const help = botSays(world, admin, 'For admins')
  world.sendText(admin, '/help')
  expect((await help).text).toContain('/addfeed')
})

it('offers the feeds that a page names, and adds the one that is pressed', async () => {
  const { app, world, web } = await aRunningApp({ feeds: false })
  const link = (name: string) =>
    `<link rel="alternate" type="application/rss+xml" title="${name} &amp; more" href="/${name}.xml">`
  web.answer('/', ['News', 'Sport'].map(link).join(''), 'text/html')
  web.answer('/Sport.xml', rss('Sport', [{ title: 'One', link: `${web.origin}/1` }]))
  const offered = botSays(world, admin, 'several feeds')
  world.sendText(admin, `/addfeed ${web.origin}/ columns`)
  const offer = await offered
  expect(offer.text).toContain('2. Sport & more')
  const buttons = offer.reply_markup?.inline_keyboard.flat() ?? []
  expect(buttons.map(({ text }) => text)).toEqual(['1. News & more', '2. Sport & more'])
  // Forged: there is no ninth.
  const old = botSays(world, admin, 'button is too old')
  await world.press(admin, offer.message_id, 'addfeed:9:news')
  await old
  const added = botSays(world, admin, 'Added Sport as columns, number 1: 1 item.')
  await world.press(admin, offer.message_id, 'addfeed:2:columns')
  expect((await added).message_id).toBe(offer.message_id)
  expect(await listFeeds(app.db)).toMatchObject([{ url: `${web.origin}/Sport.xml` }])
})

it('offers feeds with the longest addresses in as many messages as they take', async () => {
  const { app, world, web } = await aRunningApp({ feeds: false })
  // As long as an address may be, also once it is escaped.
  const pathOf = (i: number) => `/${i}?${'&'.repeat(500)}`.padEnd(2000, 'x')
  const links = Array.from(
    { length: 8 },
    (_, i) => `<link rel="alternate" type="application/rss+xml"
    title="${'&quot;'.repeat(100)}" href="${pathOf(i + 1).replaceAll('&', '&amp;')}">`,
  )
  web.answer('/', links.join(''), 'text/html')
  for (let i = 1; i <= 8; i++) {
    web.answer(pathOf(i), rss(`Feed ${i}`, [{ title: 'One', link: `${web.origin}/1` }]))
  }
  const offered = botSays(world, admin, '8. ')
  world.sendText(admin, `/addfeed ${web.origin}/`)
  const { message_id, reply_markup } = await offered
  const [[button] = []] = reply_markup?.inline_keyboard ?? []
  const number = Number(button?.text.split('.')[0])
  expect(number).toBeGreaterThan(1)
  const added = botSays(world, admin, `Added Feed ${number}`)
  await world.press(admin, message_id, 'addfeed:1:news')
  await added
  expect(await listFeeds(app.db)).toMatchObject([{ title: `Feed ${number}` }])
})

it('says when a page names more feeds than it offers', async () => {
  const { world, web } = await aRunningApp({ feeds: false })
  const links = Array.from(
    { length: 9 },
    (_, i) => `<link rel="alternate"
    type="application/rss+xml" title="Part ${i + 1}" href="/${i + 1}.xml">`,
  )
  web.answer('/', links.join(''), 'text/html')
  const offered = botSays(world, admin, 'It names still more.')
  world.sendText(admin, `/addfeed ${web.origin}/`)
  expect((await offered).reply_markup?.inline_keyboard).toHaveLength(8)
})

it('adds a page of headlines, with a selector if need be', async () => {
  const { app, world, web } = await aRunningApp({ feeds: false })
  web.answer('/all', listing(sampleDays), 'text/html')
  const added = botSays(world, admin, 'Added All news as news, read from its page of headlines')
  world.sendText(admin, `/addfeed ${web.origin}/all news main ul a`)
  expect((await added).text).toContain('5 items')
  expect(await listFeeds(app.db)).toMatchObject([{ format: 'listing', selector: 'main ul a' }])
})

it('gives out its feeds as a file, and takes one back', async () => {
  const { app, world, web } = await aRunningApp({ feeds: false })
  const send = (text: string, answer: string) => {
    const said = botSays(world, admin, answer)
    world.sendFile(admin, { name: 'feeds.txt', bytes: Buffer.from(text) })
    return said
  }
  web.answer('/a', rss('A', []))
  const report = await send(`${web.origin}/a columns\nnonsense`, 'Added 1 feed.')
  expect(report.text).toContain('line 2: “nonsense” is not an address')
  await send(`${web.origin}/a`, 'Added 0 feeds, 1 was here already.')
  await send('x'.repeat(1024 * 1024 + 1), 'That file is too large')

  world.sendText(admin, '/exportfeeds')
  await expect.poll(() => world.history(admin).at(-1)?.document?.file_name).toBe('feeds.opml')
  const sent = world.history(admin).at(-1)
  expect(sent?.caption).toContain('1 feed as OPML')
  const file = world.files.get(sent?.document?.file_id ?? '')
  const opml = Buffer.from(file?.bytes ?? []).toString()
  expect(opml).toContain(`xmlUrl="${web.origin}/a" kind="columns"`)
  await send(opml, 'Added 0 feeds, 1 was here already.')
  expect(await listFeeds(app.db)).toHaveLength(1)
})

it('lists columnists, makes one of two, and two of them again', async () => {
  const { world, web } = await aRunningApp({ feeds: false })
  const say = sayAs(world, admin)
  await say('/columnists', 'No columns have come yet')
  const columns = ['Ada Marsh-Brook', 'A. Marsh'].map((creator, i) => {
    return { title: `Column ${i}`, link: `${web.origin}/${i}`, creator }
  })
  web.answer('/opinion', rss('Views', columns))
  await say(`/addfeed ${web.origin}/opinion columns`, 'Added Views')
  await say('/refresh', /Fetched 1 feed/)
  await say('/columnists', '1. A. Marsh · 1 column')
  await say('/mergecolumnists 1', 'Which two are one person?')
  await say('/mergecolumnists 1 9', 'There is no columnist number 9')
  const merged = await say('/mergecolumnists 1 2', 'now bear the name Ada Marsh-Brook')
  await say('/columnists', 'also known as A. Marsh')
  const apart = botSays(world, admin, 'of their own again')
  await world.press(admin, merged.message_id, 'undo-mergecolumnists:1')
  await apart
})

it('says why a story is one, and lets admins change it and take the change back', async () => {
  const { app, world, web } = await aRunningApp({ feeds: false })
  const say = sayAs(world, admin)
  const titles = [
    'Saltmere harbour bridge closes for repairs next week',
    'Harbour bridge in Saltmere to close next week for repairs',
  ]
  for (const [i, title] of titles.entries()) {
    web.answer(`/rss${i}`, rss(`Paper ${i}`, [{ title, link: `${web.origin}/${i}` }]))
    await say(`/addfeed ${web.origin}/rss${i}`, `Added Paper ${i}`)
  }
  await say('/refresh', /Fetched/)
  await say('/why', 'Which story?')
  await say('/why 77', 'There is no such story')
  const account = await say(`/why ${web.origin}/0`, /Story 1: 2 articles[\s\S]*It is like/)
  expect(account.text).toContain('It is the first to report this.')
  expect(account.text).toMatch(/Its place on .* 20\d\d: 1 of 1 \(2 sources, told within the hour/)
  await say('/splitstory 1', 'Which articles do not belong?')
  await say('/splitstory 1 9', 'Nothing was changed')
  const split = await say('/splitstory 1 2', 'they are story 2 now')
  const back = botSays(world, admin, 'They are back in story 1')
  await world.press(admin, split.message_id, 'undo-splitstory:1:2')
  await back
  await say('/splitstory 1 1', /stay story 1,.* All others are story 2 now/)
  await say('/mergestories 2 1', 'story 1')
  await say('/pinstory 1', 'at the head of its day')
  await say('/why 1', 'pinned to the head')
  await say('/pinstory 1', 'where its news put it again')
  await say('/weighfeed 1 99', 'Which feed, and how much')
  await say('/weighfeed 1 2.5', 'count 2.5 times as much')
  const forged = await world.press(admin, split.message_id, 'undo-mergestories:5:6')
  expect(forged.text).toContain('too old')
  expect(await listFeeds(app.db)).toHaveLength(2)
})

it('answers readers while it reads a list that was made to hold it up', async () => {
  const { world } = await aRunningApp({ feeds: false })
  const folders = '<outline text="a">'.repeat(25_000)
  const outlines = '<outline xmlUrl="https://news.example/rss"/>'.repeat(13_000)
  const start = performance.now()
  const done = botSays(world, admin, 'Added 1 feed.')
  world.sendFile(admin, { name: 'feeds.opml', bytes: Buffer.from(`<opml>${folders}${outlines}`) })
  await botSays(world, admin, 'That is a long list')
  await sayAs(world, reader)('/help', '/latest')
  expect((await done).text).toContain('folders lie deeper than 50')
  expect(performance.now() - start).toBeLessThan(15_000)
})
