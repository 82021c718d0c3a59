import { expect, it, onTestFinished } from 'vitest'
import { startApp } from '../../src/app.ts'
import { listFeeds } from '../../src/store/feeds.ts'
import { aConfig, admin, aRunningApp, reader } from '../helpers/app.ts'
import { aTelegram, botSays, sayAs, token } from '../helpers/telegram.ts'

it('gives an admin the whole menu from the first message on', async () => {
  const { world, apiRoot } = await aTelegram([reader])
  const admins = { adminIds: [admin], allowPrivateAddresses: [], sampleFeeds: [] }
  const app = await startApp(aConfig(), { token, apiRoot, ...admins })
  onTestFinished(app.stop)
  // One whom Telegram does not know as somebody the bot has met, when it starts.
  world.addUser({ id: admin, is_bot: false, first_name: 'Admin', language_code: 'en' })
  const menu = () => world.commandsFor(admin).map(({ command }) => command)
  expect(menu()).not.toContain('addfeed')
  await sayAs(world, admin)('/help', 'For admins')
  expect(menu()).toContain('addfeed')
  await sayAs(world, reader)('/help', 'brings you the day')
  expect(world.commandsFor(reader).map(({ command }) => command)).not.toContain('addfeed')
})

it('tells the admin of a bot without feeds what to do, and adds a list to begin with', async () => {
  const { app, world } = await aRunningApp({ feeds: false })
  const steps = await sayAs(world, admin)('/start', 'There are no feeds yet.')
  expect(steps.text).toContain('/addfeed https://')
  const [[button] = []] = steps.reply_markup?.inline_keyboard ?? []
  const data = button && 'callback_data' in button ? button.callback_data : ''
  const added = botSays(world, admin, /^Added \d+ feeds/)
  await world.press(admin, steps.message_id, data)
  await added
  const feeds = await listFeeds(app.db)
  expect(feeds.length).toBeGreaterThan(4)
  expect(feeds.every(({ url }) => url.startsWith('https://'))).toBe(true)
  expect(feeds.map(({ kind }) => kind)).toContain('columns')
  await sayAs(world, admin)('/start', 'Your digest comes')
  await sayAs(world, admin)('/help', 'For admins')
  expect(world.history(admin).filter(({ text }) => /no feeds yet/.test(text ?? ''))).toHaveLength(1)
})

it('tells readers of no first steps', async () => {
  const { world } = await aRunningApp({ feeds: false })
  await sayAs(world, reader)('/start', 'There is no news from today')
  await sayAs(world, reader)('/help', 'brings you the day')
  expect(world.history(reader).some(({ text }) => /addfeed/.test(text ?? ''))).toBe(false)
})

it('tells people their own number, and where an admin is asked for', async () => {
  const { world } = await aRunningApp()
  await sayAs(world, reader)('/id', `Your number on Telegram is ${reader}.`)
  await sayAs(world, reader)('/feeds', `Your own number is ${reader}:`)
  const group = -100_700
  world.addChat({ id: group, type: 'supergroup', title: 'Quay', creator: reader })
  world.setMember(group, world.bot.id, { status: 'member' })
  const refused = botSays(world, group, 'for the admins of this bot.')
  world.sendText(reader, '/feeds', { chatId: group })
  expect((await refused).text).not.toContain('number')
  const shown = botSays(world, group, `Your number on Telegram is ${reader}.`)
  world.sendText(reader, '/id', { chatId: group })
  await shown
  world.setMember(group, admin, { status: 'administrator', is_anonymous: true })
  const anonymous = botSays(world, group, 'in a private chat')
  world.sendText(admin, '/id', { chatId: group })
  await anonymous
})
