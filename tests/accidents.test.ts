import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { startProgram, until } from './helpers/program.ts'
import { aTelegram, sayAs, token } from './helpers/telegram.ts'

const [, secret = ''] = token.split(':')

/** The program, and something in it that goes wrong by itself when it gets a signal. */
async function aProgram(accident: string) {
  const { world, apiRoot } = await aTelegram([1])
  const folder = mkdtempSync(path.join(tmpdir(), 'courant-'))
  const preload = path.join(folder, 'preload.mjs')
  writeFileSync(preload, `process.on('SIGUSR2', () => { ${accident} })`)
  const program = startProgram({
    TELEGRAM_API_ROOT: apiRoot,
    DATABASE_URL: `sqlite:${folder}/courant.db`,
    NODE_OPTIONS: `--import ${preload}`,
  })
  await until(() => program.output().includes('is running'))
  program.process.kill('SIGUSR2')
  return { world, program }
}

it.each([
  ['a rejection that nobody waits for', `Promise.reject(new Error('stray of ${token}'))`],
  [
    'a connection that breaks unheard',
    `import('node:events').then(({ EventEmitter }) => process.nextTick(() =>
      new EventEmitter().emit('error', Object.assign(new Error('stray of ${token}'), { code: 'ECONNRESET' }))))`,
  ],
])('goes on after %s, and tells of it', async (_what, accident) => {
  const { world, program } = await aProgram(accident)
  await until(() => program.output().includes('an error that nobody caught: stray of <token>'))
  await sayAs(world, 1)('/help', '/latest')
  expect(program.output()).not.toContain(secret)
  program.process.kill('SIGTERM')
  expect(await program.ended).toBe(0)
})

it('stops in order after an error that broke something off, and says why', async () => {
  const { program } = await aProgram(`setTimeout(() => { throw new Error('stray of ${token}') })`)
  expect(await program.ended).toBe(1)
  expect(program.output()).toContain('an error that nobody caught: stray of <token>')
  expect(program.output()).toContain('courant: stopped because of an error that nobody caught')
  expect(program.output()).not.toContain(secret)
})
