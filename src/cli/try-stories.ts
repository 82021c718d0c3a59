import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { describeError } from '../lib/describe-error.ts'
import { createStoryIndex } from '../stories/story-index.ts'
import { describeFileError } from './file-error.ts'
import { readRow } from './read-row.ts'
import { UsageError } from './usage-error.ts'

const lineShape = z.object({
  id: z.union([z.string(), z.number()]),
  title: z.string(),
  lead: z.string().nullish(),
  publishedAt: z.union([z.number(), z.string()]).nullish(),
})

type Line = z.infer<typeof lineShape> & { publishedMs: number | null }

/**
 * Puts the articles of the files, which are lines of JSON, into stories, one after the other in the
 * order of time, and prints `{ "id", "story" }` for each in the order of the lines. A story bears the
 * id of the article that founded it. Lines without a time count as of the time of the line before.
 */
export async function tryStories(files: string[], { stdout }: NodeJS.Process): Promise<void> {
  const lines = (await Promise.all(files.map(readLines))).flat()
  let lastMs = lines.find(({ publishedMs }) => publishedMs !== null)?.publishedMs ?? 0
  const articles = lines.map(({ title, lead, publishedMs }, id) => {
    lastMs = publishedMs ?? lastMs
    const publishedAt = Temporal.Instant.fromEpochMilliseconds(lastMs)
    return {
      ...{ id, title, lead: lead ?? null, publishedAt },
      ...{ feedId: null, url: null, language: null, kind: 'news' as const },
    }
  })
  const index = createStoryIndex()
  const storyOf = new Map<number, number>()
  const endedIn = new Map<number, number>()
  const byTime = articles.toSorted((a, b) => Temporal.Instant.compare(a.publishedAt, b.publishedAt))
  for (const article of byTime) {
    const placed = index.add(article)
    if (placed.kind === 'column') continue
    storyOf.set(article.id, placed.story)
    if (placed.kind === 'joined') {
      for (const { story } of placed.merged) endedIn.set(story, placed.story)
    }
  }
  for (const [i, { id }] of lines.entries()) {
    let story = storyOf.get(i) ?? i
    for (let next = endedIn.get(story); next !== undefined; next = endedIn.get(story)) story = next
    stdout.write(`${JSON.stringify({ id, story: lines[story]?.id ?? id })}\n`)
  }
}

async function readLines(file: string): Promise<Line[]> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    throw new UsageError(describeFileError(error, file))
  }
  return text
    .split(/\r?\n/)
    .flatMap((line, i) => (line.trim() ? [readLine(line, `${file}:${i + 1}`)] : []))
}

function readLine(text: string, place: string): Line {
  try {
    const line = readRow(lineShape, text)
    const { publishedAt } = line
    return { ...line, publishedMs: readTime(publishedAt ?? null) }
  } catch (error) {
    throw new UsageError(`${place} cannot be read: ${describeError(error)}`)
  }
}

function readTime(value: number | string | null): number | null {
  if (value === null) return null
  if (typeof value === 'number')
    return Temporal.Instant.fromEpochMilliseconds(value).epochMilliseconds
  // Without an offset it counts as UTC.
  const isLocal = !/(?:Z|[+-]\d\d(?::?\d\d)?)$/i.test(value) || /^[\d-]{10}$/.test(value)
  try {
    return isLocal
      ? Temporal.PlainDateTime.from(value).toZonedDateTime('UTC').epochMilliseconds
      : Temporal.Instant.from(value).epochMilliseconds
  } catch {
    throw new Error(`its publishedAt is no time such as 2024-06-14T07:30:00Z: ${value}`)
  }
}
