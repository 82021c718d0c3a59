import { mapDigest, mapStory } from '../../digests/compose.ts'
import type { Article } from '../../domain/article.ts'
import type { Digest, Story } from '../../domain/digest.ts'
import { articlesByIds } from '../../store/article-rows.ts'
import type { RankedHeadline } from '../../store/headlines.ts'
import type { Database } from '../../store/tables.ts'
import type { NewsTexts } from './span-news.ts'

/** More than the pages of a day show. */
const mostArticles = 5000

/** The same digest with its articles; those that many pages show are loaded once. */
export async function loadTexts(
  db: Database,
  outline: Digest<RankedHeadline>,
  { articles, told }: NewsTexts,
): Promise<Digest> {
  const all = outline.followed ? [outline.followed, ...outline.days] : outline.days
  const missing = all
    .flatMap(({ stories, columns }) => [
      ...stories.filter((story) => !told.has(story)).flatMap(articlesIn),
      ...columns,
    ])
    .map(({ id }) => id)
    .filter((id) => !articles.has(id))
  const loaded = missing.length > 0 ? await articlesByIds(db, missing) : new Map<number, Article>()
  const articleOf = ({ id }: RankedHeadline) => articles.get(id) ?? loaded.get(id)
  const digest = mapDigest(outline, articleOf, (story) => {
    const known = told.get(story)
    if (known) return known
    const filled = mapStory(story, articleOf)
    if (filled) told.set(story, filled)
    return filled
  })
  if (articles.size + loaded.size > mostArticles) articles.clear()
  for (const [id, article] of loaded) articles.set(id, article)
  return digest
}

function articlesIn({ lead, others, further }: Story<RankedHeadline>): RankedHeadline[] {
  return [lead, ...others, ...further]
}
