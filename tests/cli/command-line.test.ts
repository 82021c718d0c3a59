import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { openDatabase } from '../../src/store/database.ts'
import { addNews } from '../helpers/database.ts'
import { page, rss } from '../helpers/feeds.ts'
import { listing, sampleDays } from '../helpers/listing.ts'
import { subject } from '../helpers/subject.ts'
import { startWebServer } from '../helpers/web-server.ts'

const main = path.join(import.meta.dirname, '../../src/main.ts')

type Result = { status: number; stdout: string; stderr: string }

const newFolder = () => mkdtempSync(path.join(tmpdir(), 'courant-'))

function courant(
  args: string[],
  env: Record<string, string> = {},
  folder = newFolder(),
): Promise<Result> {
  const settings = { ALLOW_PRIVATE_ADDRESSES: '127.0.0.1', DEFAULT_ZONE: 'Europe/Kyiv', ...env }
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [main, ...args],
      { cwd: folder, env: { PATH: process.env.PATH, ...settings } },
      (error, stdout, stderr) => resolve({ status: Number(error?.code ?? 0), stdout, stderr }),
    )
  })
}

const paragraphs = [
  'The bridge opened on Friday, and hundreds of people walked across it in the rain, led by the mayor and a brass band.',
  'Trams will follow on Monday, the city said, once the last of the wires have been hung and tested by the engineers of the company.',
]

const titleOf = (day: number, n: number) => `${subject(day === 14 ? n : 15 + n)} ${day}-${n}`

async function aNewsSite() {
  const web = await startWebServer()
  const item = (day: number, n: number) => ({
    title: titleOf(day, n),
    link: `${web.origin}/${day}-${n}`,
    date: `${day === 14 ? 'Fri' : 'Thu'}, ${day} Jun 2024 0${n % 10}:15:00 +0300`,
  })
  const items = [
    ...Array.from({ length: 10 }, (_, n) => item(14, n)),
    ...Array.from({ length: 8 }, (_, n) => item(13, n)),
    { title: 'Too old', link: `${web.origin}/old`, date: 'Wed, 12 Jun 2024 23:59:00 +0300' },
    { title: 'Too new', link: `${web.origin}/new`, date: 'Sat, 15 Jun 2024 00:00:00 +0300' },
  ]
  web.answer('/rss', rss('Harbour Post', items))
  web.answer('/14-3', page(titleOf(14, 3), paragraphs), 'text/html')
  web.answer(
    '/columns',
    rss('Views', [
      {
        title: 'On bridges',
        link: `${web.origin}/on-bridges`,
        creator: 'Ada Marsh',
        description: 'A bridge is a promise.',
        date: 'Fri, 14 Jun 2024 06:00:00 +0300',
      },
    ]),
  )
  return web
}

describe('courant search', () => {
  it('prints what a question finds in the given sources, and says what could not be read', async () => {
    const web = await startWebServer()
    const item = (title: string, n: number) => ({
      title,
      link: `${web.origin}/${n}`,
      description: n === 1 ? 'The new bridges were opened in the rain.' : '',
      date: `Fri, 14 Jun 2024 0${n}:15:00 +0300`,
    })
    const titles = ['Harbour', 'Bridge opens', 'Council meets', '新大桥今天早晨正式通车']
    web.answer('/rss', rss('Harbour Post', titles.map(item)))
    const source = ['--feed', `${web.origin}/rss`]
    const text = await courant(['search', 'bridges', 'size:large', ...source])
    expect(text.status).toBe(0)
    expect(text.stdout).toContain('Nothing found for bridges size:large.')
    expect(text.stdout).toContain('“size:” is none of my operators')
    const found = await courant(['search', ...source, '--', 'bridge', '-council'])
    expect(found.stdout).toMatch(
      /^bridge -council: 1 article\n\n2024-06-14 01:15 Bridge opens · Harbour Post\n/,
    )
    const json = await courant(['search', '通车', ...source, '--format', 'json'])
    expect(JSON.parse(json.stdout)).toMatchObject({
      question: '通车',
      total: 1,
      isAbout: false,
      articles: [{ title: titles[3], url: `${web.origin}/3`, otherSources: 0 }],
    })
    const none = await courant(['search', 'bridge', '--feed', 'nonsense'])
    expect(none).toMatchObject({ status: 1, stdout: '' })
  }, 60_000)

  it('prints what a question finds in the configured database', async () => {
    const file = path.join(newFolder(), 'courant.db')
    const env = { DATABASE_URL: `sqlite:${file}` }
    expect((await courant(['search', 'harbour'], env)).stderr).toContain('there is no database')
    const db = await openDatabase(file)
    await addNews(db, [{ title: 'Harbours open' }, { title: 'Bridge' }])
    await db.destroy()
    const found = await courant(['search', 'harbour'], env)
    expect(found.stdout).toContain('harbour: 1 article\n')
    expect(found.stdout).toContain('Harbours open · Example News')
    expect((await courant(['search', '***'], env)).status).toBe(2)
    const none = await courant(['search', 'seagull'], env)
    expect(none.stdout).toMatch(/^Nothing found for seagull\.\nTry fewer words/)
    const noDay = await courant(['search', 'on:31', 'June'], env)
    expect(noDay).toMatchObject({ status: 2, stdout: '' })
    expect(noDay.stderr).toContain('“on:31 June” names no day of the calendar')
    const long = await courant(['search', ...'a b c d e f g h i j'.split(' ')], env)
    expect(long.stderr).toContain('at most 8 words and operators')
  }, 60_000)
})

describe('courant digest', () => {
  it('prints every headline of the days, and columns apart, as JSON', async () => {
    const web = await aNewsSite()
    const { status, stdout, stderr } = await courant([
      'digest',
      ...['--feed', `${web.origin}/rss`, '--columns', `${web.origin}/columns`],
      ...['--day', '2024-06-14', '--zone', 'Europe/Kyiv', '--format', 'json'],
    ])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const { days, messages } = JSON.parse(stdout)
    expect(
      days.map(({ date, heading }: { date: string; heading: string }) => [date, heading]),
    ).toEqual([
      ['2024-06-14', 'Friday, 14 June 2024'],
      ['2024-06-13', 'Thursday, 13 June 2024'],
    ])
    expect(days[0].stories).toHaveLength(10)
    expect(days[1].stories).toHaveLength(8)
    expect(days[0].stories[0]).toEqual({
      title: titleOf(14, 9),
      url: `${web.origin}/14-9`,
      source: 'Harbour Post',
      publishedAt: '2024-06-14T06:15:00Z',
      summary: null,
      sources: [],
      further: [],
    })
    expect(days[0].stories[6].summary).toBe(paragraphs.join(' '))
    expect(days[0].columns).toEqual([
      {
        title: 'On bridges',
        url: `${web.origin}/on-bridges`,
        author: 'Ada Marsh',
        publishedAt: '2024-06-14T03:00:00Z',
        summary: 'A bridge is a promise.',
      },
    ])
    expect(messages.join()).toContain('<b>Friday, 14 June 2024</b>')
    expect(messages.join()).not.toContain('Too')
  })

  it('prints text and HTML', async () => {
    const web = await aNewsSite()
    const args = ['digest', '--feed', `${web.origin}/rss`, '--day', '2024-06-14', '--days', '1']
    const { stdout: text } = await courant(args)
    expect(text).toMatch(/^Friday, 14 June 2024\n=+\n\n09:15 {2}.* 14-9 · Harbour Post\n/)
    const { stdout: html } = await courant([...args, '--format', 'html'])
    expect(html).toMatch(/^<b>Friday, 14 June 2024<\/b>\n/)
  })

  it('leaves out what cannot be read, and says so', async () => {
    const web = await aNewsSite()
    const { status, stdout, stderr } = await courant([
      'digest',
      ...['--feed', `${web.origin}/rss`, '--feed', `${web.origin}/missing`, '--day', '2024-06-14'],
    ])
    expect(status).toBe(1)
    expect(stdout).toContain('14-9')
    expect(stderr).toBe(
      `courant: ${web.origin}/missing was left out: there is nothing at this address (404)\n`,
    )
  })

  it('prints nothing when no source can be read', async () => {
    const { status, stdout, stderr } = await courant(['digest', '--feed', 'nonsense'])
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toBe('courant: nonsense is not an address\n')
  })

  it('prints the configured database when no source is given', async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'courant-')), 'courant.db')
    await (await openDatabase(file)).destroy()
    const { status, stdout } = await courant(['digest'], { DATABASE_URL: `sqlite:${file}` })
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: 'There is no news from these days yet.\n',
    })
  })

  it('makes no database to read from', async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'courant-')), 'data/courant.db')
    const { status, stdout, stderr } = await courant(['digest'], { DATABASE_URL: `sqlite:${file}` })
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(`there is no database ${file} yet: npm start makes it`)
    expect(existsSync(path.dirname(file))).toBe(false)
  })

  it('names all wrong options at once', async () => {
    const { status, stderr } = await courant([
      'digest',
      ...['--zone', 'Mars', '--day', '2024-13-40', '--days', '1e1'],
    ])
    expect(status).toBe(2)
    for (const fault of ['--zone Mars', '--day 2024-13-40', '--days 1e1']) {
      expect(stderr).toContain(`  ${fault} is not a`)
    }
  })

  it.each([
    [['digest', '--day', '2024-06-31'], '--day 2024-06-31 is not a date'],
    [['digest', '--days', '0'], '--days 0 is not a number of days'],
    [['digest', '--zone', 'Mars'], '--zone Mars is not a time zone'],
    [['digest', '--format', 'pdf'], 'Allowed choices are text, html, json'],
    [['digest', '--nonsense'], 'unknown option'],
    [['nonsense'], 'unknown command'],
    [['try', 'feed'], 'missing required argument'],
  ])('refuses %j in clear words', async (args, words) => {
    const { status, stdout, stderr } = await courant(args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(words)
  })
})

describe('courant try', () => {
  it('shows what it makes of feeds, a line each, in their order', async () => {
    const web = await aNewsSite()
    const folder = mkdtempSync(path.join(tmpdir(), 'courant-'))
    const file = path.join(folder, 'feed.xml.gz')
    writeFileSync(file, gzipSync(rss('Packed', [{ title: 'One', link: 'https://a.example/1' }])))
    const missing = path.join(folder, 'missing.xml')
    const { status, stdout } = await courant([
      'try',
      'feed',
      file,
      missing,
      `${web.origin}/columns`,
    ])
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(status).toBe(1)
    expect(lines[0]).toEqual({
      source: file,
      format: 'rss2.0',
      title: 'Packed',
      items: [
        {
          id: 'https://a.example/1',
          title: 'One',
          url: 'https://a.example/1',
          publishedAt: null,
          author: null,
          summary: null,
          content: null,
          categories: [],
          enclosures: [],
        },
      ],
    })
    expect(lines[1]).toEqual({ source: missing, error: `there is no file ${missing}` })
    expect(lines[2].items[0]).toMatchObject({
      author: 'Ada Marsh',
      publishedAt: '2024-06-14T03:00:00Z',
    })
  })

  it('shows what it makes of pages', async () => {
    const web = await aNewsSite()
    const folder = mkdtempSync(path.join(tmpdir(), 'courant-'))
    const file = path.join(folder, 'page.html')
    writeFileSync(file, page('Saved', paragraphs))
    const base = 'https://news.example/saved'
    const { status, stdout } = await courant(['try', 'page', file, '--url', base])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      source: file,
      url: base,
      title: 'Saved',
      author: null,
      publishedAt: null,
      language: 'en',
      kind: 'news',
      kindReason: 'nothing says that it is a column',
      standfirst: null,
      text: paragraphs.join('\n\n'),
      sources: { title: 'the heading', language: 'the text', text: 'Readability' },
    })
    const bad = await courant(['try', 'page', `${web.origin}/missing`, '--url', 'x'])
    expect(bad.status).toBe(2)
    const refused = await courant(['try', 'page', `${web.origin}/14-3`], {
      ALLOW_PRIVATE_ADDRESSES: '',
    })
    expect(refused.status).toBe(1)
    expect(JSON.parse(refused.stdout).error).toContain('private or reserved address')
  })

  it('says in plain words why a file cannot be read', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'courant-'))
    const broken = path.join(folder, 'broken.gz')
    writeFileSync(broken, gzipSync('x'.repeat(99)).subarray(0, 20))
    const { status, stdout } = await courant(['try', 'page', 'nofile.html', folder, broken])
    expect(status).toBe(1)
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).error),
    ).toEqual([
      'there is no file nofile.html',
      `${folder} is a folder, not a file`,
      `${broken} cannot be unpacked`,
    ])
  })

  it('says that a page has no text', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'courant-'))
    const file = path.join(folder, 'empty.html')
    writeFileSync(file, '')
    const { stdout } = await courant(['try', 'page', file])
    expect(JSON.parse(stdout)).toEqual({ source: file, error: 'the page holds no article text' })
  })
})

describe('pages of headlines and lists of feeds', () => {
  it('reads a listing wherever it reads a feed', async () => {
    const web = await startWebServer()
    web.answer('/all', listing(sampleDays), 'text/html')
    const shown = await courant(['try', 'feed', `${web.origin}/all`, '--selector', 'main li'])
    expect(shown.status).toBe(0)
    const { format, items } = JSON.parse(shown.stdout)
    expect(format).toBe('listing')
    expect(items).toHaveLength(5)
    expect(items[0]).toMatchObject({
      title: 'Bridge opens after two years',
      publishedAt: '2024-06-14T09:00:00Z',
    })
    const digest = await courant(
      ['digest', '--feed', `${web.origin}/all`, '--day', '2024-06-14', '--days', '1'],
      { DEFAULT_ZONE: 'America/New_York' },
    )
    expect(digest.status).toBe(0)
    expect(digest.stdout).toContain('Storm closes the coast road')
    expect(digest.stdout).not.toContain('Museum')
  })

  it('names the feeds of a page that has several', async () => {
    const web = await startWebServer()
    const link = (name: string) =>
      `<link rel="alternate" type="application/rss+xml" href="/${name}">`
    web.answer('/', link('news') + link('sport'), 'text/html')
    const { status, stderr } = await courant(['digest', '--feed', web.origin])
    expect(status).toBe(1)
    expect(stderr).toContain(`${web.origin}/news, ${web.origin}/sport`)
  })

  it('imports what it can of a list of feeds, and exports it again', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'courant-'))
    const env = { DATABASE_URL: `sqlite:${folder}/courant.db` }
    const file = path.join(folder, 'feeds.opml')
    writeFileSync(
      file,
      `<opml><body><outline text="City"><outline text="Harbour Post" xmlUrl="https://news.example/rss"/>
      <outline text="Broken" xmlUrl=""/></outline></body></opml>`,
    )
    const imported = await courant(['opml', 'import', file], env)
    expect(imported).toMatchObject({ status: 1, stdout: '1 added, 0 here already, 1 not taken\n' })
    expect(imported.stderr).toContain('line 2: “Broken” has no address')
    const exported = await courant(['opml', 'export'], env)
    expect(exported.status).toBe(0)
    expect(exported.stdout).toMatch(/text="City".*text="Harbour Post".*xmlUrl="https:\/\/news/s)
    const missing = await courant(['opml', 'import', `${folder}/missing`], env)
    expect(missing).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('there is no file'),
    })
  })

  it('says what to do about a database that is damaged', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'courant-'))
    const file = path.join(folder, 'courant.db')
    const db = await openDatabase(file)
    await addNews(db, [{ title: 'Harbour opens' }])
    await db.destroy()
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(0xa5, bytes.length / 2))
    const { status, stderr } = await courant(['opml', 'export'], { DATABASE_URL: `sqlite:${file}` })
    expect(status).toBe(1)
    expect(stderr).toContain(`courant: The database ${file} is damaged. Stop whatever uses it`)
  })
})

it('tells its version', async () => {
  expect(await courant(['--version'])).toEqual({
    status: 0,
    stdout: `${packageJson.version}\n`,
    stderr: '',
  })
})

describe('courant try day', () => {
  it('prints the stories of a day by rank, with reasons', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'courant-'))
    const file = path.join(folder, 'courant.db')
    const db = await openDatabase(file)
    await addNews(db, [{ title: 'Bridge opens' }])
    await db.destroy()
    const env = { DATABASE_URL: `sqlite:${file}` }
    const { status, stdout } = await courant(
      ['try', 'day', '--day', '2024-06-14', '--zone', 'UTC'],
      env,
    )
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      rank: 1,
      title: 'Bridge opens',
      reason: expect.stringContaining('1 source'),
    })
  })

  it('says when there is no database, and what is wrong with a day', async () => {
    expect(await courant(['try', 'day'])).toMatchObject({ status: 1, stdout: '' })
    const { status, stderr } = await courant(['try', 'day', '--day', '2024-06-31'])
    expect(status).toBe(2)
    expect(stderr).toContain('--day 2024-06-31 is not a date')
  })
})

it('says in plain words where an OPML file cannot be written', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'courant-'))
  const file = path.join(folder, 'courant.db')
  await (await openDatabase(file)).destroy()
  const env = { DATABASE_URL: `sqlite:${file}` }
  const nowhere = await courant(['opml', 'export', path.join(folder, 'no/feeds.opml')], env)
  expect(nowhere.stderr).toContain('there is no folder for')
  const aFolder = await courant(['opml', 'export', folder], env)
  expect(aFolder.stderr).toContain('is a folder, not a file')
})

it('says what is wrong with the file of settings', async () => {
  const folder = newFolder()
  writeFileSync(path.join(folder, '.env'), 'BOT_TOKN=x\nMY_OWN=1\n# BOT_TOKE=y\nPORT=0\n')
  const { status, stderr } = await courant(['try', 'day'], {}, folder)
  expect(status).toBe(2)
  expect(stderr).toContain('  BOT_TOKN is no setting: BOT_TOKEN is one\n')
  expect(stderr).not.toMatch(/MY_OWN|TOKE /)
  const other = newFolder()
  mkdirSync(path.join(other, '.env'))
  const refused = await courant(['try', 'day'], {}, other)
  expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('.env is a folder') })
})

it('names the setting that lets a private address be read', async () => {
  const { stdout } = await courant(['try', 'feed', 'http://10.1.2.3/rss'])
  expect(stdout).toContain('unless the setting ALLOW_PRIVATE_ADDRESSES names it')
})
