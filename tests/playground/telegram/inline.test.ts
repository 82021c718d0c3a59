import { Bot, type Context } from 'grammy'
import { expect, it, onTestFinished } from 'vitest'
import { aTelegram, token } from '../../helpers/telegram.ts'

type Answer = Parameters<Context['answerInlineQuery']>

const article = (id: string, text = '<b>One</b>', more = {}) => ({
  ...{ type: 'article' as const, id, title: 'One', ...more },
  input_message_content: { message_text: text, parse_mode: 'HTML' as const },
})

/** A bot that answers each inline query so, and what it was refused with. */
async function aBot(answerTo: (query: string, offset: string) => Answer) {
  const { world, apiRoot } = await aTelegram([1, 2])
  const bot = new Bot(token, { client: { apiRoot } })
  const refusals: string[] = []
  const asked: string[] = []
  const chosen: string[] = []
  bot.on('inline_query', async (ctx) => {
    const { query, offset, from } = ctx.inlineQuery
    asked.push(`${from.id} ${query} ${offset}`.trim())
    await ctx.answerInlineQuery(...answerTo(query, offset)).catch(async (error) => {
      refusals.push(error.description)
      await ctx.answerInlineQuery([])
    })
  })
  bot.on('chosen_inline_result', (ctx) => void chosen.push(ctx.chosenInlineResult.result_id))
  bot.on('message', () => {})
  void bot.start({ allowed_updates: ['message', 'inline_query', 'chosen_inline_result'] })
  onTestFinished(() => bot.stop())
  return { world, refusals, asked, chosen }
}

it('shows results, keeps them for whom and how long it is told, and goes on from an offset', async () => {
  const { world, asked } = await aBot((query, offset) => [
    [article(`${query}${offset}`)],
    {
      cache_time: query === 'short' ? 0 : 60,
      is_personal: query === 'own',
      next_offset: `${offset}x`,
    },
  ])
  expect(await world.inlineQuery(1, 'all')).toMatchObject({
    results: [{ id: 'all', title: 'One', message: { text: 'One', entities: [{ type: 'bold' }] } }],
    nextOffset: 'x',
    button: null,
  })
  for (const query of ['all', 'own', 'short']) {
    for (const id of [1, 1, 2]) await world.inlineQuery(id, query)
  }
  await world.inlineQuery(1, 'all', 'x')
  expect(asked).toEqual(['1 all', '1 own', '2 own', '1 short', '1 short', '2 short', '1 all x'])
})

it('sends what is picked in the name of who picks it, by way of the bot', async () => {
  const { world, chosen } = await aBot(() => [[article('a'), article('b')]])
  await world.inlineQuery(1, 'x')
  world.addChat({ id: -100_5, type: 'supergroup', title: 'Quay', creator: 1 })
  expect(world.chooseResult(1, 'b', { chatId: -100_5 })).toMatchObject({
    text: 'One',
    from: { id: 1 },
    via_bot: { id: world.bot.id },
    entities: [{ type: 'bold', offset: 0, length: 3 }],
  })
  expect(() => world.chooseResult(1, 'c')).toThrow('no such result')
  expect(() => world.chooseResult(2, 'b')).toThrow('no such result')
  await expect.poll(() => chosen).toEqual(['b'])
})

it.each([
  ['RESULTS_TOO_MUCH', [Array.from({ length: 51 }, (_, i) => article(`${i}`))]],
  ['RESULT_ID_INVALID', [[article('ї'.repeat(33))]]],
  ['RESULT_ID_INVALID', [[article('')]]],
  ['RESULT_ID_DUPLICATE', [[article('a'), article('a')]]],
  ['ARTICLE_TITLE_EMPTY', [[article('a', 'One', { title: ' ' })]]],
  ['message text is empty', [[article('a', '<b></b>')]]],
  ['message is too long', [[article('a', 'x'.repeat(4097))]]],
  ['BUTTON_DATA_INVALID', [[article('a', 'One', buttonOf({ callback_data: 'x'.repeat(65) }))]]],
  [
    'BUTTON_DATA_INVALID',
    [[article('a', 'One', buttonOf({ switch_inline_query: 'x'.repeat(257) }))]],
  ],
  ['NEXT_OFFSET_INVALID', [[], { next_offset: 'ї'.repeat(33) }]],
  ['START_PARAM_INVALID', [[], { button: { text: 'Go', start_parameter: 'a b' } }]],
  ['START_PARAM_TOO_LONG', [[], { button: { text: 'Go', start_parameter: 'a'.repeat(65) } }]],
  ['START_PARAM_EMPTY', [[], { button: { text: 'Go', start_parameter: '' } }]],
  ['SWITCH_PM_TEXT_EMPTY', [[], { button: { text: '', start_parameter: 'a' } }]],
] satisfies [string, Answer][])('refuses with %s', async (words, answer) => {
  const { world, refusals } = await aBot(() => answer)
  expect((await world.inlineQuery(1, 'x')).results).toEqual([])
  expect(refusals).toEqual([`Bad Request: ${words}`])
})

function buttonOf(action: { callback_data: string } | { switch_inline_query: string }) {
  return { reply_markup: { inline_keyboard: [[{ text: 'x', ...action }]] } }
}
