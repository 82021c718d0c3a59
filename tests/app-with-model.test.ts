import { expect, it, onTestFinished, vi } from 'vitest'
import { startApp } from '../src/app.ts'
import { aConfig, reader } from './helpers/app.ts'
import { page, rss } from './helpers/feeds.ts'
import {
  type Asked,
  type Behaviour,
  says,
  startModelServer,
  summarises,
} from './helpers/model-server.ts'
import { aTelegram, botSays, sayAs, token } from './helpers/telegram.ts'
import { startWebServer } from './helpers/web-server.ts'

const paragraphs = [
  'The harbour bridge opened on Friday after two years of work. Hundreds of people walked across it in the rain, and the mayor walked first.',
  'Trams will cross it from Monday, the city said, once the last of the new wires have been hung and tested by the engineers.',
  'The old bridge stays open to cyclists until the autumn, and a vote on what becomes of it is to be held before the winter.',
  'It cost 20 million pounds, most of which was paid by the county and by the owners of the port.',
]
const good =
  'The mayor walked first when the harbour bridge opened. Trams will cross it from Monday.'

const ukrainian = 3

async function anAppWith(behaviour: Behaviour) {
  const { world, apiRoot } = await aTelegram([reader])
  world.addUser({ id: ukrainian, is_bot: false, first_name: 'Олена', language_code: 'uk' })
  const web = await startWebServer()
  const model = await startModelServer(behaviour)
  const date = new Date(Date.now() - 60_000).toUTCString()
  web.answer('/rss', rss('Post', [{ title: 'Bridge opens', link: `${web.origin}/1`, date }]))
  web.answer('/1', page('Bridge opens', paragraphs), 'text/html')
  const config = aConfig({ MODEL_URL: model.url, MODEL_NAME: 'small' })
  const app = await startApp(config, {
    token,
    apiRoot,
    adminIds: [reader],
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

const translation = {
  title: 'міст відкрито',
  sentences: [
    'мер ішов першим, коли відкрили міст через гавань.',
    'трамваї підуть ним з понеділка.',
  ],
}

it('translates what is in another language for those who switch it on, and marks it', async () => {
  const isTranslating = ({ body }: Asked) =>
    body.messages[0]?.content.includes('into Ukrainian') ?? false
  const { world, model, app } = await anAppWith((asked, response) =>
    (isTranslating(asked) ? says(JSON.stringify(translation)) : summarises(good))(asked, response),
  )
  const say = sayAs(world, ukrainian)
  await say('/start', 'Bridge opens')
  const panel = await say('/settings', 'Ваш дайджест')
  const go = async (data: string, answer: string) => {
    const next = botSays(world, ukrainian, answer)
    await world.press(ukrainian, panel.message_id, data)
    return next
  }
  const page = await go('set:languages', 'в перекладі моделі')
  const labels = page.reply_markup?.inline_keyboard.flat().map(({ text }) => text)
  expect(labels).toContain('Перекладати інші: українська')
  const on = await go('set:translated:on', 'в перекладі моделі')
  expect(JSON.stringify(on.reply_markup)).toContain('✓ Перекладати інші')
  await go('set:', 'Переклад: новини іншими мовами')
  expect(model.asked.filter(isTranslating)).toHaveLength(0)

  await vi.waitFor(
    async () => {
      await sayAs(world, reader)('/refresh', /Fetched/)
      const rows = await app.db.selectFrom('translation').select('title').execute()
      expect(rows).toEqual([{ title: 'Міст відкрито' }])
    },
    { timeout: 20_000, interval: 500 },
  )
  const asked = model.asked.length
  const latest = await say('/latest', 'Міст відкрито')
  expect(latest.text).toContain('Мер ішов першим')
  expect(latest.text).toContain('(переклад)')
  expect((await say('/latest post', 'Міст відкрито')).text).toContain('(переклад)')
  expect((await say('/start s_1', 'Міст відкрито')).text).toContain('(переклад)')
  expect(model.asked).toHaveLength(asked)
  const own = await sayAs(world, reader)('/latest', 'Bridge opens')
  expect(own.text).not.toContain('translated')
}, 60_000)
