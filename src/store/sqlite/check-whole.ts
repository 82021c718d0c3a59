import { statSync } from 'node:fs'
import { damageSentence, isDamage } from './damage.ts'
import { openFile } from './open-file.ts'

/** Some hundred milliseconds' work: so large a file is looked at whether there is reason to or not. */
const smallBytes = 64 * 1024 * 1024

/**
 * Throws an error that says what to do when a database is damaged. A large one that the last run left
 * in order (`isTrusted`) is taken to be whole.
 */
export function checkWhole(file: string, { isTrusted }: { isTrusted: boolean }): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size === 0 || (isTrusted && size > smallBytes)) return
  const sqlite = openFile(file)
  try {
    // The first fault is enough (https://sqlite.org/pragma.html#pragma_quick_check).
    const found = sqlite.pragma('quick_check(1)', { simple: true })
    if (found !== 'ok') throw new Error(damageSentence(file), { cause: new Error(String(found)) })
  } catch (error) {
    throw isDamage(error) ? new Error(damageSentence(file), { cause: error }) : error
  } finally {
    sqlite.close()
  }
}
