import { foldWord } from '../../text/search/fold.ts'
import { stemsIn } from '../../text/search/stems.ts'
import { wordsIn } from '../../text/search/words-in.ts'
import { readCell } from '../cells.ts'
import { feedShape } from '../news-shapes.ts'
import type { Database } from '../tables.ts'

/** More feeds than these are no name for one. */
const most = 200

/** The feeds whose title holds words that begin so, or whose host does; if there are none, other forms of them. */
export async function feedsNamed(db: Database, name: string): Promise<number[]> {
  const wanted = folded(name)
  const host = name.toLowerCase().replace(/^www\./, '')
  const feeds = await visible(db)
  const named = feeds.filter(
    ({ title, host: own }) => holds(folded(title), wanted) || isPartOfHost(own, host),
  )
  const found =
    named.length > 0 ? named : feeds.filter(({ title }) => isForm(folded(title), wanted))
  return found.map(({ id }) => id).slice(0, most)
}

/** The feeds that bear a tag. */
export async function feedsTagged(db: Database, tag: string): Promise<number[]> {
  const wanted = folded(tag)
  const feeds = await visible(db)
  const bearing = (isIt: typeof holds) =>
    feeds.filter(({ tags }) => tags.some((each) => isIt(folded(each), wanted)))
  const named = bearing(holds)
  const found = named.length > 0 ? named : bearing(isForm)
  return found.map(({ id }) => id).slice(0, most)
}

async function visible(db: Database) {
  const rows = await db
    .selectFrom('feed')
    .select(['id', 'title', 'host', 'tags'])
    .where('removed_at', 'is', null)
    .execute()
  return rows.map(({ id, title, host, tags }) => ({
    id,
    title: readCell(feedShape.title, title),
    host: String(host),
    tags: readCell(feedShape.tags, tags),
  }))
}

const folded = (text: string) => wordsIn(text).map(foldWord)

function holds(words: readonly string[], wanted: readonly string[]): boolean {
  return wanted.length > 0 && wanted.every((each) => words.some((word) => word.startsWith(each)))
}

/** Whether words are wanted in another form, as prepositions ask for: у спорті, з «Української правди». */
function isForm(words: readonly string[], wanted: readonly string[]): boolean {
  const stems = new Set(words.flatMap((word) => [...stemsIn(word, ['uk'])]))
  return wanted.length > 0 && wanted.every((each) => !stemsIn(each, ['uk']).isDisjointFrom(stems))
}

/** `theguardian` and `guardian` are parts of www.theguardian.com, `com` is not. */
function isPartOfHost(host: string, name: string): boolean {
  if (host === name || host.endsWith(`.${name}`)) return name.includes('.')
  const labels = host.split('.').slice(0, -1)
  return name.length > 2 && labels.some((label) => label === name || label.endsWith(name))
}
