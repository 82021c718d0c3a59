import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

type Import = { file: string; from: string; target: string }

function importsOf(file: string): Import[] {
  const specifiers = [...read(file).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)]
  return specifiers.map(([, specifier = '']) => ({
    file,
    from: roomOf(file),
    target: specifier.startsWith('.')
      ? path.posix.join(path.posix.dirname(file), specifier)
      : specifier,
  }))
}

/** The folder of a file inside src, or the file itself where it stands in none. */
function roomOf(file: string): string {
  return file.split('/')[1] ?? ''
}

const files = globSync('src/**/*.ts', { cwd: root }).map((file) => file.split(path.sep).join('/'))
const imports = files.flatMap(importsOf)

/** Who may import whom, as ARCHITECTURE.md has it; null for everything. */
function readTable(): Map<string, string[] | null> {
  const [, rules = ''] = read('ARCHITECTURE.md').split('## Dependency rules')
  const rows = [...rules.matchAll(/^\| *(`[^|]+?) *\| *([^|]+?) *\|$/gm)]
  const names = (cell: string) => [...cell.matchAll(/`([\w.-]+)`/g)].map(([, name = '']) => name)
  return new Map(
    rows.flatMap(([, from = '', to = '']) =>
      names(from).map((name) => [name, to === 'everything' ? null : names(to)] as const),
    ),
  )
}

it('keeps to the table of ARCHITECTURE.md', () => {
  const table = readTable()
  expect([...table.keys()].toSorted()).toEqual([...new Set(files.map(roomOf))].toSorted())
  const inside = imports.filter(({ target }) => target.startsWith('src/'))
  expect(inside.length).toBeGreaterThan(100)
  const breaches = inside.filter(({ from, target }) => {
    const allowed = table.get(from)
    return from !== roomOf(target) && allowed !== null && !allowed?.includes(roomOf(target))
  })
  expect(breaches.map(({ file, target }) => `${file} imports ${target}`)).toEqual([])
})

it('has no circle of imports, types included', () => {
  const targets = new Map(files.map((file) => [file, importsOf(file).map(({ target }) => target)]))
  const left = new Set(files)
  const shrink = (isNeeded: (file: string) => boolean) => {
    for (const file of left) if (!isNeeded(file)) left.delete(file)
  }
  // What imports nothing that is left, and what nothing left imports, stands in no circle.
  for (let size = 0; size !== left.size; ) {
    size = left.size
    shrink((file) => targets.get(file)?.some((target) => left.has(target)) ?? false)
    const wanted = new Set([...left].flatMap((file) => targets.get(file) ?? []))
    shrink((file) => wanted.has(file))
  }
  expect([...left]).toEqual([])
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
  const readers = files.filter((file) => read(file).includes('.env)'))
  expect(readers).toEqual(['src/cli/program.ts'])
})
