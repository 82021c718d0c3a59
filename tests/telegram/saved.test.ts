import type { InlineKeyboardButton, Message } from 'grammy/types'
import { expect, it } from 'vitest'
import { mostSaved } from '../../src/domain/saved.ts'
import { chatItself } from '../../src/domain/subscription.ts'
import { noteReminders, reminderAt, setReminder } from '../../src/store/reminders.ts'
import { keepSaved, listSaved, moveSaved } from '../../src/store/saved.ts'
import { admin, aRunningApp, reader } from '../helpers/app.ts'
import { aDatabase, addNews, noon } from '../helpers/database.ts'
import { serve, subscribe } from '../helpers/deliveries.ts'
import { rss } from '../helpers/feeds.ts'
import { botSays, sayAs } from '../helpers/telegram.ts'

const buttonsOf = (message: Message) =>
  (message.reply_markup?.inline_keyboard ?? []).flat() as InlineKeyboardButton.CallbackButton[]
const labelsOf = (message: Message) => buttonsOf(message).map(({ text }) => text)
const dataOf = (message: Message, label: string) =>
  buttonsOf(message).find(({ text }) => text === label)?.callback_data ?? `no button ${label}`

/** The app with so many stories, each told by two feeds, and a reader who saves from their pages. */
async function aReader(stories: number) {
  const running = await aRunningApp({ feeds: false })
  const { app, world, web } = running
  const ask = sayAs(world, admin)
  const events = [
    'Saltmere harbour bridge closes',
    'Orlen tram strike ends',
    'Vantry zoo lion born',
  ]
  for (const outlet of ['Post', 'Record']) {
    const items = events.slice(0, stories).map((title, i) => ({
      title,
      link: `${web.origin}/${outlet}/${i}`,
    }))
    web.answer(`/${outlet}.rss`, rss(outlet, items))
    await ask(`/addfeed ${web.origin}/${outlet}.rss`, `Added ${outlet}`)
  }
  await ask('/refresh', /Fetched/)
  const storyIds = async () => {
    const rows = await app.db.selectFrom('article').select('story_id').distinct().execute()
    return rows.flatMap(({ story_id }) => story_id ?? [])
  }
  await expect.poll(storyIds, { timeout: 10_000 }).toHaveLength(stories)
  const ids = await storyIds()
  const say = sayAs(world, reader)
  /** Opens the page of a story and presses a button below it. */
  const open = (id: number) => say(`/start s_${id}`, /Post/)
  const press = (message: Message, label: string) =>
    world.press(reader, message.message_id, dataOf(message, label))
  const pressFor = async (message: Message, label: string, words: string | RegExp) => {
    const said = botSays(world, reader, words)
    await press(message, label)
    return said
  }
  return { ...running, ids, say, open, press, pressFor }
}

it('saves a story from its page, lists it, and takes it back by the same button', async () => {
  const { world, ids, say, open, press } = await aReader(1)
  await say('/saved', 'Nothing is saved for later')
  const page = await open(ids[0] ?? 0)
  // Beside what follows, mutes and shares it.
  const others = ['Follow', 'Mute this story', 'Share']
  expect(labelsOf(page)).toEqual(['Save', ...others])
  expect(await press(page, 'Save')).toMatchObject({ text: 'Saved. /saved has it.' })
  const now = () => world.history(reader).find((m) => m.message_id === page.message_id) ?? page
  await expect.poll(() => labelsOf(now())).toEqual(['✓ Saved', ...others])
  const list = await say('/saved', 'Saved for later · 1')
  expect(list.text).toMatch(/1\. .*\n(Post|Record) · saved \d+ \w+/)
  expect(labelsOf(await open(ids[0] ?? 0))).toEqual(['✓ Saved', ...others])
  expect(await press(now(), '✓ Saved')).toMatchObject({ text: 'It is not saved any more.' })
  await expect.poll(() => labelsOf(now())).toEqual(['Save', ...others])
  await say('/saved', 'Nothing is saved for later')
})

it('marks stories as read, removes them, undoes both, and keeps them without their feed', async () => {
  const { world, ids, say, open, pressFor } = await aReader(3)
  for (const id of ids) await pressFor(await open(id), 'Save', /Post/)
  for (const id of [1, 2]) await sayAs(world, admin)(`/removefeed ${id}`, 'is removed')
  let page = await say('/saved', 'Saved for later · 3')
  expect(labelsOf(page).slice(0, -1)).toEqual(['✓ 1', '✓ 2', '✓ 3', '✕ 1', '✕ 2', '✕ 3'])
  page = await pressFor(page, '✓ 1', /^Read: “.*”\n\nSaved for later · 2/)
  expect(labelsOf(page)).toContain('Read (1)')
  page = await pressFor(page, 'Undo', /^Saved for later · 3/)
  page = await pressFor(page, '✕ 2', /^Removed: “.*”\n\nSaved for later · 2/)
  page = await pressFor(page, 'Undo', /^Saved for later · 3/)
  page = await pressFor(page, '✓ 3', 'Saved for later · 2')
  page = await pressFor(page, '✓ 1', 'Saved for later · 1')
  page = await pressFor(page, '✓ 1', 'Nothing is saved for later')
  page = await pressFor(page, 'Read (3)', /^Read · 3/)
  page = await pressFor(page, '↩ 2', /^To be read again: “.*”\n\nRead · 2/)
  page = await pressFor(page, 'To read (1)', /^Saved for later · 1/)
  expect(page.message_id).toBe(world.history(reader).at(-1)?.message_id)
})

it('pages through what is saved, in place', async () => {
  const { app, world, say, pressFor } = await aReader(1)
  await app.db.transaction().execute(async (trx) => {
    for (let i = 1; i <= 12; i++) {
      const story = { url: `https://news.example/${i}`, title: `Story ${i}`, source: 'Example' }
      await keepSaved(trx, reader, story, noon.add({ hours: i }))
    }
  })
  const first = await say('/saved', 'Saved for later · 12, 1–5')
  expect(first.text).toContain('1. Story 12\n')
  const second = await pressFor(first, 'Older ›', '12, 6–10')
  const third = await pressFor(second, 'Older ›', '12, 11–12')
  expect(third.text).toContain('12. Story 1\n')
  expect(third.message_id).toBe(first.message_id)
  await pressFor(third, '‹ Newer', '12, 6–10')
  // Past the end stands the last page.
  const last = botSays(world, reader, '12, 11–12')
  await world.press(reader, first.message_id, 'saved:waiting:9999')
  await last
})

it('reminds once a week of what waits to be read, in the digest, if it is wanted', async () => {
  const { app, world, ids, say, open, press, pressFor } = await aReader(1)
  await pressFor(await open(ids[0] ?? 0), 'Save', /Post/)
  const list = await say('/saved', 'Saved for later · 1')
  const now = () => world.history(reader).find((m) => m.message_id === list.message_id) ?? list
  const refused = await press(list, 'Remind me once a week')
  expect(refused).toMatchObject({ showAlert: true, text: expect.stringContaining('you get none') })
  await say('/start', 'Welcome')
  await press(list, 'Remind me once a week')
  await expect.poll(() => labelsOf(now())).toContain('✓ Reminded once a week')
  expect(await reminderAt(app.db, chatItself(reader))).not.toBeNull()
  await press(now(), '✓ Reminded once a week')
  await expect.poll(() => labelsOf(now())).toContain('Remind me once a week')
  expect(await reminderAt(app.db, chatItself(reader))).toBeNull()
})

it('reminds in one digest a week and in no other, and only who has something to read', async () => {
  const db = await aDatabase()
  for (const chat of [1, 2, 3]) await subscribe(db, chat)
  for (const chat of [1, 2]) await setReminder(db, chatItself(chat), true, noon)
  const story = { url: 'https://news.example/1', title: 'One', source: 'Example' }
  const save = (chat: number) =>
    db.transaction().execute((trx) => keepSaved(trx, chat, story, noon))
  for (const chat of [1, 3]) await save(chat)
  const told: string[] = []
  for (let day = 0; day < 15; day++) {
    const at = noon.add({ hours: day * 24 })
    await noteReminders(db, at)
    await noteReminders(db, at)
    await addNews(db, [{ title: `News ${day}` }], {
      url: `https://f${day}.example/rss`,
      seenAt: at,
    })
    for (const { chatId, html } of await serve(db, at)) {
      // With a command that can be tapped.
      if (html.includes('saved for later waits for you: /saved'))
        told.push(`chat ${chatId} on day ${day}`)
    }
  }
  expect(told).toEqual(['chat 1 on day 7', 'chat 1 on day 14'])
})

it('answers stale and forged buttons, changes nothing of others, and saves in private alone', async () => {
  const { app, world, ids, open, pressFor, say } = await aReader(1)
  const page = await open(ids[0] ?? 0)
  await pressFor(page, 'Save', /Post/)
  const [kept] = await listSaved(app.db, reader, 'waiting')
  const others = await sayAs(world, admin)('/saved', 'Nothing is saved')
  const by = (id: number, data: string) => world.press(id, others.message_id, data)
  expect(
    await by(admin, `saved:removed:${kept?.savedAt.epochMilliseconds}:waiting:0`),
  ).toMatchObject({
    text: 'That one was not there any more. This is your list now.',
  })
  expect(await by(admin, 'save:999999')).toMatchObject({ text: 'This story is no longer kept.' })
  expect(await by(admin, `unsave:${kept?.savedAt.epochMilliseconds}:1`)).toMatchObject({
    text: 'It is not saved any more.',
  })
  for (const data of [
    'save:',
    'saved:x:1:waiting:0',
    'saved:done:1:all:0',
    'unsave:1',
    'saved:gone:0',
  ]) {
    expect(await by(admin, data)).toMatchObject({ text: expect.stringContaining('too old') })
  }
  expect(await listSaved(app.db, reader, 'waiting')).toHaveLength(1)
  const group = -100_800
  world.addChat({ id: group, type: 'supergroup', title: 'Quay', creator: reader })
  world.setMember(group, world.bot.id, { status: 'member' })
  const refused = botSays(world, group, 'write to me in a private chat')
  world.sendText(reader, '/saved', { chatId: group })
  const { message_id } = await refused
  for (const data of [
    `save:${kept?.savedAt.epochMilliseconds}`,
    'saved:waiting:0',
    `unsave:${kept?.savedAt.epochMilliseconds}:1`,
  ]) {
    const outcome = await world.press(reader, message_id, data, { chatId: group })
    expect(outcome).toMatchObject({ text: expect.stringContaining('too old') })
  }
  await say('/saved', 'Saved for later · 1')
})

it('keeps no more than so many, and lets go of those that were read first', async () => {
  const db = await aDatabase()
  await db.transaction().execute(async (trx) => {
    const story = (i: number) => ({ url: `https://news.example/${i}`, title: `${i}`, source: '' })
    const keep = (i: number) => keepSaved(trx, 1, story(i), noon.add({ minutes: i }))
    for (let i = 0; i < mostSaved; i++) await keep(i)
    expect(await keep(mostSaved)).toBeNull()
    // What is saved already can be saved once more.
    const again = await keep(3)
    expect(again).not.toBeNull()
    await moveSaved(trx, 1, again ?? noon, 'done')
    expect(await keep(mostSaved)).not.toBeNull()
    expect(await listSaved(trx, 1, 'done')).toEqual([])
    expect(await listSaved(trx, 1, 'waiting')).toHaveLength(mostSaved)
  })
})

it('saves, shares, follows and mutes a column from its page, which the digest leads to', async () => {
  const { world, web } = await aRunningApp({ feeds: false })
  const column = {
    title: 'Why the harbour should stay',
    link: `${web.origin}/column`,
    creator: 'Ada Marsh',
    description: 'A harbour is more than its ships.',
  }
  web.answer('/views.rss', rss('Views', [column]))
  const ask = sayAs(world, admin)
  await ask(`/addfeed ${web.origin}/views.rss columns`, 'Added Views')
  await ask('/refresh', /Fetched/)
  const say = sayAs(world, reader)
  const digest = await say('/start', 'Why the harbour')
  const linksOf = ({ entities = [] }: Message) =>
    entities.flatMap((each) => ('url' in each ? each.url : []))
  const link = linksOf(digest).find((url) => /start=c_\d+$/.test(url)) ?? ''
  expect(digest.text).toMatch(/Why the harbour should stay\u00a0…\n/)
  const parameter = new URL(link).searchParams.get('start')
  const page = await say(`/start ${parameter}`, 'Why the harbour')
  expect(page.text).toMatch(
    /^Ada Marsh\nWhy the harbour should stay\nA harbour is more .*\n.* · Views$/s,
  )
  expect(labelsOf(page)).toEqual(['Save', 'Share', 'Follow columnist', 'Mute columnist'])
  expect(JSON.stringify(page.reply_markup)).toContain(`"switch_inline_query":"${parameter}"`)
  const press = (label: string) => world.press(reader, page.message_id, dataOf(now(), label))
  const now = () => world.history(reader).find((m) => m.message_id === page.message_id) ?? page
  await press('Save')
  await expect.poll(() => labelsOf(now())[0]).toBe('✓ Saved')
  expect(await press('Follow columnist')).toMatchObject({
    text: expect.stringContaining('You follow this columnist'),
  })
  await expect
    .poll(() => labelsOf(now()))
    .toEqual(['✓ Saved', 'Share', '✓ Following', 'Mute columnist'])
  await press('✓ Following')
  await expect.poll(() => labelsOf(now())[2]).toBe('Follow columnist')
  const { results } = await world.inlineQuery(admin, `${parameter}`)
  expect(results[0]?.message.text).toMatch(/^Why the harbour should stay\n.* · Ada Marsh, /)
  expect((await world.inlineQuery(admin, 'c_999999')).button?.text).toContain('Nothing found')
  const list = await say('/saved', 'Saved for later · 1')
  expect(list.text).toMatch(/1\. Why the harbour should stay\nAda Marsh, Views · saved/)
  await say('/search harbour', /Ada Marsh, .*\u00a0…/)
  for (const number of ['0', '999', '999999999999999']) {
    await say(`/start c_${number}`, 'That column is no longer kept')
  }
})
