import type { Message } from 'grammy/types'
import { expect, it, vi } from 'vitest'
import { admin, aRunningApp, reader } from '../helpers/app.ts'
import { rss } from '../helpers/feeds.ts'
import { sayAs } from '../helpers/telegram.ts'

const linksIn = ({ entities = [] }: Message) =>
  entities.flatMap((entity) => ('url' in entity ? entity.url : []))

it('opens a story from the digest with all that its outlets say, each headline a link', async () => {
  const { world, web } = await aRunningApp({ feeds: false })
  const ask = sayAs(world, admin)
  const outlets = ['Post', 'Record', 'Gazette', 'Herald', 'Courier']
  for (const [i, outlet] of outlets.entries()) {
    const title = 'Saltmere harbour bridge closes for repairs next week'
    web.answer(`/${i}.rss`, rss(outlet, [{ title, link: `${web.origin}/${i}` }]))
    await ask(`/addfeed ${web.origin}/${i}.rss`, `Added ${outlet}`)
  }
  await ask('/refresh', /Fetched/)
  const say = sayAs(world, reader)
  const digest = await say('/latest', 'Saltmere harbour bridge')
  expect(digest.text).toMatch(/ · also \w+, \w+ \+2$/m)
  const link = linksIn(digest).find((url) => url.startsWith('https://t.me/'))
  const words = new URL(link ?? '').searchParams.get('start')
  const { text = '', entities } = await say(`/start ${words}`, 'Saltmere harbour bridge')
  for (const outlet of outlets) expect(text).toContain(outlet)
  expect(text).toContain('5 outlets · 5 headlines')
  expect(entities?.filter(({ type }) => type === 'text_link')).toHaveLength(outlets.length)
  await say('/start s_999', 'That story is no longer kept')
  // Neither of them has subscribed.
  await say('/time', 'Write /start to get one')
})

it('opens what one outlet alone tells in several headlines, with the columns on it', async () => {
  const { world, web } = await aRunningApp({ feeds: false })
  const ask = sayAs(world, admin)
  const headlines = [
    'Saltmere harbour bridge closes for repairs next week',
    'Saltmere harbour bridge closes next week for repairs, the mayor says',
  ]
  const items = headlines.map((title, i) => ({ title, link: `${web.origin}/${i}` }))
  web.answer('/news.rss', rss('Post', items))
  const column = {
    title: 'Saltmere harbour bridge closes, and it is right',
    link: `${web.origin}/column`,
    creator: 'Ada Marsh',
  }
  web.answer('/views.rss', rss('Views', [column]))
  await ask(`/addfeed ${web.origin}/news.rss`, 'Added Post')
  await ask(`/addfeed ${web.origin}/views.rss columns`, 'Added Views')
  await ask('/refresh', /Fetched/)
  const say = sayAs(world, reader)
  // Stories are told a moment after the feeds are read.
  const digest = await vi.waitFor(
    async () => {
      const latest = await say('/latest', 'Saltmere')
      expect(latest.text).toContain(' · whole story')
      return latest
    },
    { timeout: 10_000, interval: 200 },
  )
  const page = linksIn(digest).find((url) => url.startsWith('https://t.me/'))
  const whole = await say(`/start ${page?.split('=')[1]}`, '1 outlet · 2 headlines')
  const { text = '' } = whole
  for (const title of headlines) expect(text).toContain(title)
  expect(text).toContain('Opinion\n\nAda Marsh: Saltmere harbour bridge closes, and it is right')
  const author = linksIn(whole).find((url) => url.includes('start=by_'))
  await say(`/start ${author?.split('=')[1]}`, /^Ada Marsh\n/)
})

it('leads from every headline to its page, and from the name over a column to its author', async () => {
  const { world, web } = await aRunningApp({ feeds: false })
  const ask = sayAs(world, admin)
  web.answer('/news.rss', rss('Post', [{ title: 'Old bridge closes', link: `${web.origin}/1` }]))
  const column = { title: 'On bread', link: `${web.origin}/2`, creator: "Sinéad O'Connor" }
  web.answer('/views.rss', rss('Views', [column]))
  await ask(`/addfeed ${web.origin}/news.rss`, 'Added Post')
  await ask(`/addfeed ${web.origin}/views.rss columns`, 'Added Views')
  await ask('/refresh', /Fetched/)
  const say = sayAs(world, reader)
  const latest = (words: string) =>
    vi.waitFor(() => say(words, / · Post\u00a0…/), { timeout: 10_000, interval: 200 })
  for (const command of ['/latest', '/latest today', '/search old bridge']) {
    const page = linksIn(await latest(command)).find((url) => url.includes('start=s_'))
    await say(`/start ${page?.split('=')[1]}`, '1 outlet · 1 headline')
  }
  for (const command of ['/latest', '/search bread']) {
    const author = linksIn(await say(command, "Sinéad O'Connor"))
    const page = author.find((url) => url.includes('start=by_'))
    await say(`/start ${page?.split('=')[1]}`, /^Sinéad O'Connor\n/)
  }
})
