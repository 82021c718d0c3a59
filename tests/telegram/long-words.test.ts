import { expect, it } from 'vitest'
import { recordPolls } from '../../src/store/polls.ts'
import { indexNewArticles } from '../../src/store/search.ts'
import { admin, aRunningApp, reader } from '../helpers/app.ts'
import { botSays, sayAs } from '../helpers/telegram.ts'

const ampersands = (count: number) => `https://long.example/?${'&'.repeat(count)}`

it('shows the rest of the news when some addresses fit no message', async () => {
  const { app, world } = await aRunningApp({ headlines: 6 })
  const rows = await app.db.selectFrom('article').select(['id', 'title']).execute()
  for (const { id, title } of rows) {
    // As they may stand in a database of an earlier version.
    if (/[2-5]$/.test(title)) {
      const url = ampersands(id === 2 ? 9000 : 3000 + id)
      await app.db.updateTable('article').set({ url }).where('id', '=', id).execute()
    }
  }
  const left = rows.find(({ id }) => id === 2)?.title ?? ''
  for (const command of ['/start', '/latest']) {
    const digest = botSays(world, reader, 'Harbour headline 6')
    world.sendText(reader, command)
    expect((await digest).text).not.toContain(left)
  }
  // A page of results takes what fits, and goes on from there.
  const first = botSays(world, reader, '6 articles, 1–')
  world.sendText(reader, '/search harbour')
  const { message_id, text, reply_markup } = await first
  const shown = Number(/6 articles, 1–(\d)/.exec(text ?? '')?.[1])
  expect(shown).toBeLessThan(6)
  expect(reply_markup?.inline_keyboard[0]).toMatchObject([{ callback_data: `search:${shown}` }])
  const second = botSays(world, reader, `, ${shown + 1}–6`)
  await world.press(reader, message_id, `search:${shown}`)
  const all = `${text}${(await second).text}`
  for (const { title } of rows) expect(all).toContain(title)
})

it('answers whatever is typed, however long', async () => {
  const { world } = await aRunningApp()
  const say = sayAs(world, reader)
  await say('/start', 'Harbour headline 1')
  const sayAdmin = sayAs(world, admin)
  for (const filling of ['!', '<', '&', '\u202e', 'x', '😀']) {
    const longest = (command: string) => command.padEnd(4096, filling).toWellFormed()
    await say(longest('/time '), 'not a time of day')
    await say(longest('/timezone '), 'not a time zone')
    await say(longest('/days '), 'does not name days')
    await say(longest('/pause '), 'is not a pause')
    await say(longest('/search '), /no words|too long/)
    await sayAdmin(longest('/addfeed https://example.org/rss '), 'not a kind of feed')
    await sayAdmin(longest('/addfeed '), 'is not an address')
  }
})

it('lists no more columnists than ten messages hold, and says how many are left', async () => {
  const { app, world } = await aRunningApp()
  // In letters: digits tell no person from another.
  const nameOf = (i: number) =>
    i.toString().replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')
  const articles = Array.from({ length: 1500 }, (_, i) => ({
    itemId: `${i}`,
    url: `https://columns.example/${i}`,
    title: `Column ${i}`,
    author: `Person ${nameOf(i)} ${'x'.repeat(60)}`,
    kind: 'column' as const,
    publishedAtMs: 0,
    precision: 'minute' as const,
    place: null,
    summary: null,
    standfirst: null,
    body: null,
  }))
  const now = Temporal.Now.instant()
  await recordPolls(app.db, [{ feedId: 1, articles, health: {} }], now)
  await indexNewArticles(app.db)
  const { text } = await sayAs(world, admin)('/columnists', /… and \d+ more/)
  const left = Number(/\d+/.exec(text ?? '')?.[0])
  const lists = world.history(admin).filter((message) => /^\d+ columnists/.test(message.text ?? ''))
  expect(lists).toHaveLength(10)
  const listed = lists.flatMap((message) => message.text?.match(/Person \w+/g) ?? [])
  expect(listed.length + left).toBe(Number.parseInt(lists[0]?.text ?? '', 10))
})
