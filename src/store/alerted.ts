import type { ChatTopic } from '../domain/subscription.ts'
import { slices } from './slices.ts'
import { isOf } from './subscriptions.ts'
import type { Database } from './tables.ts'

/** What subscriptions were told at once that no digest has covered, by their numbers, ascending. */
export async function alertedArticles(
  db: Database,
  subscriptionIds: readonly number[],
): Promise<Map<number, number[]>> {
  const found = new Map<number, number[]>()
  for (const ids of slices(subscriptionIds)) {
    const rows = await db
      .selectFrom('subscription')
      .innerJoin('delivery', 'delivery.subscription_id', 'subscription.id')
      .innerJoin('alert', 'alert.delivery_id', 'delivery.id')
      .innerJoin('article', 'article.id', 'alert.article_id')
      .where('subscription.id', 'in', ids)
      .where('alert_through', 'is not', null)
      .where('delivery.state', '=', 'sent')
      .whereRef('article.arrival', '>', 'subscription.covered_through')
      .select(['subscription.id', 'alert.article_id'])
      .orderBy('alert.article_id')
      .execute()
    for (const { id, article_id } of rows) found.set(id, [...(found.get(id) ?? []), article_id])
  }
  return found
}

/** The same of a chat or topic. */
export async function alertedOfChat(db: Database, topic: ChatTopic): Promise<number[]> {
  const row = await db.selectFrom('subscription').select('id').where(isOf(topic)).executeTakeFirst()
  return row ? ((await alertedArticles(db, [row.id])).get(row.id) ?? []) : []
}
