import { writeOpml } from '../feeds/opml/write.ts'
import { listFeeds } from '../store/feeds.ts'
import type { Editing } from './editing.ts'

/** The feeds in use as OPML, with all that `importFeeds` needs to bring them back. */
export async function exportFeeds({
  db,
}: Pick<Editing, 'db'>): Promise<{ opml: string; feeds: number }> {
  const feeds = await listFeeds(db)
  return { opml: writeOpml(feeds, 'Courant'), feeds: feeds.length }
}
