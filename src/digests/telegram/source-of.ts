import type { Article } from '../../domain/article.ts'
import type { Translate } from '../../domain/translate.ts'
import { oneLine } from '../../text/controls.ts'

/** The outlet of an article, marked where it is behind a paywall. */
export function sourceOf(article: Pick<Article, 'source' | 'isPaid'>, t: Translate): string {
  return `${oneLine(article.source, 60)}${paidMark(article, t)}`
}

/** What marks an article behind a paywall; nothing for others. */
export function paidMark({ isPaid }: Pick<Article, 'isPaid'>, t: Translate): string {
  return isPaid ? ` (${t('digest-paid')})` : ''
}
