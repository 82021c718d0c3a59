import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { aBrowser } from './helpers/browser.ts'

const root = path.join(import.meta.dirname, '..')
const pictures = path.join(import.meta.dirname, '.output')

type Program = { process: ChildProcess; printed: () => string; exited: Promise<number | null> }

function startProgram(env: Record<string, string> = {}): Program {
  const folder = mkdtempSync(path.join(tmpdir(), 'courant-'))
  const program = spawn(process.execPath, [path.join(root, 'src/main.ts'), 'start'], {
    cwd: folder,
    env: { PATH: process.env.PATH, PORT: '0', DEFAULT_ZONE: 'UTC', ...env },
  })
  let printed = ''
  for (const stream of [program.stdout, program.stderr]) {
    stream.on('data', (chunk) => {
      printed += chunk
    })
  }
  const exited = new Promise<number | null>((done) => program.once('exit', done))
  onTestFinished(async () => {
    program.kill('SIGKILL')
    await exited
  })
  return { process: program, printed: () => printed, exited }
}

async function printedBy(program: Program, words: RegExp, withinMs: number): Promise<string[]> {
  const deadline = Date.now() + withinMs
  for (;;) {
    const match = words.exec(program.printed())
    if (match) return [...match]
    if (Date.now() > deadline) throw new Error(`Not printed: ${words}, but: ${program.printed()}`)
    await new Promise((done) => setTimeout(done, 20))
  }
}

const overflow = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')

/** The first news come once all feeds and pages have been read, beside whatever else this machine does. */
const firstNewsMs = 90_000

it('opens a chat with the first digest in it, where commands and buttons work', async () => {
  mkdirSync(pictures, { recursive: true })
  const program = startProgram()
  const [, address = ''] = await printedBy(program, /Open (http:\S+) to chat/, 60_000)
  await printedBy(program, /, \d+ \w+ \d{4}\n=+\n[\s\S]*\n\d\d:\d\d {2}\S/, 60_000)
  const browser = await aBrowser()
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } })
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()))
  await page.goto(address)
  expect(address).toMatch(/\?key=[\w-]{32}$/)
  await page.waitForURL(/\/$/)
  await page.reload()

  const log = page.getByRole('log')
  await log.getByText('Welcome.').waitFor({ timeout: firstNewsMs })
  await log.getByText('Opinion', { exact: true }).first().waitFor()
  expect(await log.locator('a[target=_blank]').count()).toBeGreaterThan(10)
  await page.screenshot({ path: `${pictures}/digest.png` })

  // By keyboard: the menu opens with "/", is filtered, and Enter chooses.
  const input = page.getByRole('textbox', { name: 'Message' })
  await input.fill('/hel')
  await page.getByRole('option').first().waitFor()
  expect(await page.getByRole('option').count()).toBe(1)
  await input.press('Enter')
  await log.getByText('brings you the day’s news').waitFor()

  await input.fill('/search the')
  await input.press('Enter')
  const results = log.locator('article').last()
  await results.getByText('1–10').waitFor()
  const messages = await log.locator('article').count()
  await results.getByRole('button', { name: 'Older ›' }).click()
  await log.locator('article').last().getByText('11–20').waitFor()
  expect(await log.locator('article').count()).toBe(messages)
  await page.screenshot({ path: `${pictures}/search.png` })

  await page.getByText('Admin', { exact: true }).click()
  await page.getByText('The chat is empty.').waitFor()
  await input.fill('/feeds')
  await input.press('Enter')
  await log.getByText('4 feeds').waitFor()

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 360, height: 740 })
    expect(await overflow(page)).toBe(0)
    await page.screenshot({ path: `${pictures}/phone-${colorScheme}.png` })
  }
  expect(faults).toEqual([])

  program.process.kill('SIGTERM')
  expect(await program.exited).toBe(0)
}, 120_000)

it('makes a paper of two sections at 08:00 in Kyiv of eight taps at most, and no typing', async () => {
  const program = startProgram()
  const [, address = ''] = await printedBy(program, /Open (http:\S+) to chat/, 60_000)
  const browser = await aBrowser()
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    reducedMotion: 'reduce',
    geolocation: { latitude: 35.68, longitude: 139.69 },
    permissions: ['geolocation'],
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(address)
  const log = page.getByRole('log')
  const look = async (name: string) => {
    await page.evaluate(`document.getElementById('scroller').scrollTop = 1e6`)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await overflow(page)).toBe(0)
      await page.screenshot({ path: `${pictures}/${name}-${colorScheme}.png` })
    }
  }
  let taps = 0
  const tap = async (label: string, shown: string) => {
    taps++
    await log.getByRole('button', { name: label, exact: true }).last().click()
    await log.getByText(shown).last().waitFor()
  }
  await log.getByText('Shall I make it yours?').waitFor({ timeout: firstNewsMs })
  await look('first-what')
  await tap('Choose …', 'Switch off what you do not want')
  await tap('✓ Opinion', 'Switch off')
  await log.getByRole('button', { name: 'Opinion', exact: true }).waitFor()
  await tap('✓ The estuary', 'Switch off')
  await log.getByRole('button', { name: 'The estuary', exact: true }).waitFor()
  await look('first-pick')
  await tap('Go on ›', 'At what time shall it come?')
  await look('first-hour')
  await tap('08:00', 'where you are')
  await look('first-zone')
  await tap('No, choose …', 'clocks of the world')
  await look('first-zones')
  await log.getByRole('button', { name: /^Kyiv · / }).click()
  taps++
  await log.getByText('Done.').waitFor()
  await log.getByText('comes every day at 08:00 (Europe/Kyiv)').waitFor()
  await look('first-done')
  expect(taps).toBeLessThanOrEqual(8)

  // The panel says so, and leads to every page.
  await tap('All settings', 'What it brings')
  await log.getByText('Brings Saltmere and Солтмір').waitFor()
  await look('settings')
  for (const [label, shown, back] of [
    ['What it brings', 'Switch sections off', '‹ Settings'],
    ['Hours', 'Choose another hour', '‹ Settings'],
    ['Days', 'comes every day', '‹ Settings'],
    ['Zone', 'counted in', '‹ Settings'],
    ['Length', 'words a minute', '‹ Settings'],
    ['Muted', 'Nothing is muted', '‹ Settings'],
  ] as const) {
    await tap(label, shown)
    await look(`settings-${label.toLowerCase().replaceAll(' ', '-')}`)
    await tap(back, 'Brings Saltmere and Солтмір')
  }
  await tap('What it brings', 'Switch sections off')
  await log.getByRole('button', { name: '1 source ›' }).last().click()
  await log.getByText('tap one to switch it').waitFor()
  await look('settings-section')
  await tap('‹ Settings', 'Brings Saltmere and Солтмір')
  await tap('Zone', 'counted in')
  await tap('Share my location', 'Tap the key below')
  await page.locator('#keys').getByRole('button', { name: 'Share my location' }).click()
  await log.getByText('You are in Asia/Tokyo').waitFor()
  await look('location')
  expect(faults).toEqual([])
}, 120_000)

it('has keys, files, a group, a channel, and tomorrow on a phone', async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'courant-')), 'courant.db')
  // By then all news of a day is out, at whatever hour this runs.
  const program = startProgram({ DATABASE_URL: `sqlite:${file}`, DEFAULT_TIME: '23:00' })
  const [, address = ''] = await printedBy(program, /Open (http:\S+) to chat/, 60_000)
  const browser = await aBrowser()
  const page = await browser.newPage({
    viewport: { width: 360, height: 740 },
    reducedMotion: 'reduce',
  })
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()))
  await page.goto(address)
  const log = page.getByRole('log')
  const input = page.getByRole('textbox', { name: 'Message' })
  const say = async (text: string) => {
    await input.fill(text)
    await input.press('Enter')
  }
  const choose = (name: string) => page.locator('label', { hasText: name }).click()
  const letTimePass = async () => {
    const button = page.getByRole('button', { name: 'Tomorrow’s digest' })
    await button.click()
    await expect.poll(() => button.isEnabled(), { timeout: 60_000 }).toBe(true)
  }
  await log.getByText('Welcome.').waitFor({ timeout: firstNewsMs })
  for (const name of ['Reader', 'Admin', 'Group', 'Channel', 'Tomorrow ↠']) {
    await page.getByText(name, { exact: true }).first().waitFor()
  }
  expect(await overflow(page)).toBe(0)

  // The next news, with its two tellings of one event in one story; not every hour has a day in short.
  const started = Temporal.Now.plainDateTimeISO('UTC')
  await letTimePass()
  await letTimePass()
  const day = started.toPlainDate().add({ days: started.hour < 23 ? 1 : 2 })
  const heading = day.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
  const digest = log.locator('article', { hasText: heading })
  // After the others of that story, in the order in which they came.
  await digest
    .filter({ hasText: /also[^·]*Tidewater/ })
    .first()
    .waitFor()
  await page.screenshot({ path: `${pictures}/tomorrow.png` })

  await choose('Channel')
  await page.getByText('and its next digest comes here').waitFor()
  await page.locator('#empty').getByRole('button', { name: '/connect' }).click()
  await page.getByRole('button', { name: 'Choose a channel' }).click()
  await page.screenshot({ path: `${pictures}/pick.png` })
  await page.getByRole('dialog').getByRole('button', { name: 'Channel' }).click()
  await log.getByText('gets the digest every day').waitFor()
  expect(await page.getByRole('button', { name: 'Choose a channel' }).count()).toBe(0)

  await choose('Channel')
  await page.getByText('The chat is empty.').waitFor()
  expect(await input.isDisabled()).toBe(true)
  await letTimePass()
  const more = log.getByRole('button', { name: 'More news' })
  await more.waitFor()
  await page.screenshot({ path: `${pictures}/channel.png` })
  await more.click()
  await page.getByText('I have sent it to you in our own chat.').waitFor()
  await more.waitFor()

  await choose('Group')
  await log.getByText('An admin can write /start').waitFor()
  await say('/start')
  await log.getByText('Welcome.').waitFor({ timeout: firstNewsMs })
  await page.screenshot({ path: `${pictures}/group.png` })
  await choose('Admin')
  await say('/time 9')
  await log.getByText('Only the admins of that chat').waitFor()
  await say('/latest')
  await log.locator('article', { hasText: 'Only you see this' }).nth(1).waitFor()
  await page.screenshot({ path: `${pictures}/only-you.png` })

  await choose('Courant')
  await page.getByText('The chat is empty.').waitFor()
  const buffer = Buffer.from('https://feeds.example/rss')
  await page.setInputFiles('#file', { name: 'feeds.txt', mimeType: 'text/plain', buffer })
  await log.getByText('Added 1 feed').waitFor()
  await say('/exportfeeds')
  const download = page.waitForEvent('download')
  await log.getByRole('link', { name: 'feeds.opml' }).click()
  const saved = await (await download).path()
  expect(readFileSync(saved, 'utf8')).toContain('https://feeds.example/rss')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await overflow(page)).toBe(0)
    await page.screenshot({ path: `${pictures}/files-${colorScheme}.png` })
  }
  expect(faults).toEqual([])

  // The next rehearsal goes on from the day at which this one has arrived.
  program.process.kill('SIGTERM')
  await program.exited
  const next = startProgram({ DATABASE_URL: `sqlite:${file}` })
  await printedBy(next, /\n\d\d:\d\d {2}\S/, 60_000)
}, 120_000)

it('starts on a second day of use with what it knows', async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'courant-')), 'courant.db')
  for (let start = 0; start < 2; start++) {
    const program = startProgram({ DATABASE_URL: `sqlite:${file}` })
    await printedBy(program, /\n\d\d:\d\d {2}\S/, 60_000)
    program.process.kill('SIGTERM')
    expect(await program.exited).toBe(0)
  }
}, 120_000)

it('ends when npm, which started it, is asked to', async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'courant-')), 'courant.db')
  const npm = spawn('npm', ['start'], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: '0', DATABASE_URL: `sqlite:${file}` },
  })
  const closed = new Promise((done) => npm.stdout.once('close', done))
  let printed = ''
  for await (const chunk of npm.stdout) {
    printed += chunk
    if (/Open http/.test(printed)) npm.kill('SIGTERM')
  }
  // Its output closes only when nobody is left that could write there.
  await closed
  expect(printed).toMatch(/Open http/)
}, 60_000)

it('refuses a second instance on one database, and wrong settings, in clear words', async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'courant-')), 'courant.db')
  const first = startProgram({ DATABASE_URL: `sqlite:${file}` })
  await printedBy(first, /\n\d\d:\d\d {2}\S/, 60_000)
  const second = startProgram({ DATABASE_URL: `sqlite:${file}` })
  expect(await second.exited).toBe(1)
  expect(second.printed()).toContain(`Another Courant runs on ${file}`)

  const wrong = startProgram({ PORT: 'x', DEFAULT_TIME: '25:00', DATABASE_URL: 'mysql://x' })
  expect(await wrong.exited).toBe(2)
  for (const name of ['PORT', 'DEFAULT_TIME', 'DATABASE_URL']) {
    expect(wrong.printed()).toContain(`  ${name} `)
  }

  const astray = startProgram({ HOST: '999.1.1.1' })
  expect(await astray.exited).toBe(1)
  expect(astray.printed()).toContain('HOST 999.1.1.1 is no address of this machine')
}, 40_000)

it('says why Telegram cannot be reached, without the token, and goes on trying', async () => {
  const secret = 'ABCdefGhIJKlmNoPQRsTUVwxyZ-123456789'
  const program = startProgram({
    BOT_TOKEN: `123456789:${secret}`,
    TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
  })
  await printedBy(program, /127\.0\.0\.1:9 cannot be reached: the connection was refused\./, 10_000)
  expect(program.process.exitCode).toBeNull()
  expect(program.printed()).not.toContain(secret)
}, 20_000)
