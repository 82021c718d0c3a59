import { digestDays } from '../digests/layout.ts'
import { renderMessages } from '../digests/telegram/render.ts'
import { dayOf } from '../domain/calendar.ts'
import type { EditionPart } from '../domain/delivery.ts'
import type { Follow, Paper } from '../domain/paper.ts'
import type { RankedHeadline } from '../store/headlines.ts'
import { nothingCaught } from './caught.ts'
import { type Composing, fill } from './compose-edition.ts'
import { createFollows } from './news/follows.ts'
import { newsOfPaper, wantedNews } from './news/paper.ts'
import { newsOfSpan } from './news/span.ts'
import { translateDigest, wantedLanguage } from './translated.ts'

/** What is told at once: one message, and which of the follows each of its articles is for. */
export type Alert = { part: EditionPart; articles: { id: number; follow: string }[] }

/** How a follow is known among the alerts. */
export function followKey({ kind, of }: Pick<Follow, 'kind' | 'of'>): string {
  return `${kind} ${of}`
}

/**
 * Composes what a chat is told of the arrivals in (after, upTo] for these of its follows: of each the
 * newest that the paper brings. Null where there is nothing.
 */
export async function composeAlert(
  composing: Composing,
  { after, upTo }: { after: number; upTo: number },
  { zone, paper, follows }: { zone: string; paper: Paper; follows: readonly Follow[] },
): Promise<Alert | null> {
  const { db, now, t, botName = null, catches } = composing
  const span = { asOf: now, days: digestDays, after, upTo }
  const whole = await newsOfSpan(db, span, zone)
  const news = await newsOfPaper(db, whole, { ...paper, follows: [] }, now)
  const { stories, columns } = wantedNews(news)
  const headlines = [...stories.flatMap(({ articles }) => articles), ...columns].toSorted(
    (a, b) => b.publishedMs - a.publishedMs || b.arrival - a.arrival,
  )
  if (headlines.length === 0) return null
  const told = new Map<RankedHeadline, string>()
  for (const follow of follows) {
    const isSearch = follow.kind === 'search'
    const caught = isSearch && catches ? await catches(follow.of, zone) : nothingCaught
    const follows = await createFollows(db, [follow], { merged: whole.merged, caught })
    const first = headlines.find((each) => follows?.isFollowed(each) && !told.has(each))
    if (first) told.set(first, followKey(follow))
  }
  const chosen = [...told.keys()]
  const followed = {
    stories: chosen
      .filter(({ kind }) => kind === 'news')
      .map((lead) => ({ lead, others: [], further: [] })),
    columns: chosen.filter(({ kind }) => kind === 'column'),
  }
  const outline = { zone, days: [], followed, today: dayOf(now, zone) }
  const own = await fill(db, outline, { after: null }, whole.texts)
  const filled = await translateDigest(db, own, wantedLanguage(paper, t))
  const leads = new Set(chosen.map(({ id }) => id))
  const [message] = renderMessages({ ...filled, leads }, t, { botName, isAlert: true }).messages
  if (!message) return null
  const articles = [...told].map(([{ id }, follow]) => ({ id, follow }))
  return {
    part: { ...message, more: null },
    // What has no room in one message comes with the digest.
    articles: articles.filter(({ id }) => message.articleIds.includes(id)),
  }
}
