import { mapDigest } from '../digests/compose.ts'
import type { Article } from '../domain/article.ts'
import type { Digest } from '../domain/digest.ts'
import type { Paper } from '../domain/paper.ts'
import { languageOf, type Translate } from '../domain/translate.ts'
import type { Database } from '../store/tables.ts'
import { translationsOf } from '../store/translations.ts'

/** The language into which what a paper brings is translated; null where it is not. */
export function wantedLanguage({ translated }: Paper, t: Translate): string | null {
  return translated ? languageOf(t) : null
}

/** The same digest with its articles translated, as far as they are. */
export async function translateDigest(
  db: Database,
  digest: Digest,
  language: string | null,
): Promise<Digest> {
  if (language === null) return digest
  const articles: Article[] = []
  mapDigest(digest, (article) => {
    articles.push(article)
    return article
  })
  const translated = await translateArticles(db, articles, language)
  return translated.size === 0
    ? digest
    : mapDigest(digest, (article) => translated.get(article.id) ?? article)
}

/** Of these articles those in other languages that were translated before, by number, in those words. */
export async function translateArticles(
  db: Database,
  articles: readonly Article[],
  language: string | null,
): Promise<Map<number, Article>> {
  const foreign = articles.filter(
    (each) => each.language !== null && each.language.slice(0, 2) !== language,
  )
  if (language === null || foreign.length === 0) return new Map()
  const known = await translationsOf(db, foreign.map(wordsOf), language)
  return new Map(
    foreign.flatMap((article): [number, Article][] => {
      const words = known.get(article.id)
      if (!words) return []
      const { summary } = article
      const own = summary && words.summary !== null
      const translated = own ? { text: words.summary ?? '', origin: summary.origin } : summary
      return [
        [
          article.id,
          { ...article, title: words.title, summary: translated, language, isTranslated: true },
        ],
      ]
    }),
  )
}

function wordsOf({ id, title, summary }: Article) {
  return { id, title, summary: summary?.text ?? null }
}
