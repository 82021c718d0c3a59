import { createHash } from 'node:crypto'
import type { Message } from 'grammy/types'
import { expect, it } from 'vitest'
import { dayHeading } from '../../src/domain/calendar.ts'
import { admin, aRunningApp, reader } from '../helpers/app.ts'
import { rss } from '../helpers/feeds.ts'
import { subject } from '../helpers/subject.ts'
import { sayAs } from '../helpers/telegram.ts'

const ukrainian = 3
const yesterday = Temporal.Now.plainDateISO('Europe/Kyiv').subtract({ days: 1 })
const date = new Date(`${yesterday}T12:00:00Z`).toUTCString()

const labelsOf = ({ reply_markup }: Message) =>
  (reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text)

/** A town with two sections, of which one is in Cyrillic, and a columnist. */
async function aTown() {
  const running = await aRunningApp({ feeds: false })
  const { app, world, web } = running
  world.addUser({ id: ukrainian, is_bot: false, first_name: 'Олена', language_code: 'uk' })
  const ask = sayAs(world, admin)
  const feeds = [
    { title: 'Quay Courier', section: 'Town sport', kind: 'news', word: 'cup' },
    { title: 'Tide Gazette', section: 'Порт', kind: 'news', word: 'vote' },
    { title: 'Pier Opinion', section: 'Views', kind: 'columns', word: 'essay' },
  ]
  for (const [i, { title, section, kind, word }] of feeds.entries()) {
    const item = { title: `${subject(i)} ${word}`, link: `${web.origin}/${i}`, date }
    web.answer(`/${i}.rss`, rss(title, [{ ...item, creator: 'Ada Marsh' }]))
    await ask(`/addfeed ${web.origin}/${i}.rss ${kind}`, `Added ${title}`)
    await app.db
      .updateTable('feed')
      .set({ tags: JSON.stringify([section]) })
      .where('title', '=', title)
      .execute()
  }
  await ask('/refresh', /Fetched/)
  const say = sayAs(world, reader)
  await expect
    .poll(async () => (await say('/latest yesterday', /./)).text, { timeout: 20_000 })
    .toMatch(/cup[\s\S]*essay|essay[\s\S]*cup/)
  const idOf = async (table: 'feed' | 'columnist') =>
    (await app.db.selectFrom(table).select('id').orderBy('id').executeTakeFirst())?.id ?? 0
  return { ...running, say, idOf }
}

it('opens the newest day of a section, a feed or a columnist, and any day, by a link', async () => {
  const { app, world, say, idOf } = await aTown()
  const heading = dayHeading(yesterday, 'en-GB')
  const sport = await say('/start section_town_sport', heading)
  expect(sport.text).toContain('cup')
  expect(sport.text).not.toContain('vote')
  const key = createHash('sha256').update('Порт').digest('base64url').slice(0, 10)
  expect((await say(`/start section_${key}`, heading)).text).toMatch(/^Порт\n[\s\S]*vote/)
  expect((await say('/start section_port', heading)).text).toMatch(/^Порт\n/)
  expect((await say(`/start feed_${await idOf('feed')}`, heading)).text).toMatch(/^Quay Courier\n/)
  const ada = await say(`/start by_${await idOf('columnist')}`, heading)
  expect(ada.text).toMatch(/^Ada Marsh\n[\s\S]*essay/)
  expect(labelsOf(ada)).toEqual(['Follow', 'Mute'])
  const day = await say(`/start day_${yesterday}`, heading)
  for (const word of ['cup', 'vote', 'essay']) expect(day.text).toContain(word)
  await say(`/start day_${`${yesterday}`.replaceAll('-', '')}`, heading)
  await say('/start day_2024-06-14', 'There is no news from Friday, 14 June 2024')
  const port = await sayAs(world, ukrainian)(
    `/start section_${key}`,
    dayHeading(yesterday, 'uk-UA'),
  )
  expect(port.text).toContain('vote')
  // A link to read something subscribes nobody.
  expect(await app.db.selectFrom('subscription').select('id').execute()).toEqual([])
})

it('starts as usual by a link that names nothing', async () => {
  const { say } = await aTown()
  await say('/start section_nosuch', 'Welcome')
  for (const words of [
    'section_',
    'section_____',
    'feed_999999',
    'feed_1e3',
    'by_999999999999999',
    'by_x',
    'day_2026-13-40',
    'day_2026-0614',
    `day_${'9'.repeat(60)}`,
    's_',
    '__proto__',
    'x'.repeat(64),
  ]) {
    await say(`/start ${words}`, /^Your digest comes/)
  }
})
