import { expect, it } from 'vitest'
import { admin, aRunningApp, reader } from '../helpers/app.ts'
import { rss } from '../helpers/feeds.ts'
import { sayAs } from '../helpers/telegram.ts'

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
  const links = (digest.entities ?? []).flatMap((entity) => ('url' in entity ? entity.url : []))
  const link = links.find((url) => url.startsWith('https://t.me/'))
  const words = new URL(link ?? '').searchParams.get('start')
  const { text = '', entities } = await say(`/start ${words}`, 'Saltmere harbour bridge')
  for (const outlet of outlets) expect(text).toContain(outlet)
  expect(entities?.filter(({ type }) => type === 'text_link')).toHaveLength(outlets.length)
  await say('/start s_999', 'That story is no longer kept')
  // Neither of them has subscribed.
  await say('/time', 'Write /start to get one')
})
