import { z } from 'zod'
import { describeError } from '../lib/describe-error.ts'
import { extractSentences } from '../summaries/extract.ts'
import { chooseSentences } from '../summaries/rank.ts'
import { guessLanguage } from '../text/languages.ts'
import { sentencesOf } from '../text/sentences.ts'
import { readRow } from './read-row.ts'
import { printLine } from './redact-errors.ts'
import { readSource } from './source.ts'
import { UsageError } from './usage-error.ts'

const row = z.object({
  id: z.union([z.string(), z.number()]),
  title: z.string().nullish(),
  text: z.string().optional(),
  sentences: z.array(z.string()).optional(),
  lang: z.string().nullish(),
})
type Row = z.infer<typeof row>

/** Prints the sentences chosen of each article, a line of JSON in, a line out; returns whether all were read. */
export function trySummaries(
  files: string[],
  options: { sentences: string },
  process: NodeJS.Process,
): Promise<boolean> {
  const count = Number(options.sentences)
  if (!Number.isInteger(count) || count < 1) {
    throw new UsageError(`--sentences ${options.sentences} is not a number of sentences`)
  }
  return eachRow(files, process, (article) => {
    const { id, text = '', sentences } = article
    const language = article.lang ?? guessLanguage(sentences?.join(' ') ?? text)
    const reading = { language, title: article.title ?? '' }
    const chosen = sentences
      ? chooseSentences(sentences, count, reading).map((place) => sentences[place] ?? '')
      : extractSentences(text, count, reading).map(([start, end]) => text.slice(start, end))
    return { id, lang: language, sentences: chosen }
  })
}

/** Prints all sentences of each article, a line of JSON in, a line out; returns whether all were read. */
export function trySentences(files: string[], process: NodeJS.Process): Promise<boolean> {
  return eachRow(files, process, ({ id, text = '', sentences, lang }) => ({
    id,
    sentences: sentences ?? sentencesOf(text, lang ?? guessLanguage(text)),
  }))
}

async function eachRow(
  files: string[],
  process: NodeJS.Process,
  answer: (article: Row) => object,
): Promise<boolean> {
  let allRead = true
  const fail = (source: string, error: string) => {
    allRead = false
    printLine(process, { source, error })
  }
  for (const file of files) {
    const read = await readSource(file, notFetched)
    if (read.kind === 'unreadable') {
      fail(file, read.error)
      continue
    }
    const lines = new TextDecoder().decode(read.bytes).split('\n')
    for (const [i, line] of lines.entries()) {
      if (line.trim() === '') continue
      try {
        printLine(process, answer(readRow(row, line)))
      } catch (error) {
        fail(`${file}:${i + 1}`, describeError(error))
      }
    }
  }
  return allRead
}

/** Articles are tried from files. */
async function notFetched() {
  return { kind: 'failed', reason: { code: 'files-only' } } as const
}
