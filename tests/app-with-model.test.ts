import { expect, it, onTestFinished, vi } from 'vitest'
import { startApp } from '../src/app.ts'
import { aConfig, reader } from './helpers/app.ts'
import { page, rss } from './helpers/feeds.ts'
import { type Behaviour, startModelServer, summarises } from './helpers/model-server.ts'
import { aTelegram, botSays, token } from './helpers/telegram.ts'
import { startWebServer } from './helpers/web-server.ts'

const paragraphs = [
  'The harbour bridge opened on Friday after two years of work. Hundreds of people walked across it in the rain, and the mayor walked first.',
  'Trams will cross it from Monday, the city said, once the last of the new wires have been hung and tested by the engineers.',
  'The old bridge stays open to cyclists until the autumn, and a vote on what becomes of it is to be held before the winter.',
  'It cost 20 million pounds, most of which was paid by the county and by the owners of the port.',
]
const good =
  'The mayor walked first when the harbour bridge opened. Trams will cross it from Monday.'

async function anAppWith(behaviour: Behaviour) {
  const { world, apiRoot } = await aTelegram([reader])
  const web = await startWebServer()
  const model = await startModelServer(behaviour)
  const date = new Date(Date.now() - 60_000).toUTCString()
  web.answer('/rss', rss('Post', [{ title: 'Bridge opens', link: `${web.origin}/1`, date }]))
  web.answer('/1', page('Bridge opens', paragraphs), 'text/html')
  const config = aConfig({ MODEL_URL: model.url, MODEL_NAME: 'small' })
  const app = await startApp(config, {
    token,
    apiRoot,
    adminIds: [],
    allowPrivateAddresses: ['127.0.0.1'],
    sampleFeeds: [{ url: `${web.origin}/rss`, kind: 'news' }],
  })
  onTestFinished(app.stop)
  await app.firstNews
  return { world, model, app }
}

it('never lets a digest, or the end, wait for a model that hangs', async () => {
  const { world, model } = await anAppWith(() => {})
  await vi.waitFor(() => expect(model.asked).toHaveLength(1), 10_000)
  const digest = botSays(world, reader, 'Bridge opens')
  world.sendText(reader, '/start')
  await digest
})

it('tells the leading story in the words of the model once it has answered', async () => {
  const { world, app } = await anAppWith(summarises(good))
  const summary = () => app.db.selectFrom('article').select('summary').executeTakeFirst()
  await vi.waitFor(async () => expect((await summary())?.summary).toBe(good), 10_000)
  const digest = botSays(world, reader, good)
  world.sendText(reader, '/start')
  await digest
})
