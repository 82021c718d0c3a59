import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { UsageError } from './usage-error.ts'

const file = '.env'

/**
 * Loads the settings of the file `.env`, if there is one, into the environment, where those stay that it
 * has already. Returns their names. Throws UsageError if it cannot be read.
 */
export function loadEnvFile(process: NodeJS.Process): string[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOENT') return []
    if (code === 'EISDIR') {
      throw new UsageError(
        '.env is a folder here: settings are read from a file of that name, as .env.example is one',
      )
    }
    throw new UsageError(`.env cannot be read (${String(code)})`)
  }
  process.loadEnvFile(file)
  return Object.keys(parseEnv(text))
}
