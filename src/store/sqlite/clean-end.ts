import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'

/** Notes that the last run on a database ended in order, and how it left the file. */
export function noteCleanEnd(file: string): void {
  writeFileSync(noteOf(file), stateOf(file), { mode: 0o600 })
}

/** Whether the last run ended in order and the file is as it left it. */
export function wasCleanEnd(file: string): boolean {
  try {
    return readFileSync(noteOf(file), 'utf8') === stateOf(file)
  } catch {
    return false
  }
}

/** Forgets how the last run ended, as a new one begins. */
export function forgetCleanEnd(file: string): void {
  rmSync(noteOf(file), { force: true })
}

function noteOf(file: string): string {
  return `${file}.clean`
}

/** What changes with the files of a database: one that was written to, or copied, is another. */
function stateOf(file: string): string {
  const parts = [file, `${file}-wal`].map((each) => statSync(each, { throwIfNoEntry: false }))
  return parts.map((stat) => (stat ? `${stat.size} ${stat.mtimeMs}` : 'none')).join(', ')
}
