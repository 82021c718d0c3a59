import { mapDigest } from '../digests/compose.ts'
import type { Article } from '../domain/article.ts'
import type { Digest } from '../domain/digest.ts'
import type { Database } from '../store/tables.ts'
import { translationsOf } from '../store/translations.ts'

/** The same digest with the headlines and summaries that are translated into a language in its words, as they were asked for before. */
export async function translated(db: Database, digest: Digest, language: string): Promise<Digest> {
  const foreign: Article[] = []
  const note = (article: Article) => {
    if (article.language !== null && article.language.slice(0, 2) !== language) {
      foreign.push(article)
    }
    return article
  }
  mapDigest(digest, note)
  if (foreign.length === 0) return digest
  const known = await translationsOf(db, foreign.map(wordsOf), language)
  return mapDigest(digest, (article) => {
    const words = known.get(article.id)
    if (!words) return article
    const { summary } = article
    return {
      ...article,
      title: words.title,
      summary:
        summary && words.summary !== null
          ? { text: words.summary, origin: summary.origin }
          : summary,
      language,
      isTranslated: true,
    }
  })
}

function wordsOf({ id, title, summary }: Article) {
  return { id, title, summary: summary?.text ?? null }
}
