import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '..')

/** Who may import whom inside src; the table of ARCHITECTURE.md. A folder may always import itself. */
const stages = ['feeds', 'articles', 'summaries', 'stories', 'digests', 'delivery']
const mayImport: Record<string, string[]> = {
  domain: [],
  ...Object.fromEntries(stages.map((stage) => [stage, ['domain']])),
  store: ['domain'],
  jobs: ['domain', ...stages, 'store', 'log.ts'],
  telegram: ['domain', 'store', 'jobs', 'digests', 'delivery', 'log.ts'],
  web: ['domain', 'store', 'jobs', 'digests', 'log.ts'],
  playground: ['domain', 'web'],
  'log.ts': ['domain'],
  'config.ts': ['domain', 'log.ts'],
}
const everything = ['cli', 'app.ts', 'collector.ts', 'deliverer.ts', 'main.ts']

type Import = { file: string; from: string; target: string }

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(root, file), 'utf8')
  const specifiers = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)]
  return specifiers.map(([, specifier = '']) => ({
    file,
    from: file.split('/')[1] ?? '',
    target: specifier.startsWith('.')
      ? path.posix.join(path.posix.dirname(file), specifier)
      : specifier,
  }))
}

const files = globSync('src/**/*.ts', { cwd: root }).map((file) => file.split(path.sep).join('/'))
const imports = files.flatMap(importsOf)

it('keeps to the import table', () => {
  const inside = imports.filter(({ target }) => target.startsWith('src/'))
  expect(inside.length).toBeGreaterThan(100)
  const breaches = inside.filter(({ from, target }) => {
    const to = target.split('/')[1] ?? ''
    return from !== to && !everything.includes(from) && !mayImport[from]?.includes(to)
  })
  expect(breaches.map(({ file, target }) => `${file} imports ${target}`)).toEqual([])
})

it('lets only the store speak SQL, and the domain speak to no library', () => {
  const outside = imports.filter(({ target }) => !target.startsWith('src/'))
  const breaches = outside.filter(
    ({ from, target }) =>
      (from !== 'store' && /^(kysely|better-sqlite3)/.test(target)) || from === 'domain',
  )
  expect(breaches).toEqual([])
})

it('lets migrations import nothing but Kysely', () => {
  const migrations = globSync('migrations/*.ts', { cwd: root })
  expect(migrations.length).toBeGreaterThan(0)
  expect(new Set(migrations.flatMap(importsOf).map(({ target }) => target))).toEqual(
    new Set(['kysely']),
  )
})

it('reads the environment in one place', () => {
  const readers = files.filter((file) =>
    readFileSync(path.join(root, file), 'utf8').includes('.env)'),
  )
  expect(readers).toEqual(['src/cli/program.ts'])
})
