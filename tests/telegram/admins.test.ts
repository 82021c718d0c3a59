import { expect, it } from 'vitest'
import { listFeeds } from '../../src/store/feeds.ts'
import { admin, aRunningApp, reader } from '../helpers/app.ts'
import { rss } from '../helpers/feeds.ts'
import { botSays } from '../helpers/telegram.ts'

it('refuses readers what only admins may, also by forged buttons', async () => {
  const { app, world, feed } = await aRunningApp()
  for (const command of [`/addfeed ${feed}`, '/feeds', '/removefeed 1', '/refresh']) {
    const refusal = botSays(world, reader, 'for the admins')
    world.sendText(reader, command)
    await refusal
  }
  const digest = botSays(world, reader, 'Harbour headline')
  world.sendText(reader, '/latest')
  const { message_id } = await digest
  const outcome = await world.press(reader, message_id, 'undo-removefeed:1')
  expect(outcome).toEqual({ text: 'This command is for the admins of this bot.', showAlert: true })
  expect(await listFeeds(app.db)).toHaveLength(1)
})

it('adds, lists, removes and brings back feeds', async () => {
  const { app, world, web } = await aRunningApp({ feeds: false })
  const say = (text: string, answer: string | RegExp) => {
    const said = botSays(world, admin, answer)
    world.sendText(admin, text)
    return said
  }
  await say('/feeds', 'There are no feeds yet')
  web.answer(
    '/opinion',
    rss('Views & Voices', [{ title: 'On bridges', link: `${web.origin}/1`, creator: 'Ada Marsh' }]),
  )
  web.answer('/empty', rss('Empty', []))
  web.answer('/page', '<html><body>Hello</body></html>', 'text/html')
  await say('/addfeed', 'Which feed?')
  await say(`/addfeed ${web.origin}/opinion colums`, '“colums” is not a kind of feed')
  await say(
    `/addfeed ${web.origin}/opinion columns`,
    'Added Views & Voices as columns, number 1: 1 item.',
  )
  await say(`/addfeed ${web.origin}/opinion`, 'is here already, as number 1')
  await say(`/addfeed ${web.origin}/empty`, 'it has no items yet')
  await say(`/addfeed ${web.origin}/page`, 'was not added: this is a web page, not a feed')
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
