import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import type { Config } from '../config.ts'
import { exportFeeds } from '../editing/export-feeds.ts'
import { importFeeds } from '../editing/import-feeds.ts'
import { maxListBytes, readListInThread } from '../feeds/opml/reader.ts'
import { reasonWords } from '../i18n/reason-words.ts'
import { t } from './english.ts'
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
    const { opml, feeds } = await exportFeeds({ db })
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
 * a minute. Returns whether every line could be taken.
 */
export async function importOpml(
  file: string,
  config: Config,
  { stdin, stdout, stderr }: NodeJS.Process,
): Promise<boolean> {
  const bytes = await readStart(file === '-' ? stdin : createReadStream(file)).catch((error) => {
    throw new Error(describeFileError(error, file))
  })
  const list = await readListInThread(bytes)
  const db = await openWhole(config.databaseFile)
  const progress = createProgress(stderr)
  try {
    const report = await importFeeds(db, list, Temporal.Now.instant(), (done, all) =>
      progress.say(`${done} of ${all} feeds …`),
    )
    const { added, known, problems, moreProblems } = report
    progress.end()
    for (const { line, reason } of problems)
      stderr.write(`courant: line ${line}: ${reasonWords(reason, t)}\n`)
    if (moreProblems > 0) stderr.write(`courant: and ${moreProblems} more\n`)
    const notTaken = problems.length + moreProblems
    stdout.write(`${added} added, ${known} here already, ${notTaken} not taken\n`)
    return notTaken === 0
  } finally {
    await db.destroy()
  }
}

/** Reads until it is clear that there is more than a list may hold. */
async function readStart(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    size += chunk.length
    if (size > maxListBytes) break
  }
  return Buffer.concat(chunks)
}
