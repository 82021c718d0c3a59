import type { Config } from '../config.ts'
import { renderJson } from '../digests/json.ts'
import { renderTelegram } from '../digests/telegram/render.ts'
import { renderText } from '../digests/text.ts'
import { dayBounds } from '../domain/calendar.ts'
import type { Digest } from '../domain/digest.ts'
import { loadDigest } from '../serving/compose-edition.ts'
import { firstDay } from '../serving/news/span.ts'
import { withoutControls } from '../text/controls.ts'
import { t } from './english.ts'
import { readSpan } from './read-span.ts'
import { withSources } from './with-sources.ts'

export type DigestOptions = {
  feed?: string[]
  columns?: string[]
  day?: string
  days: string
  zone?: string
  format: 'text' | 'html' | 'json'
}

/**
 * Prints a digest, unless no source could be read; returns whether every source could. Throws when it
 * is asked for that of a database that is not there.
 */
export function printDigest(
  options: DigestOptions,
  config: Config,
  process: NodeJS.Process,
): Promise<boolean> {
  const { zone, span } = readSpan(options, config.defaultZone, Temporal.Now.instant())
  const sources = [
    ...(options.feed ?? []).map((address) => ({ address, kind: 'news' as const })),
    ...(options.columns ?? []).map((address) => ({ address, kind: 'columns' as const })),
  ]
  const pagesFrom = dayBounds(firstDay(span, zone), zone).start
  return withSources({ sources, pagesFrom, zone }, config, process, async (db) => {
    process.stdout.write(print(await loadDigest(db, span, zone), options.format))
  })
}

function print(digest: Digest, format: DigestOptions['format']): string {
  if (format === 'text') return renderText(digest, t)
  const messages = renderTelegram(digest, t)
  if (format === 'html') return messages.map((message) => `${message}\n`).join('\n')
  const clean = (_: string, value: unknown) =>
    typeof value === 'string' ? withoutControls(value) : value
  return `${JSON.stringify({ days: renderJson(digest, t), messages }, clean, 2)}\n`
}
