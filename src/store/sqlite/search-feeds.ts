import { foldWord } from '../../text/search/fold.ts'
import { stemsIn } from '../../text/search/stems.ts'
import { wordsIn } from '../../text/search/words-in.ts'
import { readCell } from '../cells.ts'
import { feedShape } from '../news-shapes.ts'
import type { Database } from '../tables.ts'

/** More feeds than these are no name for one. */
const most = 200

/** The feeds whose title holds words that begin so, or whose host does; if there are none, other forms of them. */
export function feedsNamed(db: Database, name: string): Promise<number[]> {
  const wanted = folded(name)
  const host = name.toLowerCase().replace(/^www\./, '')
  return feedsOf(
    db,
    (feed, isIt) => isIt(folded(feed.title), wanted) || isPartOfHost(feed.host, host),
  )
}

/** The feeds that bear a tag, as words of a title do. */
export function feedsTagged(db: Database, tag: string): Promise<number[]> {
  const wanted = folded(tag)
  return feedsOf(db, ({ tags }, isIt) => tags.some((each) => isIt(folded(each), wanted)))
}

type Feed = Awaited<ReturnType<typeof visible>>[number]

/** The feeds that are meant by the beginnings of words; if there are none, by other forms of them. */
async function feedsOf(
  db: Database,
  isMeant: (feed: Feed, isIt: typeof holds) => boolean,
): Promise<number[]> {
  const feeds = await visible(db)
  const byBeginning = feeds.filter((feed) => isMeant(feed, holds))
  const meant = byBeginning.length > 0 ? byBeginning : feeds.filter((feed) => isMeant(feed, isForm))
  return meant.map(({ id }) => id).slice(0, most)
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
