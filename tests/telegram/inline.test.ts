import { expect, it } from 'vitest'
import { chatItself } from '../../src/domain/subscription.ts'
import type { InlineResult } from '../../src/playground/telegram/inline-answer.ts'
import { type Mute, muteWord, withMute } from '../../src/serving/mutes.ts'
import { changePaper } from '../../src/serving/papers.ts'
import { admin, aRunningApp, reader } from '../helpers/app.ts'
import { rss } from '../helpers/feeds.ts'
import { botSays, sayAs } from '../helpers/telegram.ts'

const ukrainian = 3
const titles = (results: readonly InlineResult[]) => results.map(({ title }) => title)

async function aPress() {
  const running = await aRunningApp({ feeds: false })
  const { app, world, web } = running
  world.addUser({ id: ukrainian, is_bot: false, first_name: 'Олена', language_code: 'uk' })
  const ask = sayAs(world, admin)
  const bridge = 'Saltmere harbour bridge closes for repairs next week'
  const date = new Date(Date.now() - 60 * 60_000).toUTCString()
  const other = { title: 'Lantern festival draws thousands', link: `${web.origin}/lantern`, date }
  for (const [i, outlet] of ['Post', 'Record'].entries()) {
    const first = { title: bridge, link: `${web.origin}/${i}`, date }
    web.answer(`/${i}.rss`, rss(outlet, i === 0 ? [first, other] : [first]))
    await ask(`/addfeed ${web.origin}/${i}.rss`, `Added ${outlet}`)
  }
  await ask('/refresh', /Fetched/)
  await sayAs(world, reader)('/latest', 'Saltmere harbour bridge')
  const serving = { db: app.db, now: Temporal.Now.instant }
  const storyOf = async (title: string) => {
    const row = await app.db
      .selectFrom('article')
      .where('title', '=', title)
      .select('story_id')
      .executeTakeFirst()
    return row?.story_id ?? 0
  }
  return { ...running, bridge, lantern: other.title, serving, storyOf }
}

it('gives the first stories of the day without words, and what is found with them', async () => {
  const { world, web, bridge, lantern } = await aPress()
  const first = await world.inlineQuery(reader, '')
  expect(titles(first.results)).toEqual([bridge, lantern])
  const [one] = first.results
  expect(one?.description).toMatch(/^\d{1,2} \w+ \d{4}, \d\d:\d\d \S+ · (Post|Record)$/)
  expect(one?.message.text).toMatch(/^Saltmere .*\n\d{1,2} .* · (Post|Record) \+1 source$/)
  const links = one?.message.entities.flatMap((entity) => ('url' in entity ? entity.url : []))
  expect(links?.[0]).toMatch(new RegExp(`^${web.origin}/[01]$`))
  expect(links?.[1]).toMatch(/^https:\/\/t\.me\/courant_bot\?start=s_\d+$/)
  expect(titles((await world.inlineQuery(reader, 'lanterns')).results)).toEqual([lantern])
  // The same person's same question is answered by Telegram itself for a while.
  await world.inlineQuery(reader, 'lanterns')
  const answers = world.calls.filter(({ method }) => method === 'answerInlineQuery')
  expect(answers).toHaveLength(2)
  expect(answers[0]?.params).toMatchObject({ is_personal: true, cache_time: 30 })
})

it('says in the language of who asks that there is nothing, and leads to the search', async () => {
  const { world } = await aPress()
  const none = await world.inlineQuery(reader, 'zeppelin')
  expect(none).toMatchObject({ results: [], button: { start: 'search' } })
  expect(none.button?.text).toContain('Nothing found')
  const nothing = await world.inlineQuery(ukrainian, 'дирижабль')
  expect(nothing.button?.text).toContain('Нічого не знайдено')
  expect((await world.inlineQuery(reader, '!')).button?.text).toContain('Nothing found')
  const long = Array.from({ length: 40 }, (_, i) => `word${i}`).join(' ')
  expect((await world.inlineQuery(reader, long.slice(0, 256))).button?.text).toContain('too long')
  const asked = botSays(world, reader, 'What shall I look for?')
  world.sendText(reader, `/start ${none.button?.start}`)
  await asked
  await sayAs(world, reader)('lantern', 'Lantern festival')
})

it('leaves out what the asker has muted, of the first stories and of what is found', async () => {
  const { world, bridge, lantern, serving, storyOf } = await aPress()
  const say = sayAs(world, reader)
  await say('/start', 'Welcome')
  const mute = (person: number, mute: Mute) =>
    changePaper(serving, chatItself(person), (paper) => withMute(paper, mute, serving.now()))
  await muteWord(serving, chatItself(reader), 'festival')
  expect(titles((await world.inlineQuery(reader, '')).results)).toEqual([bridge])
  expect((await world.inlineQuery(reader, 'lantern')).results).toEqual([])
  expect(titles((await world.inlineQuery(admin, 'lantern')).results)).toEqual([lantern])
  await mute(reader, { kind: 'story', of: String(await storyOf(bridge)) })
  expect((await world.inlineQuery(reader, 'harbour bridge')).results).toEqual([])
  expect(titles((await world.inlineQuery(admin, 'harbour bridge')).results)).toEqual([bridge])
  const [feed] = await serving.db.selectFrom('feed').select('id').orderBy('id').execute()
  await sayAs(world, admin)('/start', 'Welcome')
  await mute(admin, { kind: 'feed', of: String(feed?.id) })
  expect((await world.inlineQuery(admin, 'lantern festival')).results).toEqual([])
})

it('shares one story by its number, which is sent in the name of who picks it', async () => {
  const { world, bridge, storyOf } = await aPress()
  const id = await storyOf(bridge)
  const { results } = await world.inlineQuery(reader, `s_${id}`)
  expect(titles(results)).toEqual([bridge])
  const before = world.calls.length
  const sent = world.chooseResult(reader, results[0]?.id ?? '')
  expect(sent).toMatchObject({ from: { id: reader }, via_bot: { id: world.bot.id } })
  expect(sent.text).toContain(bridge)
  expect((await world.inlineQuery(reader, 's_999999')).button?.text).toContain('Nothing found')
  // Nothing is answered to what was sent by way of the bot.
  const after = world.calls.slice(before).map(({ method }) => method)
  expect(after.filter((method) => method !== 'getUpdates')).toEqual(['answerInlineQuery'])
})

it('goes on page by page, without repeating, whatever stands in the offset', async () => {
  const { world } = await aRunningApp({ headlines: 60 })
  const pages = [await world.inlineQuery(reader, '')]
  for (let next = pages[0]?.nextOffset ?? ''; next; next = pages.at(-1)?.nextOffset ?? '') {
    expect(Buffer.byteLength(next)).toBeLessThanOrEqual(64)
    pages.push(await world.inlineQuery(reader, '', next))
  }
  const all = pages.flatMap(({ results }) => titles(results))
  expect(pages.length).toBeGreaterThan(1)
  expect([all.length, new Set(all).size]).toEqual([60, 60])
  const first = await world.inlineQuery(reader, 'harbour')
  const second = await world.inlineQuery(reader, 'harbour', first.nextOffset)
  expect(titles(second.results)).toHaveLength(10)
  expect(titles([...first.results, ...second.results])).toHaveLength(20)
  for (const offset of ['x', '-1', '999999', '1e9', 'page:zz:9:zz:zz:999:9', '9'.repeat(64)]) {
    expect((await world.inlineQuery(reader, 'harbour', offset)).results).toEqual([])
  }
  for (const offset of ['x', 'page:0:1::0:0:0', '-1']) {
    expect((await world.inlineQuery(reader, '', offset)).results).toEqual([])
  }
})
