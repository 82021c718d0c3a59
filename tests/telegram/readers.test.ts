import { expect, it, vi } from 'vitest'
import { chatItself } from '../../src/domain/subscription.ts'
import { findSubscription } from '../../src/store/subscriptions.ts'
import { admin, aRunningApp, reader } from '../helpers/app.ts'
import { rss } from '../helpers/feeds.ts'
import { botSays, sayAs } from '../helpers/telegram.ts'

it('subscribes on /start and sends the latest digest at once', async () => {
  const { app, world } = await aRunningApp()
  const digest = botSays(world, reader, 'Harbour headline 1')
  world.sendText(reader, '/start')
  expect((await digest).entities?.some(({ type }) => type === 'text_link')).toBe(true)
  const [, welcome] = world.history(reader)
  expect(welcome?.text).toMatch(/^Welcome\. .* every day at 07:30 \(Europe\/Kyiv\)/)
  expect(await findSubscription(app.db, chatItself(reader))).toMatchObject({ zone: 'Europe/Kyiv' })
})

it('does not send the same news again on a second /start, but what has come since', async () => {
  const { world, web, feed } = await aRunningApp()
  const say = sayAs(world, reader)
  await say('/start', 'Harbour headline 1')
  await say('/start', 'You have had the news a moment ago')
  await say('/stop', 'is stopped')
  await say('/start', 'You have had the news a moment ago')
  web.answer(
    new URL(feed).pathname,
    rss('Harbour Post', [
      { title: 'Brand new', link: `${web.origin}/new`, date: new Date().toUTCString() },
    ]),
  )
  await sayAs(world, admin)('/refresh', '1 new article')
  const { text } = await say('/start', 'Brand new')
  expect(text).not.toContain('headline')
  await say('/start', 'You have had the news a moment ago')
  await say('/latest', 'Harbour headline 1')
})

it('says what /latest does with words', async () => {
  const { world } = await aRunningApp()
  const { text } = await sayAs(world, reader)('/latest <sport>', 'what “<sport>” means')
  expect(text).toContain('/search <sport>')
})

it('says when there is no news yet', async () => {
  const { world } = await aRunningApp({ feeds: false })
  const empty = botSays(
    world,
    reader,
    'There is no news from today or yesterday yet. Your next digest',
  )
  world.sendText(reader, '/start')
  expect((await empty).text).toMatch(/next digest comes on \w+, \d+ \w+ \d{4}, 07:30/)
  const latest = botSays(world, reader, 'look for older news')
  world.sendText(reader, '/latest')
  await latest
})

it('changes hour and zone, and keeps them through /stop and /start', async () => {
  const { world } = await aRunningApp()
  const say = sayAs(world, reader)
  await say('/time 08:15', 'Write /start to get one')
  await say('/start', 'Harbour headline 1')
  await say('/time 8:15', /comes at 08:15 \(Europe\/Kyiv\)\. The next one: \w+, .* 08:15\./)
  await say('/time soon', '“soon” is not a time of day')
  await say('/time', 'Your digest comes at 08:15')
  await say('/timezone america/new_york', 'counted in America/New_York')
  await say('/timezone <Mars>', '“<Mars>” is not a time zone')
  await say('/stop tomorrow', 'I do not know what “tomorrow” means here')
  await say('/time', 'Your digest comes at 08:15')
  await say('/stop now', 'Your digest is stopped')
  await say('/stop', 'You get no digest at the moment')
  await say('/start', 'every day at 08:15 (America/New_York)')
})

it('keeps the preferences of one who has stopped, until /start', async () => {
  const { app, world } = await aRunningApp()
  const say = sayAs(world, reader)
  await say('/start', 'Harbour headline 1')
  await say('/stop', 'Your digest is stopped')
  await say('/time 08:00', 'stopped. /start brings it back, every day at 08:00 (Europe/Kyiv).')
  await say('/timezone Asia/Tokyo', 'brings it back, every day at 08:00 (Asia/Tokyo).')
  await say('/time', 'brings it back, every day at 08:00 (Asia/Tokyo).')
  await say('/time soon', '“soon” is not a time of day')
  expect(await findSubscription(app.db, chatItself(reader))).toBeNull()
  await say('/start', 'every day at 08:00 (Asia/Tokyo)')
})

it('pages through results with buttons, in place', async () => {
  const { world } = await aRunningApp()
  const results = botSays(world, reader, '25 articles')
  world.sendText(reader, '/search  harbour HEAD')
  const first = await results
  expect(first.text).toContain('harbour HEAD: 25 articles, 1–10')
  expect(first.text).toContain('Harbour headline 1\n')
  const [[older] = []] = first.reply_markup?.inline_keyboard ?? []
  expect(older).toMatchObject({ text: 'Older ›' })
  const second = botSays(world, reader, '11–20')
  await world.press(reader, first.message_id, 'search:10')
  expect((await second).message_id).toBe(first.message_id)
  const last = botSays(world, reader, '21–25')
  await world.press(reader, first.message_id, 'search:20')
  expect((await last).reply_markup?.inline_keyboard[0]).toHaveLength(1)
})

it('answers questions that find nothing, are empty or too long', async () => {
  const { world } = await aRunningApp()
  for (const [question, answer] of [
    ['/search', 'What shall I look for?'],
    ['/search zebra <b>', 'Nothing found for zebra <b>.'],
    ['/search ***', 'no words in “***”'],
    ['/search "', 'no words in “"”'],
    [`/search ${'x'.repeat(300)}`, 'at most 8 words and operators, 200 characters in all'],
    ['/search one two three four five six seven eight nine', 'at most 8 words and operators'],
  ] as const) {
    const said = botSays(world, reader, answer)
    world.sendText(reader, question)
    await said
  }
})

it('waits for the words of a /search without any, and for nothing longer', async () => {
  const { world } = await aRunningApp()
  const say = sayAs(world, reader)
  await say('/search', 'What shall I look for?')
  await say('harbour head', 'harbour head: 25 articles, 1–10')
  await say('Harbour head', 'I took that for a search')
  await say('/search', 'What shall I look for?')
  await say('***', 'no words in “***”')
  // A command is none.
  await say('/search', 'What shall I look for?')
  await say('/help', 'brings you the day')
  await say('harbour', 'I took that for a search')
  const group = -100_800
  world.addChat({ id: group, type: 'supergroup', title: 'Quay', creator: reader })
  world.setMember(group, world.bot.id, { status: 'member' })
  const asked = botSays(world, group, 'What shall I look for?')
  world.sendText(reader, '/search', { chatId: group })
  await asked
  world.setMember(group, admin, { status: 'member' })
  world.sendText(admin, 'not meant', { chatId: group })
  const found = botSays(world, group, 'harbour: 25 articles')
  world.sendText(reader, 'harbour', { chatId: group })
  await found
})

it('takes words in a private chat for a search, and says so, with pages as any other', async () => {
  const { world } = await aRunningApp()
  const say = sayAs(world, reader)
  const first = await say('harbour', /^harbour: 25 articles, 1–10[\s\S]*I took that for a search\./)
  const second = botSays(world, reader, '11–20')
  await world.press(reader, first.message_id, 'search:10')
  expect((await second).message_id).toBe(first.message_id)
  await say('***', /no words in “\*\*\*”[\s\S]*I took that for a search/)
  await say(`${'harbour '.repeat(60)}`, 'at most 8 words and operators')
})

it('goes on with More news, downwards, to the last headline', async () => {
  const { world } = await aRunningApp({ headlines: 95 })
  world.sendText(reader, '/latest')
  for (const label of ['More news · 70', 'More news · 30']) {
    const { id, data } = await vi.waitFor(() => {
      const last = world.history(reader).at(-1)
      const [[button] = []] = last?.reply_markup?.inline_keyboard ?? []
      if (!last || !button || !('callback_data' in button)) throw new Error('no button yet')
      expect(button.text).toBe(label)
      return { id: last.message_id, data: button.callback_data }
    }, 30_000)
    await world.press(reader, id, data)
  }
  await vi.waitFor(
    () => expect(world.history(reader).at(-1)?.text).toMatch(/That is all\.$/),
    30_000,
  )
  const text = world
    .history(reader)
    .map((m) => m.text)
    .join('\n')
    // The day in short, at the head, may tell a headline once more.
    .replaceAll(/^• .*$/gm, '')
  for (let i = 1; i <= 95; i++)
    expect(text.match(new RegExp(`headline ${i}\\b`, 'g'))).toHaveLength(1)
})

it('survives forged buttons', async () => {
  const { world } = await aRunningApp()
  const digest = botSays(world, reader, 'Harbour headline 1')
  world.sendText(reader, '/latest')
  const { message_id } = await digest
  for (const data of [
    'more:',
    'more:zz:9:x:1',
    'search:1',
    'nonsense',
    'more:zzzzzzzzz:9::999999',
    'page:',
    'page:lx0000000:2::zzzzzzzzz:999:9999999',
  ]) {
    await world.press(reader, message_id, data)
  }
  const help = botSays(world, reader, 'brings you the day')
  world.sendText(reader, '/help')
  await help
})

it('explains itself, and what it does not know', async () => {
  const { world } = await aRunningApp()
  for (const [question, answer] of [
    ['/help', '/timezone · Choose your time zone'],
    ['/privacy', 'What is kept about you'],
    ['/HELP', 'brings you the day'],
    ['/Search HARBOUR', 'HARBOUR: 25 articles'],
    ['/nonsense', 'I do not know that command'],
    ['hello', /^Nothing found for hello\.[\s\S]*I took that for a search/],
  ] as const) {
    const said = botSays(world, reader, answer)
    world.sendText(reader, question)
    await said
  }
  expect(world.history(reader).some(({ text }) => text?.includes('/addfeed'))).toBe(false)
  expect(world.commandsFor(reader).map(({ command }) => command)).not.toContain('addfeed')
})
