import { readFile, writeFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import type { Config } from '../config.ts'
import { exportFeeds } from '../jobs/export-feeds.ts'
import { importFeeds } from '../jobs/import-feeds.ts'
import { describeFileError, describeWriteError } from './file-error.ts'
import { openExisting, openWhole } from './open-existing.ts'
import { createProgress } from './progress.ts'

/** Writes the feeds of the configured database as OPML, to a file or to standard output. */
export async function exportOpml(
  file: string | undefined,
  config: Config,
  { stdout, stderr }: NodeJS.Process,
): Promise<void> {
  const db = await openExisting(config.databaseFile)
  try {
    const { opml, feeds } = await exportFeeds(db)
    if (file === undefined) {
      stdout.write(opml)
    } else {
      await writeFile(file, opml).catch((error) => {
        throw new Error(describeWriteError(error, file))
      })
      stderr.write(`${feeds} ${feeds === 1 ? 'feed' : 'feeds'} written to ${file}\n`)
    }
  } finally {
    await db.destroy()
  }
}

/**
 * Adds the feeds of a file to the configured database, also while the bot runs: it reads them within
 * a minute. Gives whether every line could be taken.
 */
export async function importOpml(
  file: string,
  config: Config,
  { stdin, stdout, stderr }: NodeJS.Process,
): Promise<boolean> {
  const bytes = await (file === '-' ? buffer(stdin) : readFile(file)).catch((error) => {
    throw new Error(describeFileError(error, file))
  })
  const db = await openWhole(config.databaseFile)
  const progress = createProgress(stderr)
  try {
    const now = Temporal.Now.instant()
    const { added, known, problems } = await importFeeds(db, bytes, now, (done, all) =>
      progress.say(`${done} of ${all} feeds …`),
    )
    progress.end()
    for (const { line, reason } of problems) stderr.write(`courant: line ${line}: ${reason}\n`)
    stdout.write(`${added} added, ${known} here already, ${problems.length} not taken\n`)
    return problems.length === 0
  } finally {
    await db.destroy()
  }
}
