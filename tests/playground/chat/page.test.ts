import path from 'node:path'
import { Api, Bot } from 'grammy'
import type { Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { serveChat } from '../../../src/playground/chat/server.ts'
import { aBrowser } from '../../helpers/browser.ts'
import { aTelegram, token } from '../../helpers/telegram.ts'

const picture = (name: string) => path.join(import.meta.dirname, `../../.output/${name}.png`)
/** The page of a phone, and how the bot writes to it. */
async function aPhone(names = ['Reader']) {
  const { world, apiRoot } = await aTelegram([7, 8])
  world.sendText(7, '/start')
  const people = names.map((name, i) => ({ id: 7 + i, name, role: 'reader' as const }))
  const chat = await serveChat(world, { host: '127.0.0.1', port: 0, people })
  onTestFinished(chat.close)
  const api = new Api(token, { apiRoot })
  const write = (title: string, lines: number) =>
    api.sendMessage(7, [title, ...Array(lines - 1).fill('And so on.')].join('\n'))
  await api.setMyCommands(
    ['latest', 'search', 'time'].map((command) => ({ command, description: 'It does' })),
  )
  const browser = await aBrowser()
  const page = await browser.newPage({
    viewport: { width: 390, height: 740 },
    locale: 'en-US',
    reducedMotion: 'reduce',
  })
  return { page, open: () => page.goto(chat.url), write, api, apiRoot, world }
}

const scrollTo = (page: Page, top: number) =>
  page.evaluate<void>(`document.getElementById('scroller').scrollTop = ${top}`)

/** How far below the upper edge of what is shown a message begins, once it has come. */
async function depthOf(page: Page, words: string): Promise<number> {
  const message = page.locator('article', { hasText: words })
  await message.waitFor()
  const edge = await page.locator('main').boundingBox()
  return Math.floor(((await message.boundingBox())?.y ?? 0) - (edge?.y ?? 0))
}

it('shows where new messages begin to a reader at the end, and leaves one who has scrolled away', async () => {
  const { page, open, write } = await aPhone()
  await write('An old digest', 60)
  await open()
  expect(await depthOf(page, '/start')).toBeGreaterThan(0)
  expect(await depthOf(page, 'An old digest')).toBeGreaterThan(0)

  await scrollTo(page, 1e6)
  await write('A new digest', 60)
  expect(await depthOf(page, 'A new digest')).toBe(8)
  await write('Its second part', 60)
  expect(await depthOf(page, 'Its second part')).toBeGreaterThan(700)
  expect(await depthOf(page, 'A new digest')).toBe(8)

  await scrollTo(page, 300)
  const depth = await depthOf(page, 'A new digest')
  await write('Breaking news', 60)
  await page.getByText('Breaking news').waitFor()
  expect(await depthOf(page, 'A new digest')).toBe(depth)
  await page.screenshot({ path: picture('new-messages') })
  await page.getByRole('button', { name: 'To the new messages' }).click()
  expect(await depthOf(page, 'Breaking news')).toBe(8)
}, 60_000)

it('shows a reader at the end all of a message that an edit makes longer, and leaves one who has scrolled away', async () => {
  const { page, open, write, api } = await aPhone()
  await write('An old digest', 60)
  const { message_id: id } = await write('A question', 1)
  await open()
  await page.getByText('A question').waitFor()
  await scrollTo(page, 1e6)
  const keys = (count: number) => ({
    inline_keyboard: Array.from({ length: count }, (_, i) => [
      { text: `Key ${i + 1}`, callback_data: `${i}` },
    ]),
  })
  await api.editMessageText(7, id, 'A longer question', { reply_markup: keys(5) })
  const last = page.getByRole('button', { name: 'Key 5' })
  await last.waitFor()
  const bottom = async () => {
    const box = await last.boundingBox()
    return (box?.y ?? 0) + (box?.height ?? 0)
  }
  const edge = await page.locator('main').boundingBox()
  expect(await bottom()).toBeLessThanOrEqual((edge?.y ?? 0) + (edge?.height ?? 0))
  await scrollTo(page, 300)
  const depth = await depthOf(page, 'An old digest')
  await api.editMessageText(7, id, 'The longest question', { reply_markup: keys(9) })
  await page.getByText('The longest question').waitFor()
  expect(await depthOf(page, 'An old digest')).toBe(depth)
}, 60_000)

it('begins with the day in full view, in the form of the digest, and with a whole status', async () => {
  const { page, open, write } = await aPhone()
  await write('A digest', 60)
  await open()
  const day = page.locator('.date')
  await day.waitFor()
  expect(await day.textContent()).toMatch(/^[A-Z][a-z]+day, \d{1,2} [A-Z][a-z]+ \d{4}$/)
  const top = (await day.boundingBox())?.y ?? 0
  const note = await page.locator('.note').boundingBox()
  expect(top).toBeGreaterThan((note?.y ?? 0) + (note?.height ?? 0))
  expect(await page.evaluate(`document.getElementById('status').scrollWidth`)).toBe(
    await page.evaluate(`document.getElementById('status').clientWidth`),
  )
}, 60_000)

it('has one selection in the command menu, which keys and pointer both move', async () => {
  const { page, open } = await aPhone()
  await open()
  const input = page.getByRole('textbox', { name: 'Message' })
  await input.fill('/')
  await input.press('ArrowDown')
  const selected = page.getByRole('option', { selected: true })
  expect(await selected.allTextContents()).toEqual(['/searchIt does'])
  await page.getByRole('option').nth(2).hover()
  expect(await selected.allTextContents()).toEqual(['/timeIt does'])
  await input.press('ArrowUp')
  expect(await selected.allTextContents()).toEqual(['/searchIt does'])
}, 60_000)

it('shows the names of two people whole on a small phone', async () => {
  for (const names of [
    ['Reader', 'Admin'],
    ['Oleksandra', 'Administrator'],
    ['Oleksandra Kov.', 'Administrator B.'],
  ]) {
    const { page, open } = await aPhone(names)
    await page.setViewportSize({ width: 320, height: 640 })
    await open()
    await page.locator('#people label').nth(1).waitFor()
    const cut = await page.evaluate<boolean[]>(
      `[...document.querySelectorAll('#people label')].map((label) => label.scrollWidth > label.clientWidth)`,
    )
    expect([names, cut]).toEqual([names, [false, false]])
    const overflow = 'document.documentElement.scrollWidth - window.innerWidth'
    expect(await page.evaluate<number>(overflow)).toBe(0)
  }
}, 60_000)

it('asks the bot inline, by its name or a button, and sends what is picked', async () => {
  const { page, open, api, apiRoot, world } = await aPhone()
  const bot = new Bot(token, { client: { apiRoot } })
  bot.on('inline_query', (ctx) => {
    const { query } = ctx.inlineQuery
    if (query === 'zeppelin') {
      const button = { text: 'Nothing found', start_parameter: 'search' }
      return ctx.answerInlineQuery([], { button })
    }
    const content = { message_text: `<b>About ${query}</b>`, parse_mode: 'HTML' as const }
    const result = { type: 'article' as const, id: 'a', input_message_content: content }
    return ctx.answerInlineQuery([{ ...result, title: `On ${query}`, description: 'Post' }])
  })
  bot.on('message', () => {})
  void bot.start()
  onTestFinished(() => bot.stop())
  const share = { text: 'Share', switch_inline_query: 's_7' }
  await api.sendMessage(7, 'A story', { reply_markup: { inline_keyboard: [[share]] } })
  await open()
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('button', { name: 'On s_7' }).click()
  await expect.poll(() => world.history(7).at(-1)).toMatchObject({ text: 'About s_7' })
  const input = page.getByRole('textbox', { name: 'Message' })
  await input.fill('@courant_bot harbour bridge')
  await input.press('Enter')
  await page.getByRole('button', { name: 'On harbour bridge' }).waitFor()
  await page.screenshot({ path: picture('inline') })
  await page.getByRole('button', { name: 'On harbour bridge' }).click()
  await page.getByText('About harbour bridge').waitFor()
  await input.fill('@courant_bot zeppelin')
  await input.press('Enter')
  await page.getByRole('button', { name: 'Nothing found' }).click()
  await expect.poll(() => world.history(7).at(-1)?.text).toBe('/start search')
}, 60_000)

it('keeps a row of long buttons within a small phone', async () => {
  const { page, open, api } = await aPhone()
  await page.setViewportSize({ width: 320, height: 640 })
  const row = ['Заголовки', 'Стислий', '✓ Звичайний', 'Докладний'].map((text) => ({
    text,
    callback_data: text,
  }))
  await api.sendMessage(7, 'Обсяг', { reply_markup: { inline_keyboard: [row] } })
  await open()
  const last = page.getByRole('button', { name: 'Докладний' })
  await last.waitFor()
  const box = await last.boundingBox()
  expect((box?.x ?? 0) + (box?.width ?? 400)).toBeLessThanOrEqual(320)
}, 60_000)

it('sends the bot what a link to it holds, and leaves other links to the browser', async () => {
  const { page, open, api, world } = await aPhone()
  await open()
  const link = (address: string, words: string) => `<a href="${address}">${words}</a>`
  const own = link('https://t.me/courant_bot?start=s_7', 'Story')
  const other = link('https://news.example/?start=s_7', 'Article')
  await api.sendMessage(7, `${own} ${other}`, { parse_mode: 'HTML' })
  await page.getByRole('button', { name: 'Story' }).click()
  await expect.poll(() => world.history(7).at(-1)?.text).toBe('/start s_7')
  const article = page.getByRole('link', { name: 'Article' })
  expect(await article.getAttribute('target')).toBe('_blank')
}, 60_000)

it('leaves no dots that lead to a page alone on a line', async () => {
  const { page, open, api, world } = await aPhone()
  const dots = `<a href="https://t.me/${world.bot.username}?start=c_1">…</a>`
  const lines = Array.from(
    { length: 30 },
    (_, i) => `${'wool '.repeat(6)}${'x'.repeat(i)}e\u00a0${dots}`,
  )
  await api.sendMessage(7, lines.join('\n'), { parse_mode: 'HTML' })
  await open()
  await page.getByText('wool').first().waitFor()
  const lefts = await page.evaluate<number[]>(`Array.from(
    document.querySelectorAll('.text .command'),
    (each) => each.getBoundingClientRect().left - each.closest('.text').getBoundingClientRect().left,
  ).slice(-30)`)
  expect(lefts).toHaveLength(30)
  expect(Math.min(...lefts)).toBeGreaterThan(5)
  // They are pressed by keyboard too.
  const last = page.getByRole('button', { name: '…', exact: true }).last()
  await last.press('Enter')
  await page.locator('article', { hasText: 'c_1' }).waitFor()
})
