import { writeOpml } from '../feeds/opml/write.ts'
import { listFeeds } from '../store/feeds.ts'
import type { Editing } from './editing.ts'

/** Returns the active feeds as OPML, with everything that `importFeeds` needs to restore them. */
export async function exportFeeds({
  db,
}: Pick<Editing, 'db'>): Promise<{ opml: string; feeds: number }> {
  const feeds = await listFeeds(db)
  return { opml: writeOpml(feeds, 'Courant'), feeds: feeds.length }
}
