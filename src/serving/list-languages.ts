import type { Paper } from '../domain/paper.ts'
import { languagesOfNews } from '../store/languages.ts'
import type { Serving } from './serving.ts'

/** More than any reader knows. */
const most = 40

/** The languages (BCP 47) of the newest articles, and those that a paper leaves out. */
export async function listLanguages(
  { db }: Pick<Serving, 'db'>,
  { languagesOff }: Pick<Paper, 'languagesOff'>,
): Promise<string[]> {
  const tags = [...(await languagesOfNews(db)), ...languagesOff]
  const short = tags.filter((tag) => /^[\w-]{2,20}$/.test(tag))
  return [...new Set(short)].toSorted().slice(0, most)
}
