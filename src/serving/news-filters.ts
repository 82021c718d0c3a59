import { createHash } from 'node:crypto'
import type { DayFilter } from '../domain/day-request.ts'
import { type NewsOf, namedColumnists } from '../store/days-with-news.ts'
import { feedsOfPapers } from '../store/papers.ts'
import { latinSpelling } from '../text/latin-spelling.ts'
import { listSections } from './papers.ts'
import type { Serving } from './serving.ts'

/** A section, a feed or a columnist, by the name that people know it by. */
export type NamedFilter = { name: string; filter: DayFilter; of: NonNullable<NewsOf> }

/** All that news can be asked by: sections, then feeds, then columnists. */
export async function newsFilters({ db }: Pick<Serving, 'db'>): Promise<NamedFilter[]> {
  const sections = (await listSections({ db })).filter(({ name }) => name !== '')
  const feeds = await feedsOfPapers(db)
  const columnists = await namedColumnists(db)
  return [
    ...sections.map(({ name, feeds }): NamedFilter => {
      const of = { feeds: feeds.map(({ id }) => id) }
      return { name, filter: { kind: 'section', key: keyOf(name) }, of }
    }),
    ...feeds.map(({ id, title }): NamedFilter => {
      return { name: title, filter: { kind: 'feed', id }, of: { feeds: [id] } }
    }),
    ...columnists.map(({ id, name, ids }): NamedFilter => {
      return { name, filter: { kind: 'columnist', id }, of: { columnists: ids } }
    }),
  ]
}

/** The one that a request names; null if it is not there any more. */
export async function findNewsFilter(
  serving: Pick<Serving, 'db'>,
  asked: DayFilter,
): Promise<NamedFilter | null> {
  const all = await newsFilters(serving)
  const found = all.find((each) => isAsked(each, asked))
  if (found || asked.kind !== 'section') return found ?? null
  const spelt = (name: string) => latinSpelling(name.replaceAll('_', ' '))
  const typed = spelt(asked.key)
  return all.find(({ filter, name }) => filter.kind === 'section' && spelt(name) === typed) ?? null
}

/** A section is named by its key, and else by its name in Latin letters; a columnist by any number of theirs. */
function isAsked({ filter, of }: NamedFilter, asked: DayFilter): boolean {
  if (asked.kind === 'section') return filter.kind === 'section' && filter.key === asked.key
  if (asked.kind === 'feed') return filter.kind === 'feed' && filter.id === asked.id
  return asked.kind === 'columnist' && 'columnists' in of && of.columnists.includes(asked.id)
}

/** Names of sections are of any length, and the data of a button is not. */
function keyOf(section: string): string {
  return createHash('sha256').update(section).digest('base64url').slice(0, 10)
}
