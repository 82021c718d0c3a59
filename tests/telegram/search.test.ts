import type { Message } from 'grammy/types'
import { expect, it } from 'vitest'
import { chatItself } from '../../src/domain/subscription.ts'
import { findSubscription } from '../../src/store/subscriptions.ts'
import { aRunningApp, reader } from '../helpers/app.ts'
import { botSays, sayAs } from '../helpers/telegram.ts'

async function aReader() {
  const running = await aRunningApp()
  const { app, world } = running
  const say = sayAs(world, reader)
  const labels = (message: Message) =>
    message.reply_markup?.inline_keyboard.flat().map(({ text }) => text) ?? []
  const press = async (message: Message, label: string, answer: string | RegExp) => {
    const button = message.reply_markup?.inline_keyboard.flat().find(({ text }) => text === label)
    const said = botSays(world, reader, answer)
    const data = button && 'callback_data' in button ? button.callback_data : ''
    await world.press(reader, message.message_id, data)
    const answered = await said
    expect(answered.message_id).toBe(message.message_id)
    return answered
  }
  const bold = ({ text = '', entities = [] }: Message) =>
    entities
      .filter(({ type }) => type === 'bold')
      .map(({ offset, length }) => text.slice(offset, offset + length))
  return { ...running, db: app.db, say, press, labels, bold }
}

it('switches between the newest and the most relevant, page by page, in place', async () => {
  const { say, press, labels, bold } = await aReader()
  const first = await say('/search Harbour  HEADLINE', ', 1–10')
  expect(bold(first)[0]).toBe('Harbour HEADLINE')
  expect(labels(first)).toEqual(['Older ›', 'By relevance', 'Save'])
  const relevant = await press(first, 'By relevance', ', 1–10')
  expect(labels(relevant)).toEqual(['Next ›', 'Newest first', 'Save'])
  const second = await press(relevant, 'Next ›', ', 11–20')
  expect(labels(second)).toEqual(['‹ Previous', 'Next ›', 'Newest first', 'Save'])
  const newest = await press(second, 'Newest first', ', 1–10')
  expect(newest.text).toBe(first.text)
})

it('keeps the question as it is from page to page, also where it looks like an address', async () => {
  const { say, press, bold } = await aReader()
  const first = await say('/search harbour OR news.example', ', 1–10')
  const second = await press(first, 'Older ›', ', 11–20')
  const third = await press(second, 'Older ›', ', 21–25')
  expect(bold(third)[0]).toBe(bold(first)[0])
})

it('shows the place of the hit with the words in bold', async () => {
  const { say, bold } = await aReader()
  const found = await say('/search "part 7"', '1 article')
  expect(found.text).toMatch(
    /^"part 7": 1 article\n\n.*Harbour headline 7\n.* · Harbour Post\u00a0…\n.*part 7/,
  )
  expect(bold(found).slice(-1)).toEqual(['part 7'])
})

it('has one entry for a story, with how many sources more there are', async () => {
  const { db, say } = await aReader()
  const lead = await db.selectFrom('article').select('id').orderBy('id').executeTakeFirstOrThrow()
  await db.updateTable('article').set({ story_id: null }).execute()
  await db.deleteFrom('story').execute()
  await db.insertInto('story').values({ id: lead.id, lead_id: lead.id }).execute()
  await db.insertInto('feed').values(anotherFeed).execute()
  await db.updateTable('article').set({ story_id: lead.id }).where('id', '<', 20).execute()
  await db.updateTable('article').set({ feed_id: anotherFeed.id }).where('id', '<', 4).execute()
  const found = await say('/search harbour', '25 articles')
  expect(found.text).toContain('25 articles\n')
  expect(found.text?.match(/Harbour headline/g)).toHaveLength(7)
  expect(found.text).toMatch(/Harbour Post \+1 source\n|Other \+1 source\n|\+1 source$/)
})

it('leads to all headlines of a story that one outlet tells in several, and says what is behind a wall', async () => {
  const { db, say } = await aReader()
  await db.updateTable('article').set({ story_id: null }).execute()
  await db.deleteFrom('story').execute()
  await db.insertInto('story').values({ id: 1, lead_id: 1 }).execute()
  await db.updateTable('article').set({ story_id: 1 }).where('id', '<', 20).execute()
  await db.updateTable('article').set({ page_wall: 'paywall' }).where('id', '>', 24).execute()
  const found = await say('/search harbour', '25 articles')
  expect(found.text?.match(/Harbour headline/g)).toHaveLength(7)
  expect(found.text).toContain('Harbour Post · whole story')
  expect(found.text).toContain('Harbour Post (subscribers only)')
  const whole = found.entities?.find((each) => 'url' in each && each.url.endsWith('start=s_1'))
  expect(whole).toBeDefined()
})

it('dates what has a day alone by that day, wherever its reader is', async () => {
  const { db, say } = await aReader()
  const at = Temporal.Instant.from('2024-06-14T00:00:00Z').epochMilliseconds
  await db.updateTable('article').set({ date_precision: 'day', published_at: at }).execute()
  await say('/start', 'Welcome')
  await say('/timezone America/New_York', /New.York/)
  const found = await say('/search harbour', '25 articles')
  expect(found.text).toContain('14 Jun 2024 · Harbour Post')
})

const anotherFeed = {
  id: 77,
  url: 'https://other.example/rss',
  title: 'Other',
  kind: 'news' as const,
  host: 'other.example',
  next_due_at: 9e12,
  created_at: 0,
}

it('says what it understood, and takes what is meant or leaves out what is too much', async () => {
  const { say, press, labels, bold } = await aReader()
  const slips = await say('/search  Habrour headlnie', 'Nothing found for Habrour headlnie.')
  expect(labels(slips)).toEqual(['Harbour headline'])
  const advice = await say('/search zebra', 'Nothing found for zebra.')
  expect(advice.text).toContain('Try fewer words')
  await say('/search harbour -from:nowhere', 'No source or tag here is called “nowhere”')
  const meant = await say('/search habrour headline', 'Did you mean Harbour headline?')
  expect(labels(meant)[0]).toBe('Harbour headline')
  const found = await press(meant, 'Harbour headline', '25 articles, 1–10')
  expect(bold(found)[0]).toBe('Harbour headline')
  const tooMuch = await say('/search harbour (zebra) "part 7"', 'Nothing found for')
  expect(tooMuch.text).toContain('Understood as: harbour zebra "part 7"')
  expect(labels(tooMuch)).toEqual(['Without zebra'])
  await press(tooMuch, 'Without zebra', 'harbour "part 7": 1 article')
})

it('names what it could not take as it was meant', async () => {
  const { say } = await aReader()
  for (const [typed, answer] of [
    ['harbour after:2024-02-31', '“after:2024-02-31” names no day of the calendar'],
    ['on:31 червня', '“on:31 червня” names no day of the calendar'],
    ['harbour size:large', '“size:” is none of my operators'],
    ['harbour kind:poem', '“kind:poem” names no kind'],
    ['harbour from:"The <Nowhere> Times"', 'No source or tag here is called “The <Nowhere> Times”'],
    ['headl', 'these articles hold words that begin so'],
  ] as const) {
    await say(`/search ${typed}`, answer)
  }
})

it('finds by Ukrainian operators as by English ones', async () => {
  const { say } = await aReader()
  await say('/search harbour з:"harbour post"', 'harbour from:"harbour post": 25 articles')
  await say('/search harbour після:вчора', /^harbour after:\d{4}-\d\d-\d\d: 25 articles/)
  await say('/search harbour вид:колонка', 'Nothing found')
})

it('writes a question in the language of its reader, and reads it again from there', async () => {
  const { say, press, labels, bold } = await aReader()
  await say('/language uk', 'пишу')
  const first = await say('/search from:"harbour post" harbour OR zebra kind:news', '1–10')
  expect(bold(first)[0]).toBe('з:"harbour post" harbour АБО zebra вид:новини')
  const second = await press(first, 'Давніші ›', '11–20')
  expect(bold(second)[0]).toBe(bold(first)[0])
  const none = await say('/search harbour by:nobody on:2020-01-01', 'Я зрозумів його так')
  expect(none.text).toContain('harbour від:nobody на:2020-01-01')
  expect(labels(none)).toEqual([])
  const days = await say('/search harbour after:2020-01-01 before:2020-02-01', 'нічого не знайдено')
  expect(labels(days)).toEqual(['Без «після:2020-01-01 до:2020-02-01»'])
})

it('answers words anew that are changed without a command, but not an answer to a question', async () => {
  const { world, say } = await aReader()
  await say('harbour zebra', 'Nothing found')
  const asked = world.history(reader).findLast(({ text }) => text === 'harbour zebra')
  const again = botSays(world, reader, 'harbour "part 7": 1 article')
  world.editText(reader, asked?.message_id ?? 0, 'harbour "part 7"')
  await again
})

it('answers a question anew when its words are changed, and no other message', async () => {
  const { world, say } = await aReader()
  await say('/search harbour', ', 1–10')
  const asked = world.history(reader).findLast(({ text }) => text === '/search harbour')
  const again = botSays(world, reader, 'harbour "part 7": 1 article')
  world.editText(reader, asked?.message_id ?? 0, '/search harbour "part 7"')
  await again
  await say('/id', 'number')
  const other = world.history(reader).findLast(({ text }) => text === '/id')
  const before = world.sent.length
  world.editText(reader, other?.message_id ?? 0, '/latest')
  await say('/help', 'brings you the day')
  expect(world.sent.length - before).toBe(1)
})

it('survives stale and forged buttons', async () => {
  const { world, say, press } = await aReader()
  const first = await say('/search harbour', ', 1–10')
  for (const data of ['search:999999', 'search:999990:r']) {
    const again = botSays(world, reader, /^harbour: 25 articles, 1–10/)
    await press(first, 'Older ›', ', 11–20')
    await world.press(reader, first.message_id, data)
    await again
  }
  for (const data of [
    'search:x',
    'search:1:rr',
    'search-meant:77',
    'search-without:9',
    'search-without:days:',
    'search-meant:',
  ]) {
    expect(await world.press(reader, first.message_id, data)).toMatchObject({
      text: expect.stringContaining('too old'),
    })
  }
  // A message without a question.
  const help = await say('/help', 'brings you the day')
  for (const data of ['search-without:0', 'search-meant:3']) {
    await world.press(reader, help.message_id, data)
  }
  await say('/search harbour', ', 1–10')
})

it('saves a search in its canonical form, and asks for a narrower one', async () => {
  const { db, world, say, labels } = await aReader()
  const save = async (message: Message) => {
    expect(labels(message)).toContain('Save')
    const { text } = await world.press(reader, message.message_id, 'search-follow')
    return text
  }
  const narrow = await say('/search  from:harbour   "part 7"', '1 article')
  expect(await save(narrow)).toContain('You get no digest now')
  await say('/start', 'Harbour headline')
  expect(await save(narrow)).toContain('at the head of your digest')
  expect(await save(narrow)).toContain('at the head of your digest')
  expect(await save(await say('/search harbour headline', '25 articles'))).toContain('narrower')
  const past = 'Nothing new can come for the days'
  expect(await save(await say('/search "part 7" on:today', '1 article'))).toContain(past)
  const { follows } = (await findSubscription(db, chatItself(reader)))?.paper ?? {}
  expect(follows).toEqual([{ kind: 'search', of: 'from:harbour "part 7"', alert: false }])
  await say('/language uk', 'пишу')
  await world.press(reader, (await say('/settings', 'Ваш дайджест')).message_id, 'set:followed:0')
  await expect
    .poll(() => world.history(reader).map(({ text = '' }) => text))
    .toContainEqual(expect.stringContaining('з:harbour "part 7"'))
})
