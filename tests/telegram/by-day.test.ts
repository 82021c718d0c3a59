import type { InlineKeyboardButton, Message } from 'grammy/types'
import { expect, it } from 'vitest'
import { dayHeading, dayInWords } from '../../src/domain/calendar.ts'
import { decodeDayRequest, encodeDayRequest } from '../../src/domain/day-request.ts'
import { admin, aRunningApp, reader } from '../helpers/app.ts'
import { rss } from '../helpers/feeds.ts'
import { subject } from '../helpers/subject.ts'
import { botSays, sayAs } from '../helpers/telegram.ts'

const today = Temporal.Now.plainDateISO('Europe/Kyiv')
const daysAgo = (days: number) => today.subtract({ days })
/** At noon in UTC, which is the same day in Kyiv. */
const dated = (days: number) => new Date(`${daysAgo(days)}T12:00:00Z`).toUTCString()
const heading = (days: number) => dayHeading(daysAgo(days), 'en-GB')
const labelOf = (days: number) =>
  daysAgo(days).toLocaleString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' })

const buttonsOf = (message: Message) =>
  (message.reply_markup?.inline_keyboard ?? []).flat() as InlineKeyboardButton.CallbackButton[]
const labelsOf = (message: Message) => buttonsOf(message).map(({ text }) => text)

type News = { title: string; days: number; creator?: string }

/** The app with feeds by their titles, each with news of so many days ago and a section. */
async function aPress(feeds: Record<string, { section: string; kind?: string; news: News[] }>) {
  const running = await aRunningApp({ feeds: false })
  const { app, world, web } = running
  const ask = sayAs(world, admin)
  for (const [title, { section, kind = 'news', news }] of Object.entries(feeds)) {
    const path = `/${encodeURIComponent(title)}`
    const items = news.map(({ title: name, days, creator }, i) => ({
      ...{ title: name, link: `${web.origin}${path}/${i}`, date: dated(days) },
      ...(creator && { creator }),
    }))
    web.answer(path, rss(title, items))
    await ask(`/addfeed ${web.origin}${path} ${kind}`, `Added ${title}`)
    await app.db
      .updateTable('feed')
      .set({ tags: JSON.stringify([section]) })
      .where('title', '=', title)
      .execute()
  }
  await ask('/refresh', /Fetched/)
  const articles = Object.values(feeds).flatMap(({ news }) => news).length
  const arrived = async () =>
    (
      await app.db
        .selectFrom('article')
        .select('arrival')
        .where('arrival', 'is not', null)
        .execute()
    ).length
  await expect.poll(arrived, { timeout: 10_000 }).toBe(articles)
  const say = sayAs(world, reader)
  const press = async (message: Message, label: string | RegExp, words: string | RegExp) => {
    const found = buttonsOf(message).find(({ text }) =>
      typeof label === 'string' ? text === label : label.test(text),
    )
    const said = botSays(world, reader, words)
    await world.press(reader, message.message_id, found?.callback_data ?? `no button ${label}`)
    return said
  }
  return { ...running, say, press }
}

const town = {
  'Quay Courier': {
    section: 'Sport',
    news: [
      { title: `${subject(1)} cup`, days: 1 },
      { title: `${subject(2)} race`, days: 3 },
    ],
  },
  'Tide Gazette': {
    section: 'World',
    news: [
      { title: `${subject(3)} vote`, days: 1 },
      { title: `${subject(4)} treaty`, days: 6 },
    ],
  },
  'Pier Opinion': {
    section: 'Views',
    kind: 'columns',
    news: [{ title: `${subject(5)} essay`, days: 2, creator: 'Ada Marsh' }],
  },
}

it('goes day by day, in place, past days without news', async () => {
  const { say, press } = await aPress(town)
  const first = await say('/yesterday', heading(1))
  for (const word of ['cup', 'vote']) expect(first.text).toContain(word)
  expect(labelsOf(first)).toEqual([`‹ ${labelOf(2)}`])
  let page = await press(first, `‹ ${labelOf(2)}`, heading(2))
  expect(page.text).toContain('Ada Marsh')
  page = await press(page, `‹ ${labelOf(3)}`, heading(3))
  page = await press(page, `‹ ${labelOf(6)}`, heading(6))
  expect(labelsOf(page)).toEqual([`${labelOf(3)} ›`])
  page = await press(page, `${labelOf(3)} ›`, heading(3))
  expect(page.message_id).toBe(first.message_id)
})

it('shows a section, a source or a columnist alone, of the newest day that has any', async () => {
  const { say, press } = await aPress(town)
  const sport = await say('/latest sport', heading(1))
  expect(sport.text).toMatch(/^Sport\n/)
  expect(sport.text).not.toContain('vote')
  expect(labelsOf(sport)).toEqual([`‹ ${labelOf(3)}`])
  await press(sport, `‹ ${labelOf(3)}`, 'race')
  expect((await say('/latest tide gazette', 'vote')).text).not.toContain('cup')
  const ada = await say('/latest ada marsh', heading(2))
  expect(ada.text).toContain('essay')
  expect(labelsOf(ada)).toEqual(['Follow', 'Mute'])
  await say(
    `/latest sport ${daysAgo(3).toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })}`,
    'race',
  )
  await say(`/latest ${daysAgo(6)}`, 'treaty')
  await say('/YESTERDAY world', 'vote')
})

it('offers the nearest days where one has nothing, and a choice where several are meant', async () => {
  const { say, press } = await aPress({
    ...town,
    'Quay Record': { section: 'Sport', news: [{ title: `${subject(6)} oars`, days: 1 }] },
  })
  const none = await say(`/latest ${daysAgo(4)}`, `There is no news from ${heading(4)}`)
  expect(labelsOf(none)).toEqual([`‹ ${labelOf(6)}`, `${labelOf(3)} ›`])
  await press(none, `‹ ${labelOf(6)}`, 'treaty')
  const empty = await say(`/latest sport ${daysAgo(9)}`, 'There is nothing of Sport from')
  expect(labelsOf(empty)).toEqual([`${labelOf(3)} ›`])
  const which = await say('/latest quay', 'Which of these do you mean by “quay”?')
  expect(labelsOf(which)).toEqual(['Quay Courier', 'Quay Record'])
  // It has nothing of today: the days that have are offered.
  const chosen = await press(which, 'Quay Record', 'There is nothing of Quay Record from')
  await press(chosen, `‹ ${labelOf(1)}`, 'oars')
  await say('/language українська', 'українська')
  const day = dayInWords(daysAgo(4), 'uk-UA')
  await say(`/latest ${daysAgo(4)}`, `За цей день новин немає: ${day} Найближчі новини:`)
  await say('/language English', 'English')
  const before1990 = await say('/latest 14 June 1990', 'There is no news from')
  expect(labelsOf(before1990)).toEqual([`${labelOf(6)} ›`])
  for (const words of ['cricket', '32 June', '<b>']) {
    await say(`/latest ${words}`, `I do not know what “${words}” means here`)
  }
})

it('shows as many as asked for, and goes on through a long day without losing one', async () => {
  const { world, web, say, press } = await aPress({
    'Quay Courier': {
      section: 'Sport',
      news: Array.from({ length: 40 }, (_, i) => ({ title: `${subject(i)} item${i}x`, days: 1 })),
    },
    'Pier Opinion': {
      section: 'Views',
      kind: 'columns',
      news: [1, 2, 3].map((i) => ({
        title: `${subject(50 + i)} item${40 + i}x`,
        days: 1,
        creator: `Ada Marsh ${'ABC'[i - 1]}son`,
      })),
    },
  })
  const few = await say('/latest 5 quay courier', heading(1))
  expect(few.text?.match(/item\d+x/g)).toHaveLength(5)
  expect(labelsOf(few)).toEqual(['More · 35 ›'])
  let page = await say('/latest yesterday', heading(1))
  const seen = new Set(page.text?.match(/item\d+x/g))
  for (let i = 0; labelsOf(page).some((label) => label.startsWith('More')) && i < 9; i++) {
    page = await press(page, /^More/, heading(1))
    for (const item of page.text?.match(/item\d+x/g) ?? []) {
      expect(seen).not.toContain(item)
      seen.add(item)
    }
  }
  expect(seen.size).toBe(43)
  // What comes meanwhile moves nothing from page to page.
  const again = await press(page, '‹ First page', heading(1))
  const items = Array.from({ length: 9 }, (_, i) => ({
    ...{ title: `${subject(70 + i)} fresh${i}x`, link: `${web.origin}/fresh/${i}`, date: dated(1) },
  }))
  web.answer('/fresh', rss('Fresh Post', items))
  await sayAs(world, admin)(`/addfeed ${web.origin}/fresh`, 'Added Fresh Post')
  await sayAs(world, admin)('/refresh', /Fetched/)
  const second = await press(again, /^More/, heading(1))
  expect(second.text).not.toContain('fresh')
  const first = new Set(again.text?.match(/item\d+x/g))
  expect(first.intersection(new Set(second.text?.match(/item\d+x/g))).size).toBe(0)
  await say('/latest 50', /item/)
})

it('survives forged days, and answers what is not there any more', async () => {
  const { world, say } = await aPress(town)
  const page = await say('/latest sport', heading(1))
  const outcomeOf = (data: string) => world.press(reader, page.message_id, data)
  for (const data of [
    'day:',
    'day:20241340:0:12:',
    'day:20240614:0:0:',
    'day:20240614:0:99:',
    'day:20240614:0:12::x1',
    'day:20240614:0:12::sshort',
    'day:20240614:0:12::f999999999999999',
    'day:20240614:0:12::s0123456789',
    'day:20240614:0:12::c77',
  ]) {
    expect({ [data]: await outcomeOf(data) }).toMatchObject({
      [data]: { text: expect.stringContaining('too old') },
    })
  }
  for (const data of [
    'day:00000101:0:12:',
    'day:99991231:999999:50:zzzzzzzzz',
    'day:20240614:5:1:0',
  ]) {
    expect((await outcomeOf(data)).text ?? '').toBe('')
  }
  // All of that day is shown in place of what is of a section that is no more.
  await outcomeOf('day:20240614:0:12::s0123456789')
  expect(world.history(reader).find((each) => each.message_id === page.message_id)?.text).toMatch(
    /^There is no news from Friday, 14 June 2024/,
  )
  const channel = -100_900
  world.addChat({ id: channel, type: 'channel', title: 'Quay', creator: admin })
  world.setMember(channel, world.bot.id, { status: 'administrator' })
  const posted = await world.call('sendMessage', { chat_id: channel, text: 'A digest' })
  if (!('result' in posted)) throw new Error('not posted')
  const { message_id } = posted.result as Message
  const data = `day:${daysAgo(1).toString().replaceAll('-', '')}:0:12:`
  expect(await world.press(reader, message_id, data, { chatId: channel })).toMatchObject({
    text: expect.stringContaining('too old'),
  })
  expect(world.history(channel).at(-1)?.text).toBe('A digest')
  await say('/help', '/yesterday')
})

it('writes requests within 64 bytes and reads them back', () => {
  const date = Temporal.PlainDate.from('2024-06-14')
  for (const filter of [
    null,
    { kind: 'section', key: 'aZ_-012345' },
    { kind: 'feed', id: 999_999_999_999_999 },
    { kind: 'columnist', id: 1 },
  ] as const) {
    const request = { date, offset: 99_999, size: 50, upTo: 99_999_999_999_999, filter }
    const data = encodeDayRequest(request)
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
    expect(decodeDayRequest(data)).toEqual(request)
  }
})
