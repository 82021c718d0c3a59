import type { Article } from '../../domain/article.ts'
import type { Translate } from '../../domain/translate.ts'
import { oneLine } from '../../text/controls.ts'

/** The outlet of an article, marked where it is behind a paywall or in a translator's words. */
export function sourceOf(article: Marked & Pick<Article, 'source'>, t: Translate): string {
  return `${oneLine(article.source, 60)}${marksOf(article, t)}`
}

/** Who says it: the outlet, or the columnist of a column, which is called so; marked as that of `sourceOf`. */
export function tellerOf(article: Article, t: Translate): string {
  if (article.kind === 'news') return sourceOf(article, t)
  const name = oneLine(article.author ?? article.source, 60)
  return `${name}, ${t('search-column')}${marksOf(article, t)}`
}

type Marked = Pick<Article, 'isPaid' | 'isTranslated'>

/** What marks an article behind a paywall, and one that is translated; nothing for others. */
export function marksOf({ isPaid, isTranslated = false }: Marked, t: Translate): string {
  const marks = [...(isTranslated ? ['digest-translated'] : []), ...(isPaid ? ['digest-paid'] : [])]
  return marks.length > 0 ? ` (${marks.map((key) => t(key)).join(', ')})` : ''
}
