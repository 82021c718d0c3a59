import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '../..')

/** Migrations that ran before the store was to be portable; another database begins with its own. */
const frozen = 'migrations/2026-11-2[45]-*.ts'

const found = (pattern: string) =>
  globSync(pattern, { cwd: root }).map((file) => file.split(path.sep).join('/'))
const portable = found('{src,migrations}/**/*.ts').filter(
  (file) => !file.startsWith('src/store/sqlite/') && !found(frozen).includes(file),
)
const linesOf = (file: string) => readFileSync(path.join(root, file), 'utf8').split('\n')

it('keeps what only SQLite can do in a folder of its own', () => {
  const sqliteOnly =
    /better-sqlite3|fts5|\bmatch \$\{|\bpragma\b|\browid\b|autoIncrement|article_search|sqlite_master|begin immediate/i
  const breaches = portable.flatMap((file) =>
    linesOf(file)
      .filter((line) => sqliteOnly.test(line) && !/^\s*(\/\/|\/?\*)/.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  )
  expect(portable.length).toBeGreaterThan(200)
  expect(breaches).toEqual([])
})

it('lets the rest of the store reach SQLite by dialect.ts alone, and all others by the store', () => {
  const imports = portable.flatMap((file) =>
    linesOf(file)
      .filter((line) => /(from|import\()\s*'[^']*\/sqlite\//.test(line))
      .map(() => file),
  )
  expect([...new Set(imports)]).toEqual(['src/store/dialect.ts'])
})
