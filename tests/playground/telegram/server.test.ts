import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Bot, GrammyError, InlineKeyboard, InputFile } from 'grammy'
import { request } from 'undici'
import { describe, expect, it, onTestFinished } from 'vitest'
import { aTelegram, botSays, token } from '../../helpers/telegram.ts'

async function aBot(people?: number[]) {
  const { world, apiRoot } = await aTelegram(people)
  const bot = new Bot(token, { client: { apiRoot } })
  return { world, apiRoot, bot }
}

function start(bot: Bot) {
  void bot.start()
  onTestFinished(() => bot.stop())
}

const refusal = (code: number, description: string) =>
  expect.objectContaining({ error_code: code, description })

describe('a bot on the stand-in', () => {
  it('hears a command and answers it', async () => {
    const { world, bot } = await aBot()
    bot.command('start', (ctx) => ctx.reply(`<b>Hello</b> ${ctx.match}`, { parse_mode: 'HTML' }))
    start(bot)
    const answer = botSays(world, 1, 'Hello')
    world.sendText(1, '/start there')
    expect(await answer).toMatchObject({
      text: 'Hello there',
      entities: [{ type: 'bold', offset: 0, length: 5 }],
      chat: { id: 1, type: 'private' },
      from: { is_bot: true },
    })
    expect(world.history(1).map(({ text }) => text)).toEqual(['/start there', 'Hello there'])
  })

  it('hears a button, answers the press and edits in place', async () => {
    const { world, bot } = await aBot()
    bot.command('start', (ctx) =>
      ctx.reply('One', { reply_markup: new InlineKeyboard().text('On', 'on:2') }),
    )
    bot.callbackQuery('on:2', async (ctx) => {
      await ctx.answerCallbackQuery({ text: 'Done' })
      await ctx.editMessageText('Two')
    })
    start(bot)
    const first = botSays(world, 1, 'One')
    world.sendText(1, '/start')
    const { message_id } = await first
    const edited = botSays(world, 1, 'Two')
    expect(await world.press(1, message_id, 'on:2')).toEqual({ text: 'Done', showAlert: false })
    expect(await edited).toMatchObject({ message_id, text: 'Two', edit_date: expect.any(Number) })
    expect((await edited).reply_markup).toBeUndefined()
  })

  it('is refused with the words of Telegram', async () => {
    const { world, bot } = await aBot([1, 2])
    const { api } = bot
    await expect(api.sendMessage(2, 'x')).rejects.toEqual(
      refusal(400, 'Bad Request: chat not found'),
    )
    world.sendText(1, 'hi')
    const html = { parse_mode: 'HTML' } as const
    await expect(api.sendMessage(1, 'a <x>', html)).rejects.toEqual(
      refusal(
        400,
        'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 2',
      ),
    )
    await expect(api.sendMessage(1, ' ')).rejects.toEqual(
      refusal(400, 'Bad Request: message text is empty'),
    )
    const { message_id } = await api.sendMessage(1, 'same')
    await expect(api.editMessageText(1, message_id, 'same')).rejects.toThrow(
      'message is not modified',
    )
    await expect(api.editMessageText(1, 999, 'x')).rejects.toThrow('message to edit not found')
    await api.deleteMessage(1, message_id)
    await expect(api.deleteMessage(1, message_id)).rejects.toThrow('message to delete not found')
    await expect(api.answerCallbackQuery('none')).rejects.toThrow('query is too old')
    const spoilt = { link_preview_options: JSON.parse('{"url":1}') }
    await expect(api.sendMessage(1, 'x', spoilt)).rejects.toEqual(
      refusal(400, 'Bad Request: field "url" must be of type String'),
    )
    const long = new InlineKeyboard().text('x', 'ї'.repeat(33))
    await expect(api.sendMessage(1, 'x', { reply_markup: long })).rejects.toThrow(
      'BUTTON_DATA_INVALID',
    )
    world.block(1)
    await expect(api.sendMessage(1, 'x')).rejects.toEqual(
      refusal(403, 'Forbidden: bot was blocked by the user'),
    )
    expect(world.calls.at(-1)).toMatchObject({ method: 'sendMessage', answer: { ok: false } })
  })

  it('is told of a typo in a parameter, an unknown method and a wrong token', async () => {
    const { apiRoot } = await aBot()
    const ask = async (path: string) => {
      const response = await fetch(`${apiRoot}/${path}`)
      return { status: response.status, ...(await response.json()) }
    }
    expect(await ask(`bot${token}/getMe`)).toMatchObject({ status: 200, ok: true })
    expect(await ask(`bot${token}/GETME`)).toMatchObject({ status: 200, ok: true })
    expect(await ask(`bot${token}/sendMesage`)).toMatchObject({ status: 404, error_code: 404 })
    expect(await ask('bot1:wrong/getMe')).toMatchObject({
      status: 401,
      description: 'Unauthorized',
    })
    expect(await ask(`bot${token}/sendMessage?chat_id=1&text=x&parsemode=HTML`)).toMatchObject({
      status: 400,
      description: 'Bad Request: unknown parameter "parsemode" for sendMessage',
    })
  })

  it('takes parameters from a form as from JSON', async () => {
    const { world, apiRoot } = await aBot()
    world.sendText(1, 'hi')
    const form = new URLSearchParams({
      chat_id: '1',
      text: 'x',
      disable_notification: 'true',
      reply_markup: JSON.stringify({ inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] }),
    })
    const post = (body: URLSearchParams | FormData | string, type?: string) =>
      fetch(`${apiRoot}/bot${token}/sendMessage`, {
        method: 'POST',
        body,
        ...(type && { headers: { 'content-type': type } }),
      })
    expect((await post(form)).status).toBe(200)
    const multipart = new FormData()
    for (const [name, value] of form) multipart.set(name, value)
    expect((await post(multipart)).status).toBe(200)
    expect((await post('{"chat_id":', 'application/json')).status).toBe(400)
    expect(world.history(1).at(-1)?.reply_markup).toBeDefined()
  })

  it('sends a document that can be fetched again', async () => {
    const { world, bot, apiRoot } = await aBot()
    world.sendText(1, 'hi')
    const sent = await bot.api.sendDocument(1, new InputFile(Buffer.from('words'), 'a.txt'))
    expect(sent.document).toMatchObject({ file_name: 'a.txt', file_size: 5 })
    const { file_path } = await bot.api.getFile(sent.document.file_id)
    const response = await fetch(`${apiRoot}/file/bot${token}/${file_path}`)
    expect(await response.text()).toBe('words')
  })

  it('ends the first poller when a second comes', async () => {
    const { bot } = await aBot()
    const first = bot.api.getUpdates({ timeout: 20 })
    const ended = expect(first).rejects.toEqual(
      refusal(
        409,
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      ),
    )
    await bot.api.getUpdates({ timeout: 0 }).catch(() => {})
    await bot.api.getUpdates({ timeout: 0 })
    await ended
  })

  it('gives updates until they are confirmed, and only those asked for', async () => {
    const { world, bot } = await aBot()
    world.sendText(1, 'one')
    world.sendText(1, 'two')
    const [one, two] = await bot.api.getUpdates()
    expect([one?.message?.text, two?.message?.text]).toEqual(['one', 'two'])
    expect(await bot.api.getUpdates({ offset: (one?.update_id ?? 0) + 1 })).toEqual([two])
    expect(await bot.api.getUpdates({ offset: -1 })).toEqual([two])
    await bot.api.getUpdates({
      offset: (two?.update_id ?? 0) + 1,
      allowed_updates: ['callback_query'],
    })
    world.sendText(1, 'three')
    expect(await bot.api.getUpdates()).toEqual([])
  })

  it('gets its updates by webhook, with the secret, again until they are taken', async () => {
    const { world, bot } = await aBot()
    const seen: { secret: unknown; body: string }[] = []
    const taken = Promise.withResolvers<void>()
    const server = createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += chunk
      seen.push({ secret: request.headers['x-telegram-bot-api-secret-token'], body })
      response.writeHead(seen.length === 1 ? 500 : 200).end()
      if (seen.length === 2) taken.resolve()
    }).listen(0, '127.0.0.1')
    onTestFinished(() => {
      server.close()
    })
    await new Promise((done) => server.once('listening', done))
    const { port } = server.address() as AddressInfo
    await bot.api.setWebhook(`http://127.0.0.1:${port}/hook`, { secret_token: 'hush' })
    await expect(bot.api.getUpdates()).rejects.toThrow("can't use getUpdates method while webhook")
    world.sendText(1, 'hello')
    await taken.promise
    expect(seen.map(({ secret }) => secret)).toEqual(['hush', 'hush'])
    expect(JSON.parse(seen[1]?.body ?? '')).toMatchObject({ message: { text: 'hello' } })
    await bot.api.deleteWebhook()
    expect(await bot.api.getWebhookInfo()).toMatchObject({ url: '' })
  })

  it('sets command menus by scope and language', async () => {
    const { world, bot } = await aBot([1, 2])
    const menu = (command: string) => [{ command, description: command }]
    await bot.api.setMyCommands(menu('all'))
    await bot.api.setMyCommands(menu('mine'), { scope: { type: 'chat', chat_id: 2 } })
    expect(world.commandsFor(1)).toEqual(menu('all'))
    expect(world.commandsFor(2)).toEqual(menu('mine'))
    await bot.api.setMyCommands(menu('english'), { language_code: 'en' })
    expect(world.commandsFor(1)).toEqual(menu('english'))
    await expect(bot.api.setMyCommands(menu('Not-Valid'))).rejects.toThrow('BOT_COMMAND_INVALID')
  })

  it('keeps what the bot says of itself by language, within the limits', async () => {
    const { bot } = await aBot()
    await bot.api.setMyDescription('The news')
    await bot.api.setMyDescription('Новини', { language_code: 'uk' })
    await bot.api.setMyShortDescription('Short')
    expect(await bot.api.getMyDescription()).toEqual({ description: 'The news' })
    expect(await bot.api.getMyDescription({ language_code: 'uk' })).toEqual({
      description: 'Новини',
    })
    expect(await bot.api.getMyDescription({ language_code: 'de' })).toEqual({ description: '' })
    expect(await bot.api.getMyShortDescription()).toEqual({ short_description: 'Short' })
    await bot.api.setMyDescription('', { language_code: 'uk' })
    expect(await bot.api.getMyDescription({ language_code: 'uk' })).toEqual({ description: '' })
    await bot.api.setMyDescription('ї'.repeat(512))
    await bot.api.setMyShortDescription('ї'.repeat(120))
    await expect(bot.api.setMyDescription('x'.repeat(513))).rejects.toThrow('is too long')
    await expect(bot.api.setMyShortDescription('x'.repeat(121))).rejects.toThrow('is too long')
    const unknown = bot.api.raw.setMyDescription(Object({ language_code: 'ukr' }))
    await expect(unknown).rejects.toThrow('invalid language code specified')
  })

  it('answers no page of another site, and under no foreign name', async () => {
    const { apiRoot } = await aTelegram()
    const { port } = new URL(apiRoot)
    const call = (headers: Record<string, string>) =>
      request(`${apiRoot}/bot${token}/getMe`, { method: 'POST', headers })
    const foreign: Record<string, string>[] = [
      { origin: 'http://evil.example' },
      { origin: 'null' },
      { host: `evil.example:${port}`, origin: `http://evil.example:${port}` },
      { 'sec-fetch-site': 'cross-site' },
    ]
    for (const headers of foreign) expect((await call(headers)).statusCode).toBe(403)
    expect((await call({})).statusCode).toBe(200)
  })

  it('throws what grammY knows', async () => {
    const { bot } = await aBot()
    await expect(bot.api.sendMessage(1, 'x')).rejects.toBeInstanceOf(GrammyError)
  })
})
