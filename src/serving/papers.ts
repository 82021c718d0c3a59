import { paperOfHour } from '../domain/own-hours.ts'
import { countMutes, mostFollows, mostMutes, type Paper } from '../domain/paper.ts'
import type { ChatTopic, Subscription } from '../domain/subscription.ts'
import { saveHourPaper } from '../store/hour-papers.ts'
import { type FeedOfPaper, feedsOfPapers } from '../store/papers.ts'
import { findSubscription, savePaper } from '../store/subscriptions.ts'
import { ownHourOf, ownPart } from './own-hours.ts'
import type { Serving } from './serving.ts'

/** A tag of feeds with the feeds that bear it; the empty one holds the feeds without a tag. */
export type Section = { name: string; feeds: FeedOfPaper[] }

/** The sections that a paper can be made of, by name, the nameless one last. */
export async function listSections({ db }: Pick<Serving, 'db'>): Promise<Section[]> {
  const sections = new Map<string, FeedOfPaper[]>()
  for (const feed of await feedsOfPapers(db)) {
    for (const name of sectionsOf(feed)) {
      sections.set(name, [...(sections.get(name) ?? []), feed])
    }
  }
  return [...sections]
    .map(([name, feeds]) => ({ name, feeds }))
    .sort((a, b) => Number(a.name === '') - Number(b.name === '') || (a.name < b.name ? -1 : 1))
}

/** The sections that a feed is in: at least one, which may be the nameless. */
export function sectionsOf({ tags }: Pick<FeedOfPaper, 'tags'>): readonly string[] {
  return tags.length > 0 ? tags : ['']
}

/** Whether a feed is left out itself, or with all its sections. */
export function isFeedOff(
  { off }: Pick<Paper, 'off'>,
  feed: Pick<FeedOfPaper, 'id' | 'tags'>,
): boolean {
  return (
    off.feeds.includes(feed.id) || sectionsOf(feed).every((name) => off.sections.includes(name))
  )
}

/** Whether a paper brings anything of a feed: it is not left out itself, nor are all its sections. */
export function bringsFeed(
  { off, kinds }: Paper,
  feed: Pick<FeedOfPaper, 'id' | 'kind' | 'tags'>,
): boolean {
  if (isFeedOff({ off }, feed)) return false
  return kinds === 'all' || feed.kind === 'mixed' || feed.kind === kinds
}

/** A subscription as it is at an hour: with its own paper there. Null if it has none there, or there is no subscription. */
export async function subscriptionAt(
  { db }: Pick<Serving, 'db'>,
  topic: ChatTopic,
  hour?: Temporal.PlainTime,
): Promise<Subscription | null> {
  const subscription = await findSubscription(db, topic)
  if (!hour || !subscription) return subscription
  const own = await ownHourOf(db, topic, hour)
  return own && { ...subscription, paper: paperOfHour(own, subscription.paper) }
}

/** What became of a change: the subscription with it, or why it was refused. */
export type PaperChange =
  | { kind: 'changed'; subscription: Subscription }
  | { kind: 'not-subscribed' }
  /** It would bring nothing of any feed any more. */
  | { kind: 'empty' }
  | { kind: 'too-many' }

/** Changes what a chat's digest brings, or that of an hour with a paper of its own; of two changes at once none is lost. */
export function changePaper(
  { db }: Pick<Serving, 'db'>,
  topic: ChatTopic,
  change: (paper: Paper) => Paper,
  hour?: Temporal.PlainTime,
): Promise<PaperChange> {
  return db.transaction().execute(async (trx): Promise<PaperChange> => {
    const subscription = await subscriptionAt({ db: trx }, topic, hour)
    if (!subscription) return { kind: 'not-subscribed' }
    const paper = change(subscription.paper)
    const isMore = countMutes(paper) > countMutes(subscription.paper)
    if (isMore && countMutes(paper) > mostMutes) return { kind: 'too-many' }
    if (paper.follows.length > mostFollows) return { kind: 'too-many' }
    const feeds = await feedsOfPapers(trx)
    const brings = (each: Paper) => feeds.some((feed) => bringsFeed(each, feed))
    // One whose feeds an admin has removed is no worse for any change.
    if (!brings(paper) && brings(subscription.paper)) return { kind: 'empty' }
    if (hour) await saveHourPaper(trx, subscription.id, hour, ownPart(paper))
    else await savePaper(trx, topic, paper)
    return { kind: 'changed', subscription: { ...subscription, paper } }
  })
}
