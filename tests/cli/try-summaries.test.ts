import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'

const main = path.join(import.meta.dirname, '../../src/main.ts')
const text =
  'The harbour bridge opened on Friday. It rained. Trams cross the harbour bridge at night.'

async function courant(args: string[], rows: unknown[]) {
  const folder = mkdtempSync(path.join(tmpdir(), 'courant-'))
  const file = path.join(folder, 'rows.jsonl')
  writeFileSync(
    file,
    rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'),
  )
  return new Promise<{ status: number; lines: object[] }>((resolve) => {
    execFile(process.execPath, [main, 'try', ...args, file], { cwd: folder }, (error, stdout) =>
      resolve({
        status: Number(error?.code ?? 0),
        lines: stdout
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line)),
      }),
    )
  })
}

it('try summary prints the chosen sentences of each row', async () => {
  const rows = [
    { id: 1, title: '', text, lang: 'en' },
    {
      id: 'b',
      title: 'Мости',
      sentences: ['Міст відкрили над затокою.', 'Дощ.', 'Міст стоїть над річкою.'],
    },
  ]
  expect(await courant(['summary', '--sentences', '2'], rows)).toEqual({
    status: 0,
    lines: [
      {
        id: 1,
        lang: 'en',
        sentences: [
          'The harbour bridge opened on Friday.',
          'Trams cross the harbour bridge at night.',
        ],
      },
      { id: 'b', lang: 'uk', sentences: ['Міст відкрили над затокою.', 'Міст стоїть над річкою.'] },
    ],
  })
})

it('try sentences prints all sentences, and names lines that it cannot read', async () => {
  const { status, lines } = await courant(['sentences'], [{ id: 7, text }, 'no json'])
  expect(status).toBe(1)
  expect(lines).toEqual([
    { id: 7, sentences: text.split(/(?<=\.) /) },
    { source: expect.stringMatching(/rows\.jsonl:2$/), error: expect.any(String) },
  ])
})

it('refuses a number of sentences that is none', async () => {
  expect((await courant(['summary', '--sentences', 'many'], [])).status).toBe(2)
})
