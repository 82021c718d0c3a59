import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { createDownload } from '../../src/telegram/download.ts'
import { startWebServer } from '../helpers/web-server.ts'

const main = path.join(import.meta.dirname, '../../src/main.ts')
const secret = 'AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsawX'
const token = `123456789:${secret}`
const password = 'only-this-test-knows-4711'

function courant(args: string[], env: Record<string, string> = {}, dotEnv = ''): Promise<string> {
  const cwd = mkdtempSync(path.join(tmpdir(), 'courant-'))
  if (dotEnv) writeFileSync(path.join(cwd, '.env'), dotEnv)
  return new Promise((resolve) => {
    const program = execFile(
      process.execPath,
      [main, ...args],
      { cwd, env: { PATH: process.env.PATH, ...env } },
      (_error, stdout, stderr) => resolve(stdout + stderr),
    )
    setTimeout(() => program.kill(), 20_000).unref()
    program.stderr?.on('data', (text) => {
      if (String(text).includes('Still trying')) program.kill()
    })
  })
}

it.each([
  ['one too many', ['start', token]],
  ['half of it', ['start', secret]],
  ['cut short', ['start', token.slice(0, 20)]],
  ['a source', ['try', 'feed', token]],
  ['a key of another kind', ['start', 'gsk-4f5e6d7c8b9a0f1e2d3c4b5a69788796']],
])('repeats no token that was typed in the wrong place: %s', async (_what, args) => {
  const said = await courant(args)
  expect(said).toMatch(/<token>|<secret>/)
  for (const piece of [secret.slice(0, 10), secret.slice(-10), '4f5e6d7c8b']) {
    expect(said).not.toContain(piece)
  }
})

it('prints no secret of the settings, wherever they stand', async () => {
  const modelUrl = `MODEL_URL=http://:${password}@127.0.0.1/v1`
  const apiRoot = `http://me:${password}@127.0.0.1:9`
  for (const said of [
    await courant(['digest', '--day', secret.slice(4, 20)], {}, `BOT_TOKEN=${token}`),
    await courant(['start'], { PORT: `x${password}` }, `${modelUrl}\nMODEL_NAME=x`),
    await courant(['start'], { BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot }),
  ]) {
    expect(said).not.toBe('')
    expect(said).not.toContain(password.slice(0, 8))
    expect(said).not.toContain(secret.slice(4, 12))
  }
}, 60_000)

it('fetches files through an address with a password, and repeats it in no error', async () => {
  const web = await startWebServer()
  const heard: (string | undefined)[] = []
  web.answer(`/file/bot${token}/a.opml`, (request, response) => {
    heard.push(request.headers.authorization)
    response.end('words')
  })
  const apiRoot = web.origin.replace('//', `//me:${encodeURIComponent('p@ss')}@`)
  const download = createDownload({ token, apiRoot })
  expect(String(await download('a.opml', 100))).toBe('words')
  expect(heard).toEqual([`Basic ${Buffer.from('me:p@ss').toString('base64')}`])
  await expect(download('missing', 100)).rejects.toThrow(/^Telegram did not give the file \(404\)$/)
})
