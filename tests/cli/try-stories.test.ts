import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { createProgram } from '../../src/cli/program.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'courant-'))

async function tryStories(...lines: (object | string)[]): Promise<unknown[]> {
  const file = path.join(folder, 'articles.jsonl')
  writeFileSync(file, lines.map((l) => (typeof l === 'string' ? l : JSON.stringify(l))).join('\n'))
  const printed: string[] = []
  const stdout = { write: (text: string) => printed.push(text) }
  const program = createProgram(Object.create(process, { stdout: { value: stdout } }))
  await program.parseAsync(['node', 'courant', 'try', 'stories', file])
  return printed.map((line) => JSON.parse(line))
}

it('prints the story of each article in the order of the lines, merged in that of time', async () => {
  const lines = [
    { id: 'late', title: 'Harbour bridge opens to trams', publishedAt: '2024-06-14T12:00:00Z' },
    { id: 7, title: 'Whale returns to sea', lead: null, publishedAt: 1718355600000 },
    { id: 'early', title: 'The harbour bridge opens', publishedAt: '2024-06-14' },
  ]
  expect(await tryStories(...lines)).toEqual([
    { id: 'late', story: 'early' },
    { id: 7, story: 7 },
    { id: 'early', story: 'early' },
  ])
})

it('takes lines without times in their own order', async () => {
  const title = 'Harbour bridge opens to trams'
  expect(await tryStories({ id: 1, title }, '', { id: 2, title })).toEqual([
    { id: 1, story: 1 },
    { id: 2, story: 1 },
  ])
})

it('names the line that is no article', async () => {
  await expect(tryStories({ id: 1, title: 'Fine' }, '{"id":2}')).rejects.toThrow(
    'articles.jsonl:2 cannot be read: it has no title',
  )
  for (const [line, reason] of [
    ['[]', 'it is no JSON object'],
    ['{', 'it is no JSON'],
    ['{"id":1,"title":2}', 'its title is of the wrong kind'],
    ['{"id":1,"title":"A","publishedAt":"soon"}', 'its publishedAt is no time'],
  ] as const) {
    await expect(tryStories(line)).rejects.toThrow(reason)
  }
})
