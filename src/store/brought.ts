import type { Brought } from '../domain/own-hour.ts'
import type { Paper } from '../domain/paper.ts'
import { count, instant } from './cells.ts'
import { keepPaper, readPaper } from './papers.ts'
import { slices } from './slices.ts'
import type { Database, Transaction } from './tables.ts'

/** What has come to subscriptions by their papers, in order of time, where it is known by which. */
export async function broughtTo(
  db: Database,
  subscriptionIds: readonly number[],
): Promise<Map<number, Brought[]>> {
  const found = new Map<number, Brought[]>()
  for (const ids of slices(subscriptionIds)) {
    const rows = await db
      .selectFrom('brought')
      .leftJoin('delivery', 'delivery.id', 'brought.delivery_id')
      .leftJoin('paper', 'paper.id', 'brought.paper_id')
      .where('brought.subscription_id', 'in', ids)
      .where((e) => e.or([e('delivery_id', 'is', null), e('delivery.state', '=', 'sent')]))
      .select(['brought.subscription_id', 'as_of', 'after', 'through', 'paper.value as paper'])
      .orderBy('as_of')
      .execute()
    for (const row of rows) {
      const asOf = instant(row.as_of)
      const through = count(row.through)
      if (!asOf || through === undefined) continue
      const each = { paper: readPaper(row.paper), asOf, after: count(row.after) ?? null, through }
      found.set(row.subscription_id, [...(found.get(row.subscription_id) ?? []), each])
    }
  }
  return found
}

/** Notes what planned digests of a slot bring by a paper, for subscriptions that have several. */
export async function noteBrought(
  trx: Transaction,
  subscriptionIds: readonly number[],
  slot: string,
  { paper, after, asOf }: Omit<Brought, 'through'>,
): Promise<void> {
  const paperId = await keepPaper(trx, paper)
  await trx
    .insertInto('brought')
    .columns(['subscription_id', 'delivery_id', 'paper_id', 'as_of', 'after', 'through'])
    .expression(
      trx
        .selectFrom('delivery')
        .innerJoin('edition', 'edition.id', 'delivery.edition_id')
        .where('delivery.subscription_id', 'in', subscriptionIds)
        .where('delivery.slot', '=', slot)
        .where('delivery.state', '=', 'planned')
        .select((e) => [
          'delivery.subscription_id',
          'delivery.id',
          e.val(paperId).as('paper_id'),
          e.val(asOf.epochMilliseconds).as('as_of'),
          e.val(after).as('after'),
          'edition.covers_through',
        ]),
    )
    .execute()
}

/** Notes what has come otherwise than by a delivery, by the usual paper, where a subscription has several. */
export async function noteReceived(
  trx: Transaction,
  subscriptionId: number,
  through: number,
  asOf: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto('brought')
    .columns(['subscription_id', 'paper_id', 'as_of', 'after', 'through'])
    .expression(
      trx
        .selectFrom('subscription')
        .where('id', '=', subscriptionId)
        .where((e) =>
          e.exists(
            e
              .selectFrom('hour_paper')
              .select('time')
              .whereRef('subscription_id', '=', 'subscription.id'),
          ),
        )
        .select((e) => [
          'id',
          'paper_id',
          e.val(asOf.epochMilliseconds).as('as_of'),
          'covered_through',
          e.val(through).as('through'),
        ]),
    )
    .execute()
}

/** Notes what is on its way to a subscription by its only paper, before it has another. */
export async function noteOnItsWay(
  trx: Transaction,
  subscriptionId: number,
  paper: Paper,
): Promise<void> {
  const paperId = await keepPaper(trx, paper)
  await trx
    .insertInto('brought')
    .columns(['subscription_id', 'delivery_id', 'paper_id', 'as_of', 'after', 'through'])
    .expression(
      trx
        .selectFrom('delivery')
        .innerJoin('edition', 'edition.id', 'delivery.edition_id')
        .innerJoin('subscription', 'subscription.id', 'delivery.subscription_id')
        .where('subscription_id', '=', subscriptionId)
        .where('state', '=', 'planned')
        .where('covers_through', '>', 0)
        .select((e) => [
          'subscription_id',
          'delivery.id',
          e.val(paperId).as('paper_id'),
          'edition.created_at',
          'covered_through',
          'covers_through',
        ]),
    )
    .execute()
}

/** Forgets what came before an instant by which paper. */
export async function forgetBrought(db: Database, before: Temporal.Instant): Promise<void> {
  await db
    .deleteFrom('brought')
    .where('as_of', '<', before.epochMilliseconds)
    .where('delivery_id', 'is', null)
    .execute()
}
