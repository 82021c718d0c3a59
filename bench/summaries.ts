import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { isBoilerplate } from '../src/summaries/boilerplate.ts'
import { extractSentences } from '../src/summaries/extract.ts'
import { splitSentences } from '../src/text/sentences.ts'
import { stemsOf } from '../src/text/words.ts'
import { bootstrapInterval } from './bootstrap.ts'
import { type Extract, lead, lexRank, textRank } from './extractive-peers.ts'
import type { Row } from './report.ts'
import { type Rouge, rouge } from './rouge.ts'

type Article = { lang: string; title: string; text: string; refs: string[] }
type Score = (summary: string[], article: Article) => number

const peers: Record<string, Extract> = { Lead: lead, TextRank: textRank, LexRank: lexRank }

const byRouge =
  (measure: keyof Rouge): Score =>
  (summary, { refs, lang }) =>
    rouge(summary, sentencesOf(refs.join('\n'), lang))[measure]

/** How many of the headline's stems the summary has, in per cent; the headline is not shown to it. */
const headlineRecall: Score = (summary, { title, lang }) => {
  const wanted = [...stemsOf(title, lang)]
  const said = stemsOf(summary.join(' '), lang)
  return wanted.length === 0
    ? 0
    : (100 * wanted.filter((stem) => said.has(stem)).length) / wanted.length
}

/**
 * Scores our summaries beside Lead, TextRank and LexRank on the same articles and sentences (those of
 * boilerplate are kept from the peers as well), splits sentences, and times one core.
 */
export async function summaries({ data }: { data: string | undefined }): Promise<Row[]> {
  if (data === undefined) throw new Error('name the folder of the articles to score with --data')
  const read = async <T>(name: string): Promise<T[]> => {
    const lines = (await readFile(path.join(data, `${name}.jsonl`), 'utf8')).trim().split('\n')
    return lines.map((line) => JSON.parse(line))
  }
  const cnn = await read<Article>('cnndm500')
  const xsum = await read<Article>('xsum500')
  const summEval = await read<Article>('summeval')
  return [
    ...scoreRows('CNN/DM k=2 ROUGE-1', cnn, 2, byRouge('rouge1'), { gain: 1 }),
    ...scoreRows('CNN/DM k=2 ROUGE-2', cnn, 2, byRouge('rouge2'), { gain: 0 }),
    ...scoreRows('CNN/DM k=2 ROUGE-Lsum', cnn, 2, byRouge('rougeLsum'), { gain: 0 }),
    ...scoreRows('CNN/DM k=3 ROUGE-1', cnn, 3, byRouge('rouge1'), { gain: 0 }),
    ...scoreRows('CNN/DM k=3 ROUGE-2', cnn, 3, byRouge('rouge2'), { gain: 0 }),
    ...scoreRows('CNN/DM k=3 ROUGE-Lsum', cnn, 3, byRouge('rougeLsum'), { gain: 0 }),
    ...scoreRows('XSum k=1 ROUGE-1', xsum, 1, byRouge('rouge1'), { least: 18.5 }),
    ...scoreRows('SummEval k=3 ROUGE-1', summEval, 3, byRouge('rouge1'), { least: 42.3 }),
    ...scoreRows('Ukrainian k=2 headline', await read('ukpress_title'), 2, headlineRecall, {
      least: 27,
    }),
    splittingRow(await read('seg_uk')),
    speedRow(cnn),
  ]
}

/** Ours beside each peer; the bar speaks of ours alone or of the gain over Lead. */
function scoreRows(
  figure: string,
  articles: Article[],
  count: number,
  score: Score,
  bar: { gain: number } | { least: number },
): Row[] {
  const ours = articles.map((article) => {
    const { text, lang } = article
    const spans = extractSentences(text, count, { language: lang })
    return score(
      spans.map(([start, end]) => text.slice(start, end)),
      article,
    )
  })
  return Object.entries(peers).map(([name, extract]) => {
    const theirs = articles.map((article) => score(extracted(article, count, extract), article))
    const gain = mean(ours) - mean(theirs)
    const [low, high] = bootstrapInterval(ours.map((value, i) => value - (theirs[i] ?? 0)))
    const interval = `gain ${signed(gain)} (95 %: ${signed(low)} to ${signed(high)}${low <= 0 && high >= 0 ? ', noise' : ''})`
    const gainOf = 'gain' in bar && name === 'Lead' ? bar.gain : 0
    const least = 'least' in bar ? `at least ${bar.least}` : `above ${name} by ${gainOf}`
    return {
      figure: `${figure}, beside ${name}`,
      ours: mean(ours),
      peer: mean(theirs),
      ratio: mean(ours) / mean(theirs),
      bar: `${least}; ${interval}`,
      ok: 'least' in bar ? mean(ours) >= bar.least : gain >= gainOf,
    }
  })
}

function extracted({ text, lang }: Article, count: number, extract: Extract): string[] {
  const sentences = sentencesOf(text, lang).filter((sentence) => !isBoilerplate(sentence))
  const stems = sentences.map((sentence) => [...stemsOf(sentence, lang)])
  return extract(stems, count).map((place) => sentences[place] ?? '')
}

/** F1 of the ends of sentences, beside Intl.Segmenter without our rules. */
function splittingRow(texts: { sentences: string[] }[]): Row {
  const plain = new Intl.Segmenter('uk', { granularity: 'sentence' })
  const ours = f1(texts, (text) => sentencesOf(text, 'uk'))
  const peer = f1(texts, (text) => [...plain.segment(text)].map(({ segment }) => segment))
  return {
    figure: 'Ukrainian sentences, F1, beside Intl.Segmenter',
    ours,
    peer,
    ratio: ours / peer,
    bar: 'at least 0.978',
    ok: ours >= 0.978,
  }
}

/** Texts are put together with spaces, and ends are compared by the characters before them. */
function f1(texts: { sentences: string[] }[], split: (text: string) => string[]): number {
  let both = 0
  let all = 0
  for (const { sentences } of texts) {
    const right = ends(sentences)
    const found = ends(split(sentences.join(' ')))
    for (const end of found) if (right.has(end)) both++
    all += right.size + found.size
  }
  return (2 * both) / all
}

function ends(sentences: string[]): Set<number> {
  let characters = 0
  return new Set(
    sentences.map((sentence) => {
      characters += sentence.replace(/\s/g, '').length
      return characters
    }),
  )
}

/** Articles a second of one core's time, from text to summary; the first round is not measured. */
function speedRow(articles: Article[]): Row {
  const round = () => {
    const start = process.cpuUsage().user
    for (const { text, lang } of articles) extractSentences(text, 2, { language: lang })
    return (articles.length * 1e6) / (process.cpuUsage().user - start)
  }
  round()
  const ours = Math.max(round(), round(), round())
  return {
    figure: 'articles summarised a second on one core',
    ours,
    peer: null,
    ratio: null,
    bar: 'at least 2000',
    ok: ours >= 2000,
  }
}

function sentencesOf(text: string, language: string): string[] {
  return splitSentences(text, language).map(([start, end]) => text.slice(start, end))
}

function mean(values: number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length
}

function signed(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 2, signDisplay: 'always' })
}
