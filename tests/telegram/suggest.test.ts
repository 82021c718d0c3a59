import type { InlineKeyboardButton, Message } from 'grammy/types'
import { expect, it } from 'vitest'
import { listFeeds } from '../../src/store/feeds.ts'
import { admin, aRunningApp, reader } from '../helpers/app.ts'
import { rss } from '../helpers/feeds.ts'
import { aHook } from '../helpers/hook.ts'
import { botSays, sayAs } from '../helpers/telegram.ts'

const buttonOf = (message: Message, label: string): string => {
  const all = message.reply_markup?.inline_keyboard.flat() as InlineKeyboardButton.CallbackButton[]
  return all.find(({ text }) => text === label)?.callback_data ?? `no button ${label}`
}
const linkOf = ({ entities = [] }: Message) =>
  entities.flatMap((entity) => (entity.type === 'text_link' ? entity.url : []))

/** A reader who suggests, an admin who decides, and a server with a feed. */
async function aTown() {
  const running = await aRunningApp({ feeds: false })
  const { world, web } = running
  web.answer('/rss', rss('Quay Courier', [{ title: 'Tide turns', link: `${web.origin}/1` }]))
  await sayAs(world, admin)('/help', 'For admins')
  const press = async (who: number, message: Message, label: string, answer: string | RegExp) => {
    const said = botSays(world, who, answer)
    await world.press(who, message.message_id, buttonOf(message, label))
    return said
  }
  return { ...running, say: sayAs(world, reader), press, address: `${web.origin}/rss` }
}

it('brings a pasted address to the admins, who add it', async () => {
  const { app, world, say, press, address } = await aTown()
  const offer = await say(`Look at ${address} please`, 'Would you like to read this here?')
  expect(linkOf(offer)).toEqual([address])
  const brought = botSays(world, admin, 'A reader suggests a source')
  const thanks = await press(
    reader,
    offer,
    'Suggest this source',
    'the admins have your suggestion',
  )
  expect(thanks.message_id).toBe(offer.message_id)
  const asked = await brought
  expect(linkOf(asked)).toEqual([address])
  expect(JSON.stringify(asked)).not.toContain('Person 1')
  const added = await press(admin, asked, 'Add', 'Added Quay Courier as news')
  expect(added.message_id).toBe(asked.message_id)
  expect((await listFeeds(app.db)).map(({ url }) => url)).toEqual([address])
  await say(`/suggest ${address}`, 'That source is here already')
})

it('tells an admin of a suggestion in the language of the admin, and its reader in theirs', async () => {
  const { world, address } = await aTown()
  const olena = 6
  world.addUser({ id: olena, is_bot: false, first_name: 'Олена', language_code: 'uk' })
  const brought = botSays(world, admin, 'A reader suggests a source')
  await sayAs(world, olena)(`/suggest ${address}`, /[а-яі]/)
  expect(buttonOf(await brought, 'Add')).toBe('suggestion:add')
})

it('takes for an address what Telegram does, and other words with dots for a search', async () => {
  const { say } = await aTown()
  for (const text of ['example.org', 'www.example.org/news', 'See https://93.184.215.14/ here']) {
    await say(text, 'Would you like to read this here?')
  }
  for (const text of ['U.S.', '3.14', 'see example.org', 'a:b', 'harbour/quay']) {
    await say(text, 'I took that for a search')
  }
})

it('takes each address once, and a decision once', async () => {
  const { app, world, say, press, address } = await aTown()
  const brought = botSays(world, admin, 'A reader suggests a source')
  await say(`/suggest ${address}`, 'the admins have your suggestion')
  await say(`/suggest ${address}?utm_source=x`, 'Somebody has suggested that already')
  const asked = await brought
  await press(admin, asked, 'Ignore', 'Ignored:')
  // The buttons of a second admin are still there.
  const decided = botSays(world, admin, 'An admin has decided on this already')
  await world.press(admin, asked.message_id, 'suggestion:add')
  await decided
  await world.press(admin, asked.message_id, 'suggestion:ignore')
  expect(await listFeeds(app.db)).toEqual([])
})

it('lets an admin try again what cannot be read now', async () => {
  const { app, world, web, say, press } = await aTown()
  const brought = botSays(world, admin, 'A reader suggests a source')
  await say(`/suggest ${web.origin}/later`, 'the admins have your suggestion')
  const asked = await brought
  await press(admin, asked, 'Add', 'was not added')
  web.answer('/later', rss('Late Post', [{ title: 'At last', link: `${web.origin}/2` }]))
  await press(admin, asked, 'Add', 'Added Late Post')
  expect(await listFeeds(app.db)).toHaveLength(1)
})

it('refuses private and odd addresses as /addfeed does, and asks for none', async () => {
  const { app, say } = await aTown()
  for (const [address, reason] of [
    ['http://10.0.0.1/rss', 'private or reserved address'],
    ['http://[::1]/rss', 'private or reserved address'],
    ['http://2130706434/rss', 'private or reserved address'],
    ['http://93.184.215.14:22/', 'port 22 is no usual port'],
    ['http://user:pass@93.184.215.14/', 'user name or password'],
    ['ftp://example.org/', 'is not an address'],
    ['nowhere', 'is not an address'],
  ]) {
    await say(`/suggest ${address}`, reason ?? '')
  }
  await say('/suggest', 'Which source would you like')
  expect(await app.db.selectFrom('suggestion').selectAll().execute()).toEqual([])
})

it('takes three suggestions of a person a day', async () => {
  const { app, world, web, say } = await aTown()
  for (const i of [1, 2, 3]) await say(`/suggest ${web.origin}/${i}`, 'have your suggestion')
  await say(`/suggest ${web.origin}/4`, 'You have suggested 3 sources today')
  world.addUser({ id: 5, is_bot: false, first_name: 'Five', language_code: 'en' })
  await sayAs(world, 5)(`/suggest ${web.origin}/4`, 'have your suggestion')
  await app.db.updateTable('suggestion').set({ suggested_at: 0 }).execute()
  await say(`/suggest ${web.origin}/5`, 'have your suggestion')
  expect(await app.db.selectFrom('suggestion').selectAll().execute()).toHaveLength(5)
})

it('offers an admin to add an address at once', async () => {
  const { app, world, press, address } = await aTown()
  const offer = await sayAs(world, admin)(address, 'Shall I add this source?')
  await press(admin, offer, 'Add this source', 'Added Quay Courier')
  expect(await listFeeds(app.db)).toHaveLength(1)
})

it('answers forged presses, lets no reader decide, and takes suggestions in private alone', async () => {
  const { app, world, say, address } = await aTown()
  const { message_id } = await say('/help', '/suggest')
  expect(await world.press(reader, message_id, 'suggest')).toMatchObject({
    text: expect.stringContaining('too old'),
  })
  const offer = await say(address, 'Would you like to read this here?')
  for (const data of ['suggestion:add', 'suggestion:ignore', 'addfeed:1:news']) {
    expect(await world.press(reader, offer.message_id, data)).toMatchObject({
      text: 'This command is for the admins of this bot.',
    })
  }
  const help = await sayAs(world, admin)('/help', 'For admins')
  for (const data of ['suggestion:add', 'suggestion:ignore', 'suggestion:', 'suggest:1']) {
    expect(await world.press(admin, help.message_id, data)).toMatchObject({
      text: expect.stringContaining('too old'),
    })
  }
  const group = -100_800
  world.addChat({ id: group, type: 'supergroup', title: 'Quay', creator: reader })
  world.setMember(group, world.bot.id, { status: 'member' })
  const refused = botSays(world, group, 'write to me in a private chat')
  world.sendText(reader, `/suggest ${address}`, { chatId: group })
  const there = await refused
  expect(await world.press(reader, there.message_id, 'suggest', { chatId: group })).toMatchObject({
    text: expect.stringContaining('too old'),
  })
  // A link in a message of the bot's own that nobody has suggested.
  const said = botSays(world, admin, 'An admin has decided on this already')
  const own = await sayAs(world, admin)(address, 'Shall I add this source?')
  await world.press(admin, own.message_id, 'suggestion:add')
  await said
  expect(await listFeeds(app.db)).toEqual([])
})

const user = { id: reader, is_bot: false, first_name: 'Person', language_code: 'en' }
const message = { message_id: 1, date: 1, chat: { id: reader, type: 'private' }, from: user }

it('offers the channel of a forwarded post, and has a kind word for what is no text', async () => {
  const { world, post } = await aHook()
  world.sendText(reader, '/help')
  const answerTo = async (content: object, words: string | RegExp) => {
    const said = botSays(world, reader, words)
    await post({ message: { ...message, ...content } })
    return said
  }
  const channel = (username?: string) => ({
    forward_origin: {
      ...{ type: 'channel', date: 1, message_id: 5 },
      chat: { id: -1001, type: 'channel', title: 'Harbour', ...(username && { username }) },
    },
  })
  const offer = await answerTo(
    { ...channel('harbour_news'), text: '/stop' },
    'Would you like to read',
  )
  expect(linkOf(offer)).toEqual(['https://t.me/harbour_news'])
  await answerTo({ ...channel(), photo: [] }, 'has no public name')
  await answerTo({ ...channel('x"><b>'), text: 'x' }, 'has no public name')
  for (const [content, words] of [
    [{ photo: [{ file_id: 'x' }], caption: 'Look' }, 'Thank you for the picture!'],
    [{ sticker: {} }, 'Thank you for the sticker!'],
    [{ voice: {} }, 'Thank you for the voice message!'],
    [{ animation: {}, document: {} }, 'Thank you for the animation!'],
    [{ contact: {} }, 'Thank you for the contact!'],
    [{ poll: {} }, 'Thank you for the poll!'],
    [{ story: {} }, 'Thank you for the story!'],
  ] as const) {
    await answerTo(content, words)
  }
  // One word for an album, and none for what Telegram itself notes.
  const before = world.sent.length
  await answerTo({ photo: [], media_group_id: 'a' }, 'Thank you for the picture!')
  await post({ message: { ...message, photo: [], media_group_id: 'a' } })
  await post({ message: { ...message, pinned_message: message } })
  await answerTo({ sticker: {} }, 'Thank you for the sticker!')
  expect(world.sent.length - before).toBe(2)
})
