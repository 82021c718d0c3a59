import { Command, CommanderError, Option } from 'commander'
import packageJson from '../../package.json' with { type: 'json' }
import { type Config, readConfig } from '../config.ts'
import { describeError } from '../lib/describe-error.ts'
import { printDigest } from './digest.ts'
import { loadEnvFile } from './env-file.ts'
import { exportOpml, importOpml } from './opml.ts'
import { redactErrors } from './redact-errors.ts'
import { printSearch } from './search.ts'
import { start } from './start.ts'
import { tryDay } from './try-day.ts'
import { tryFeeds } from './try-feeds.ts'
import { tryPages } from './try-pages.ts'
import { tryStories } from './try-stories.ts'
import { trySentences, trySummaries } from './try-summaries.ts'
import { UsageError } from './usage-error.ts'

/**
 * Runs the command line and sets the exit status: 0 when all was done, 1 when something failed, 2
 * when the call or a setting is wrong. Results go to standard output, all else to standard error.
 */
export async function runProgram(process: NodeJS.Process): Promise<void> {
  endOnAccident(process)
  try {
    // Whoever reads the output may have read enough, as `head` does.
    process.stdout.on('error', (error) =>
      process.exit('code' in error && error.code === 'EPIPE' ? 0 : 1),
    )
    const namesInFile = loadEnvFile(process)
    redactErrors(process)
    process.exitCode = 0
    await createProgram(process, namesInFile).parseAsync(process.argv)
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2
    } else {
      process.stderr.write(`courant: ${describeError(error)}\n`)
      process.exitCode = error instanceof UsageError ? 2 : 1
    }
  }
}

// Node would print the whole error: those of grammY hold the token.
function endOnAccident(process: NodeJS.Process): void {
  const end = (error: unknown) => {
    process.stderr.write(`courant: by accident: ${describeError(error)}\n`)
    process.exit(1)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}

/** The commands, their flags and their help. The names in the file of settings are looked at for slips. */
export function createProgram(
  process: NodeJS.Process,
  namesInFile: readonly string[] = [],
): Command {
  const program = new Command('courant')
    .description('Delivers the daily news to Telegram chats, one digest at each reader’s own hour.')
    .version(packageJson.version)
    .exitOverride()
    .showHelpAfterError('(courant --help shows how it is used)')
  const config = () => checkedConfig(namesInFile, process.env)
  const setStatus = (allRead: boolean) => {
    if (!allRead) process.exitCode = 1
  }

  program
    .command('start')
    .description(
      'Run the bot. Without BOT_TOKEN it opens a rehearsal: a chat in the browser, with a sample newspaper.',
    )
    .action(() => start(config(), process))

  program
    .command('digest')
    .description(
      'Collect the given sources into a throw-away database and print their digest; with none given, print the digest of the configured database.',
    )
    .option('--feed <url>', 'a feed of news (may be repeated)', collect)
    .option('--columns <url>', 'a feed of opinion columns (may be repeated)', collect)
    .option('--day <date>', 'the digest as of the end of this day, such as 2024-06-14 (now)')
    .option('--days <n>', 'how many days it spans, that day included', '2')
    .option('--zone <zone>', 'the time zone of the days, such as Europe/Kyiv (DEFAULT_ZONE)')
    .addOption(
      new Option('--format <format>', 'how it is printed')
        .choices(['text', 'html', 'json'])
        .default('text'),
    )
    .action(async (options) => setStatus(await printDigest(options, config(), process)))

  program
    .command('search')
    .description(
      'Print the articles of the configured database that a question finds, or those of the given sources. What begins with a hyphen stands behind --.',
    )
    .argument('<words...>', 'the question, as /search takes it')
    .option('--feed <url>', 'a source to look in instead (may be repeated)', collect)
    .addOption(
      new Option('--format <format>', 'how it is printed')
        .choices(['text', 'json'])
        .default('text'),
    )
    .action(async (words, options) =>
      setStatus(await printSearch(words, options, config(), process)),
    )

  const opml = program
    .command('opml')
    .description('Take lists of feeds (OPML) out of the configured database, or into it.')
  opml
    .command('export')
    .description('Write the feeds as OPML.')
    .argument('[file]', 'where to (standard output)')
    .action((file) => exportOpml(file, config(), process))
  opml
    .command('import')
    .description('Add the feeds of an OPML file, or of a list with one address on each line.')
    .argument('<file>', 'the file; - for standard input')
    .action(async (file) => setStatus(await importOpml(file, config(), process)))

  const attempt = program
    .command('try')
    .description('Show what the program makes of a source, one line of JSON for each argument.')
  attempt
    .command('feed')
    .description('Read feeds, and pages of headlines that have none.')
    .argument('<sources...>', 'files (also .gz) or addresses')
    .option('--selector <css>', 'read them as pages: what holds their headlines')
    .action(async (sources, options) =>
      setStatus(await tryFeeds(sources, options, config(), process)),
    )
  attempt
    .command('page')
    .description('Read pages of articles.')
    .argument('<sources...>', 'files (also .gz) or addresses')
    .option('--url <base>', 'the address that a file was saved from')
    .action(async (sources, options) =>
      setStatus(await tryPages(sources, options, config(), process)),
    )
  attempt
    .command('day')
    .description('Print the stories of a day of the configured database by their rank, and why.')
    .option('--day <date>', 'the day, such as 2024-06-14 (today)')
    .option('--zone <zone>', 'the time zone of the day, such as Europe/Kyiv (DEFAULT_ZONE)')
    .action((options) => tryDay(options, config(), process))
  attempt
    .command('stories')
    .description('Put articles into stories.')
    .argument('<files...>', 'lines of JSON: { "id", "title", "lead"?, "publishedAt"? (ms or ISO) }')
    .action((files) => tryStories(files, process))
  attempt
    .command('summary')
    .description('Choose the sentences that say most of articles, each a line of JSON.')
    .argument('<files...>', 'files of { id, title, text | sentences, lang? } (also .gz)')
    .option('--sentences <k>', 'how many are chosen', '2')
    .action(async (files, options) => setStatus(await trySummaries(files, options, process)))
  attempt
    .command('sentences')
    .description('Split articles into sentences, each a line of JSON.')
    .argument('<files...>', 'files of { id, text, lang? } (also .gz)')
    .action(async (files) => setStatus(await trySentences(files, process)))
  return program
}

function collect(value: string, earlier: string[] = []): string[] {
  return [...earlier, value]
}

function checkedConfig(namesInFile: readonly string[], env: NodeJS.ProcessEnv): Config {
  const outcome = readConfig(env, namesInFile)
  if (outcome.kind === 'config') return outcome.config
  throw new UsageError(
    `these settings are wrong:\n${outcome.faults.map((f) => `  ${f}`).join('\n')}`,
  )
}
