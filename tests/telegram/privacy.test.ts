import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { usualPaper } from '../../src/domain/paper.ts'
import { chatItself } from '../../src/domain/subscription.ts'
import type { World } from '../../src/playground/telegram/world.ts'
import { privacyLines } from '../../src/serving/personal-data.ts'
import { keepPaper } from '../../src/store/papers.ts'
import {
  deletePersonalData,
  personalTables,
  readPersonalData,
} from '../../src/store/personal-data.ts'
import { recordProblem } from '../../src/store/problems.ts'
import { setReminder } from '../../src/store/reminders.ts'
import { keepSaved } from '../../src/store/saved.ts'
import { addSuggestion } from '../../src/store/suggestions.ts'
import type { Database } from '../../src/store/tables.ts'
import { aRunningApp, reader } from '../helpers/app.ts'
import { aDatabase, addNews, noon } from '../helpers/database.ts'
import { plan, serve, subscribe } from '../helpers/deliveries.ts'
import { botSays, sayAs } from '../helpers/telegram.ts'

/** Tables that hold nothing of anybody: news, and what is shared by all. A new one belongs here or in `personalTables`. */
const impersonal = [
  'article',
  'columnist',
  'edition',
  'edition_list',
  'edition_part',
  'feed',
  'feed_item',
  'model_answer',
  'model_usage',
  'news_change',
  'story',
  'story_apart',
  'story_move',
  'story_words',
  'translation',
]

async function tablesOf(db: Database) {
  const tables = await db.introspection.getTables()
  return tables
    .filter(({ name }) => !/^(?:kysely|sqlite|article_search)/.test(name))
    .map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) }))
}

it('says in words each table and column that holds something of a person or a chat', async () => {
  const tables = await tablesOf(await aDatabase())
  const personal = new Map<string, readonly string[]>(
    personalTables.map(({ table, lines }) => [table, Object.values(lines).flat()]),
  )
  expect(tables.map(({ name }) => name).toSorted()).toEqual(
    [...impersonal, ...personal.keys()].toSorted(),
  )
  for (const { name, columns } of tables) {
    const told = personal.get(name)
    if (told) expect({ [name]: columns.toSorted() }).toEqual({ [name]: told.toSorted() })
    else
      expect(
        columns.filter((column) => /chat|person|user|subscri|reader|deliver/.test(column)),
      ).toEqual([])
  }
})

it('has words for each line, and no line without columns', async () => {
  const lines = personalTables.flatMap((each) => Object.keys(each.lines))
  expect([...new Set(lines)].toSorted()).toEqual(privacyLines.toSorted())
  const english = readFileSync(path.join(import.meta.dirname, '../../locales/en.ftl'), 'utf8')
  for (const line of privacyLines)
    expect(english).toMatch(new RegExp(`^privacy-${line} = \\w`, 'm'))
})

/** Unlike any other number in the database. */
const person = 7_654_321_098
const other = 7_000_000_001

/** Where a number stands in the database: `table.column`. */
async function findNumber(db: Database, number: number): Promise<string[]> {
  const found: string[] = []
  for (const { name, columns } of await tablesOf(db)) {
    for (const column of columns) {
      const { rows } = await sql`
        select 1 from ${sql.table(name)}
        where cast(${sql.ref(column)} as text) like ${`%${number}%`} limit 1`.execute(db)
      if (rows.length > 0) found.push(`${name}.${column}`)
    }
  }
  return found
}

/** Two people with something in every table that holds anything of them, and the same paper but for one word. */
async function twoPeople(): Promise<Database> {
  const db = await aDatabase()
  for (const [i, chat] of [person, other].entries()) {
    await subscribe(db, chat, {
      paper: { ...usualPaper, mutes: { ...usualPaper.mutes, words: [`word ${i}`] } },
    })
    const story = { url: 'https://news.example/1', title: 'One', source: 'Example' }
    await db.transaction().execute((trx) => keepSaved(trx, chat, story, noon))
    await db.transaction().execute((trx) => addSuggestion(trx, `https://${i}.example/`, chat, noon))
    await setReminder(db, chatItself(chat), true, noon)
    await db.insertInto('person').values({ id: chat, language: 'uk', is_chosen: 1 }).execute()
    await db
      .insertInto('chat_admin')
      .values({ person_id: chat, chat_id: -100 - i })
      .execute()
  }
  await addNews(db, [{ title: 'Harbour opens' }])
  await serve(db, noon)
  await addNews(db, [{ title: 'Harbour closes' }], {
    url: 'https://b.example/rss',
    seenAt: noon.add({ hours: 1 }),
  })
  await plan(db, noon.add({ hours: 24 }))
  for (const { id } of await db
    .selectFrom('delivery')
    .where('state', '=', 'planned')
    .select('id')
    .execute()) {
    const alert = { delivery_id: id, article_id: 1, follow: 'search harbour' }
    await db.insertInto('alert').values(alert).execute()
  }
  const ids = await db.selectFrom('subscription').select('id').execute()
  for (const { id } of ids) {
    const paperId = await keepPaper(db, { ...usualPaper, languagesOff: [`x-${id}`] })
    const own = { subscription_id: id, paper_id: paperId }
    await db
      .insertInto('hour_paper')
      .values({ ...own, time: '18:00', weekdays: '7', covered_through: 1 })
      .execute()
    const span = { as_of: noon.epochMilliseconds, after: 1, through: 2 }
    await db
      .insertInto('brought')
      .values({ ...own, ...span, delivery_id: null })
      .execute()
    await recordProblem(db, { subject: 'subscription', id, code: 'lost-zone', detail: 'x' }, noon)
  }
  return db
}

it('finds all that is kept of a person, and nothing of another', async () => {
  const db = await twoPeople()
  expect(await findNumber(db, person)).toEqual([
    'chat_admin.person_id',
    'person.id',
    'saved.person_id',
    'subscription.chat_id',
    'suggestion.person_id',
  ])
  const data = await readPersonalData(db, person)
  const counts = Object.fromEntries(Object.entries(data).map(([name, rows]) => [name, rows.length]))
  expect(counts).toEqual({
    subscription: 1,
    person: 1,
    chat_admin: 1,
    saved: 1,
    suggestion: 1,
    paper: 2,
    hour_paper: 1,
    brought: 1,
    delivery: 2,
    alert: 1,
    problem: 1,
    delivery_part: 2,
  })
  expect(data.subscription?.[0]).toMatchObject({
    chat_id: person,
    zone: 'UTC',
    remind_at: '2024-06-21T12:00:00Z',
  })
  expect(data.paper?.[0]).toMatchObject({ value: { mutes: { words: ['word 0'] } } })
  expect(JSON.stringify(data)).not.toContain(String(other))
})

it('deletes all that is kept of a person, and nothing of another', async () => {
  const db = await twoPeople()
  const before = await readPersonalData(db, other)
  await db.transaction().execute((trx) => deletePersonalData(trx, person))
  expect(await findNumber(db, person)).toEqual([])
  expect(Object.values(await readPersonalData(db, person)).flat()).toEqual([])
  expect(await readPersonalData(db, other)).toEqual(before)
  for (const { table } of personalTables) {
    const { rows } = await sql<{ person_id?: number }>`select * from ${sql.table(table)}`.execute(
      db,
    )
    const linked = rows.filter(({ person_id }) => person_id !== null)
    expect({ [table]: linked.length }).toEqual({ [table]: before[table]?.length })
  }
  // What was planned for them is gone, and that of the other arrives.
  expect((await serve(db, noon.add({ hours: 25 }))).map(({ chatId }) => chatId)).toEqual([other])
})

const documentOf = async (world: World) => {
  await expect
    .poll(() => world.history(reader).at(-1)?.document?.file_name)
    .toBe('courant-mydata.json')
  const file = world.files.get(world.history(reader).at(-1)?.document?.file_id ?? '')
  return JSON.parse(Buffer.from(file?.bytes ?? []).toString())
}

it('sends a reader what is kept, and deletes it after a confirmation', async () => {
  const { world } = await aRunningApp()
  const say = sayAs(world, reader)
  await say('/start', 'Harbour headline 1')
  await say('/privacy', '/deletedata deletes it')
  world.sendText(reader, '/mydata')
  expect(await documentOf(world)).toMatchObject({
    number: reader,
    subscription: [{ chat_id: reader, zone: 'Europe/Kyiv', times: '07:30' }],
    saved: [],
  })
  const sure = await say('/deletedata', 'Shall I delete all')
  const kept = botSays(world, reader, 'Nothing was deleted')
  await world.press(reader, sure.message_id, 'deletedata:no')
  expect((await kept).message_id).toBe(sure.message_id)
  await say('/time', 'Your digest comes at 07:30')
  const again = await say('/deletedata', 'Shall I delete all')
  const done = botSays(world, reader, 'nothing is kept about you any more')
  await world.press(reader, again.message_id, 'deletedata:yes')
  expect((await done).reply_markup?.inline_keyboard ?? []).toEqual([])
  await say('/time', 'Write /start to get one')
  world.sendText(reader, '/mydata')
  const nothing = await documentOf(world)
  expect(Object.values(nothing).filter(Array.isArray).flat()).toEqual([])
  await say('/start', 'Welcome')
})

it('keeps the language of an app only of those to whom it writes unasked', async () => {
  const { app, world } = await aRunningApp()
  world.addUser({ id: other, is_bot: false, first_name: 'Олена', language_code: 'uk' })
  const kept = async () => (await readPersonalData(app.db, other)).person?.length
  const say = sayAs(world, other)
  await say('/help', '/latest')
  expect(await kept()).toBe(0)
  await say('/start', 'Вітаю')
  expect(await kept()).toBe(1)
  const sure = await say('/deletedata', 'Видалити все')
  const done = botSays(world, other, 'більше нічого не зберігається')
  await world.press(other, sure.message_id, 'deletedata:yes')
  await done
  await say('/privacy', 'Що зберігається про вас')
  expect(Object.values(await readPersonalData(app.db, other)).flat()).toEqual([])
})

it('speaks of a person’s data with them alone', async () => {
  const { app, world } = await aRunningApp()
  await sayAs(world, reader)('/start', 'Harbour headline 1')
  const group = -100_800
  world.addChat({ id: group, type: 'supergroup', title: 'Quay', creator: reader })
  world.setMember(group, world.bot.id, { status: 'member' })
  let last = 0
  for (const command of ['/mydata', '/deletedata']) {
    const refused = botSays(world, group, 'write to me in a private chat')
    world.sendText(reader, command, { chatId: group })
    last = (await refused).message_id
  }
  const outcome = await world.press(reader, last, 'deletedata:yes', { chatId: group })
  expect(outcome).toMatchObject({ text: expect.stringContaining('too old') })
  const { message_id } = await sayAs(world, reader)('/help', '/mydata')
  expect(await world.press(reader, message_id, 'deletedata:all')).toMatchObject({
    text: expect.stringContaining('too old'),
  })
  expect((await readPersonalData(app.db, reader)).subscription).toHaveLength(1)
})
