import type { Message } from 'grammy/types'
import { expect, it } from 'vitest'
import { chatItself } from '../../src/domain/subscription.ts'
import { findSubscription } from '../../src/store/subscriptions.ts'
import { admin, aRunningApp, reader, admin as stranger } from '../helpers/app.ts'
import { rss } from '../helpers/feeds.ts'
import { sayAs } from '../helpers/telegram.ts'

const ukrainian = 3

const buttonsOf = ({ reply_markup }: Message) => (reply_markup?.inline_keyboard ?? []).flat()
const labelsOf = (message: Message) => buttonsOf(message).map(({ text }) => text)

async function aStory({ takesInline = true } = {}) {
  const running = await aRunningApp({ feeds: false, takesInline })
  const { app, world, web } = running
  world.addUser({ id: ukrainian, is_bot: false, first_name: 'Олена', language_code: 'uk' })
  const ask = sayAs(world, admin)
  const title = 'Saltmere harbour bridge closes for repairs next week'
  web.answer('/news.rss', rss('Post', [{ title, link: `${web.origin}/1` }]))
  const column = { title: 'Of lanterns', link: `${web.origin}/2`, creator: 'Ada Marsh' }
  web.answer('/views.rss', rss('Views', [column]))
  await ask(`/addfeed ${web.origin}/news.rss`, 'Added Post')
  await ask(`/addfeed ${web.origin}/views.rss columns`, 'Added Views')
  await ask('/refresh', /Fetched/)
  const say = sayAs(world, reader)
  await say('/latest', 'Saltmere harbour bridge')
  const story = (await app.db.selectFrom('story').select('id').executeTakeFirst())?.id ?? 0
  const paper = async (chatId = reader) =>
    (await findSubscription(app.db, chatItself(chatId)))?.paper
  const press = async (person: number, message: Message, label: string) => {
    const button = buttonsOf(message).find(({ text }) => text === label)
    const data = button && 'callback_data' in button ? button.callback_data : `no ${label}`
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
    const outcome = await world.press(person, message.message_id, data, { chatId: message.chat.id })
    const now = () =>
      world.history(message.chat.id).find((each) => each.message_id === message.message_id)
    return { ...outcome, now }
  }
  return { ...running, say, story, paper, press }
}

it('follows and mutes a story from its page, one in place of the other, and takes it back', async () => {
  const { say, story, paper, press } = await aStory()
  const before = await say(`/start s_${story}`, '1 outlet')
  expect(labelsOf(before)).toEqual(['Save', 'Follow', 'Mute this story', 'Share'])
  expect((await press(reader, before, 'Follow')).text).toContain('/start')
  await say('/start', 'Welcome')
  const page = await say(`/start s_${story}`, '1 outlet')
  const followed = await press(reader, page, 'Follow')
  expect(followed.text).toContain('You follow this story now')
  expect((await paper())?.follows).toEqual([{ kind: 'story', of: `${story}`, alert: false }])
  const shows = (labels: string[]) =>
    expect.poll(() => labelsOf(followed.now() ?? page)).toEqual(labels)
  await shows(['Save', '✓ Following', 'Mute this story', 'Share'])
  expect((await press(reader, page, 'Mute this story')).text).toContain('for seven days')
  await shows(['Save', 'Follow', '✓ Muted', 'Share'])
  expect(await paper()).toMatchObject({ follows: [], mutes: { stories: [{ story }] } })
  expect(labelsOf(await say(`/start s_${story}`, '1 outlet'))).toContain('✓ Muted')
  await press(reader, followed.now() ?? page, '✓ Muted')
  await shows(['Save', 'Follow', 'Mute this story', 'Share'])
  expect(await paper()).toMatchObject({ follows: [], mutes: { stories: [] } })
})

it('follows and mutes a columnist from their page, in Ukrainian too', async () => {
  const { app, world, paper, press } = await aStory()
  const say = sayAs(world, ukrainian)
  await say('/start', 'Saltmere')
  const id = (await app.db.selectFrom('columnist').select('id').executeTakeFirst())?.id
  const page = await say(`/start by_${id}`, 'Ada Marsh')
  expect(labelsOf(page)).toEqual(['Стежити', 'Приховати'])
  const followed = await press(ukrainian, page, 'Стежити')
  expect(followed.text).toContain('Тепер ви стежите за колонками')
  expect((await paper(ukrainian))?.follows).toMatchObject([{ kind: 'columnist', of: `${id}` }])
  await expect.poll(() => labelsOf(followed.now() ?? page)).toEqual(['✓ Стежу', 'Приховати'])
  expect((await press(ukrainian, page, 'Приховати')).text).toContain('приховано')
  expect(await paper(ukrainian)).toMatchObject({ follows: [], mutes: { columnists: [id] } })
  expect((await press(ukrainian, page, 'Поділитися')).text).toContain('застаріла')
})

it('shares a story by an inline query, or by a link where the bot takes none', async () => {
  const { world, say, story } = await aStory()
  const page = await say(`/start s_${story}`, '1 outlet')
  expect(buttonsOf(page).at(-1)).toEqual({ text: 'Share', switch_inline_query: `s_${story}` })
  expect((await world.inlineQuery(stranger, `s_${story}`)).results).toHaveLength(1)
  const without = await aStory({ takesInline: false })
  const other = await without.say(`/start s_${without.story}`, '1 outlet')
  const link = encodeURIComponent(`https://t.me/courant_bot?start=s_${without.story}`)
  expect(buttonsOf(other).at(-1)).toEqual({
    text: 'Share',
    url: `https://t.me/share/url?url=${link}`,
  })
})

it('lets nobody change what is not theirs, nor follow what there is not', async () => {
  const { world, say, story, paper } = await aStory()
  await say('/start', 'Welcome')
  const page = await say(`/start s_${story}`, '1 outlet')
  const outcomeOf = (data: string) => world.press(reader, page.message_id, data)
  expect((await outcomeOf('stance:followed:story:999999')).text).toContain('no longer kept')
  expect((await outcomeOf('stance:muted:columnist:0')).text).toContain('no longer kept')
  for (const data of ['stance:x:story:1', 'stance:muted:feed:1', 'stance:muted:story:-1']) {
    expect((await outcomeOf(data)).text).toContain('too old')
  }
  expect((await outcomeOf('stance:none:story:999999')).text).toBe('Taken back.')
  const group = -100_802
  world.addChat({ id: group, type: 'supergroup', title: 'Quay', creator: reader })
  world.setMember(group, stranger, { status: 'member' })
  world.setMember(group, world.bot.id, { status: 'member' })
  const answer = await sayAs(world, stranger)(`/start s_${story}`, '1 outlet')
  const forged = await world.press(
    stranger,
    answer.message_id,
    `${group}|stance:muted:story:${story}`,
  )
  expect(forged.text).toContain('Only the admins')
  const notMine = await world.press(stranger, answer.message_id, `-${reader}|stance:muted:story:1`)
  expect(notMine.text).toContain('too old')
  expect(await paper(group)).toBeUndefined()
  expect((await paper())?.mutes.stories).toEqual([])
})
