import type { Article } from '../../domain/article.ts'
import type { Translate } from '../../domain/translate.ts'
import { oneLine } from '../../text/controls.ts'

/** The outlet of an article, marked where it is behind a paywall or in a translator's words. */
export function sourceOf(article: Marked & Pick<Article, 'source'>, t: Translate): string {
  return `${oneLine(article.source, 60)}${marksOf(article, t)}`
}

/** Who says it: the name of the outlet, or of a column's columnist; and behind it that it is one, and its marks. */
export function tellerOf(article: Article, t: Translate): { name: string; rest: string } {
  const isColumn = article.kind === 'column'
  return {
    name: oneLine((isColumn && article.author) || article.source, 60),
    rest: `${isColumn ? `, ${t('search-column')}` : ''}${marksOf(article, t)}`,
  }
}

type Marked = Pick<Article, 'isPaid' | 'isTranslated'>

/** What marks an article behind a paywall, and one that is translated; nothing for others. */
export function marksOf({ isPaid, isTranslated = false }: Marked, t: Translate): string {
  const marks = [...(isTranslated ? ['digest-translated'] : []), ...(isPaid ? ['digest-paid'] : [])]
  return marks.length > 0 ? ` (${marks.map((key) => t(key)).join(', ')})` : ''
}
