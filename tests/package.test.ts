import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { rss } from './helpers/feeds.ts'
import { startWebServer } from './helpers/web-server.ts'

const root = path.join(import.meta.dirname, '..')
const run = promisify(execFile)

/** An empty folder in which the packed program is installed, with the libraries of this checkout. */
async function anInstallation(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'courant-package-'))
  const modules = path.join(folder, 'node_modules')
  const installed = path.join(modules, 'courant')
  mkdirSync(installed, { recursive: true })
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: root,
  })
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'))
  expect(stdout).toContain(tarball)
  await run('tar', ['-xzf', tarball ?? '', '-C', installed, '--strip-components=1'], {
    cwd: folder,
  })
  for (const name of readdirSync(path.join(root, 'node_modules'))) {
    symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name))
  }
  return folder
}

it('runs where it is installed as a package, threads included', async () => {
  const folder = await anInstallation()
  const web = await startWebServer()
  web.answer(
    '/rss',
    rss('Harbour Post', [{ title: 'The bridge opens', link: `${web.origin}/bridge` }]),
  )
  const courant = (...args: string[]) =>
    run(process.execPath, ['node_modules/courant/bin/courant.cjs', ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH, ALLOW_PRIVATE_ADDRESSES: '127.0.0.1' },
    })
  expect((await courant('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  const digest = await courant('digest', '--feed', `${web.origin}/rss`)
  expect(digest.stdout).toContain('The bridge opens · Harbour Post')
  expect(digest.stderr).not.toContain('Warning')
})
