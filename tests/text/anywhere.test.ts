import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const run = promisify(execFile)
const root = path.join(import.meta.dirname, '../..')

// Whatever depends on the machine shows: a language that Unicode does not know, scripts without
// spaces, months in words, dates without a zone.
const program = `
  const { sentencesOf } = await import('./src/text/sentences.ts')
  const { wordsOf } = await import('./src/text/words.ts')
  const { dateNames } = await import('./src/text/dates/names.ts')
  const { readDate } = await import('./src/text/dates/read.ts')
  const { dateNames: headlineDates } = await import('./src/stories/date-names.ts')
  const dates = ['14 June 2024 09:30', '2024-06-14T09:30', '14.06.2024', '14 czerwca 2024']
  console.log(JSON.stringify([
    sentencesOf('Είναι καλά; Ναι. Το είπε ο κ. Παπάς.', 'tlh'),
    wordsOf('橋が今日開通しました ISTANBUL'),
    [...dateNames('tlh').months],
    [...headlineDates('tlh').all],
    dates.map((words) => String(readDate(words, { language: 'pl', offsetMinutes: 0 }))),
  ]))
`

it('reads the same on a machine of any language and zone', async () => {
  const machines = [
    { LC_ALL: 'en_US.UTF-8', TZ: 'UTC' },
    { LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Tokyo' },
    { LC_ALL: 'el_GR.UTF-8', TZ: 'America/Los_Angeles' },
  ]
  const outputs = await Promise.all(
    machines.map(async (machine) => {
      const env = { ...process.env, ...machine }
      const args = ['--input-type=module', '--eval', program]
      return (await run(process.execPath, args, { cwd: root, env })).stdout
    }),
  )
  expect(outputs[0]).toContain('2024-06-14T09:30:00Z')
  expect(new Set(outputs).size).toBe(1)
})
