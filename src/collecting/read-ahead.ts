import { isBusySlot, leadMinutes, mayReadAhead } from '../domain/reading-ahead.ts'
import { letOthersWork } from '../lib/let-others-work.ts'
import { bringForward, listFeeds } from '../store/feeds.ts'
import { slotsAhead } from '../store/subscriptions.ts'
import type { Database } from '../store/tables.ts'

/** Few enough that others are served in between. */
const atOnce = 500

/**
 * Makes feeds due a few minutes ahead of a slot that many chats share, so that their digest holds
 * the latest news. They are read like others: few at a time from one host. Returns their number.
 */
export async function bringFeedsForward(db: Database, now: Temporal.Instant): Promise<number> {
  const { slots, subscriptions } = await slotsAhead(db, now, now.add({ minutes: leadMinutes }))
  const busy = slots.find(({ chats }) => isBusySlot(chats, subscriptions))
  if (!busy) return 0
  const feeds = await listFeeds(db)
  let brought = 0
  for (let i = 0; i < feeds.length; i += atOnce) {
    const ids = feeds
      .slice(i, i + atOnce)
      .filter((feed) => mayReadAhead(feed, busy.at, now))
      .map(({ id }) => id)
    if (ids.length > 0) await bringForward(db, ids, now)
    brought += ids.length
    await letOthersWork()
  }
  return brought
}
