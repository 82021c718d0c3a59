import { createPageReader, type FoundPage, type PageReader } from '../articles/reader.ts'
import type { Config } from '../config.ts'
import type { FetchPage } from '../fetching/http.ts'
import { createWeb } from '../fetching/web.ts'
import { reasonWords } from '../i18n/reason-words.ts'
import { t } from './english.ts'
import { createProgress } from './progress.ts'
import { printLine } from './redact-errors.ts'
import { readSource } from './source.ts'
import { UsageError } from './usage-error.ts'

/** Prints what the program makes of each page as a line of JSON; returns whether all were read. */
export async function tryPages(
  sources: string[],
  options: { url?: string },
  config: Config,
  process: NodeJS.Process,
): Promise<boolean> {
  if (
    (options.url !== undefined && !/^https?:/i.test(options.url)) ||
    (options.url && !URL.canParse(options.url))
  ) {
    throw new UsageError(`--url ${options.url} is not an http(s) address`)
  }
  const web = createWeb(config.allowPrivateAddresses, config)
  const reader = createPageReader(config.workers)
  const progress = createProgress(process.stderr)
  let allRead = true
  // As many at once as there are threads; printed in the order of the arguments.
  const lines: Promise<object>[] = []
  const startNext = () => {
    const source = sources[lines.length]
    if (source !== undefined)
      lines.push(describePage(source, options.url ?? null, web.fetchPage, reader))
  }
  for (let i = 0; i < config.workers; i++) startNext()
  for (let i = 0; i < sources.length; i++) {
    progress.say(`Reading ${i + 1} of ${sources.length}: ${sources[i]}`)
    const line = (await lines[i]) ?? {}
    startNext()
    if ('error' in line) allRead = false
    progress.end()
    printLine(process, line)
  }
  await reader.close()
  await web.close()
  return allRead
}

async function describePage(
  source: string,
  base: string | null,
  fetch: FetchPage,
  reader: PageReader,
) {
  const read = await readSource(source, fetch)
  if (read.kind === 'unreadable') return { source, error: read.error }
  const outcome = await reader.read({ ...read, url: base ?? read.url })
  if (outcome.kind === 'page') return { source, ...describeFound(outcome) }
  if (outcome.teaser && outcome.wall === 'paywall') {
    return { source, wall: reasonWords(outcome.reason, t), ...describeFound(outcome.teaser) }
  }
  return { source, error: reasonWords(outcome.reason, t) }
}

function describeFound({ url, page }: FoundPage) {
  const { title, author, publishedAt, language, kind, standfirst, text, ...rest } = page
  return {
    url,
    title,
    author,
    publishedAt: publishedAt?.toString() ?? null,
    language,
    kind,
    standfirst,
    text,
    ...rest,
    kindReason: reasonWords(rest.kindReason, t),
  }
}
