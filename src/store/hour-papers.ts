import type { OwnHour } from '../domain/own-hour.ts'
import { nameOfHour } from '../domain/own-hours.ts'
import type { Paper } from '../domain/paper.ts'
import { cell, count, nullable, readCell, type Shape } from './cells.ts'
import { keepPaper, readPaper } from './papers.ts'
import { slices } from './slices.ts'
import { subscriptionShape, timeOfDay } from './subscription-shape.ts'
import type { Database, Transaction } from './tables.ts'

/** How the columns of an hour with a paper of its own are read. */
const shape = {
  covered_through: cell(nullable(count), null),
  weekdays: cell(nullable(subscriptionShape.weekdays.read), null),
} satisfies Shape

/** The hours of subscriptions that bring papers of their own, by the numbers of the subscriptions, in their order. */
export async function ownHours(
  db: Database,
  subscriptionIds: readonly number[],
): Promise<Map<number, OwnHour[]>> {
  const found = new Map<number, OwnHour[]>()
  for (const ids of slices(subscriptionIds)) {
    const rows = await db
      .selectFrom('hour_paper')
      .leftJoin('paper', 'paper.id', 'hour_paper.paper_id')
      .where('subscription_id', 'in', ids)
      .select(['subscription_id', 'time', 'weekdays', 'covered_through', 'paper.value as paper'])
      .orderBy('subscription_id')
      .orderBy('time')
      .execute()
    for (const row of rows) {
      const time = timeOfDay(row.time)
      if (!time) continue
      const hour = {
        time,
        weekdays: readCell(shape.weekdays, row.weekdays),
        paper: readPaper(row.paper),
        coveredThrough: readCell(shape.covered_through, row.covered_through),
      }
      found.set(row.subscription_id, [...(found.get(row.subscription_id) ?? []), hour])
    }
  }
  return found
}

/**
 * Gives an hour a paper of its own, which begins where the usual one has got to, or another in its place,
 * which goes on where that has got to.
 */
export async function saveHourPaper(
  trx: Transaction,
  subscriptionId: number,
  time: Temporal.PlainTime,
  paper: Paper,
): Promise<void> {
  const paper_id = await keepPaper(trx, paper)
  await trx
    .insertInto('hour_paper')
    .columns(['subscription_id', 'time', 'paper_id', 'covered_through'])
    .expression(
      trx
        .selectFrom('subscription')
        .where('id', '=', subscriptionId)
        .select((e) => [
          'id',
          e.val(nameOfHour(time)).as('time'),
          e.val(paper_id).as('paper_id'),
          'covered_through',
        ]),
    )
    .onConflict((c) => c.columns(['subscription_id', 'time']).doUpdateSet({ paper_id }))
    .execute()
}

/** Gives a subscription without any the hours of another, none of them begun. */
export async function copyHourPapers(
  trx: Transaction,
  fromId: number,
  subscriptionId: number,
): Promise<void> {
  await trx
    .insertInto('hour_paper')
    .columns(['subscription_id', 'time', 'weekdays', 'paper_id'])
    .expression(
      trx
        .selectFrom('hour_paper')
        .where('subscription_id', '=', fromId)
        .select((e) => [
          e.val(subscriptionId).as('subscription_id'),
          'time',
          'weekdays',
          'paper_id',
        ]),
    )
    .execute()
}

/** Lets an hour with a paper of its own come on these weekdays; null for those of all hours. */
export async function saveHourDays(
  trx: Transaction,
  subscriptionId: number,
  time: Temporal.PlainTime,
  weekdays: readonly number[] | null,
): Promise<void> {
  await trx
    .updateTable('hour_paper')
    .set({ weekdays: weekdays?.join('') ?? null })
    .where('subscription_id', '=', subscriptionId)
    .where('time', '=', nameOfHour(time))
    .execute()
}

/** Lets an hour bring the usual paper again. */
export async function removeHourPaper(
  trx: Transaction,
  subscriptionId: number,
  time: Temporal.PlainTime,
): Promise<void> {
  await trx
    .deleteFrom('hour_paper')
    .where('subscription_id', '=', subscriptionId)
    .where('time', '=', nameOfHour(time))
    .execute()
}

/** Moves papers of hours to other hours, as [before, after]; those of all others are removed. */
export async function moveHourPapers(
  trx: Transaction,
  subscriptionId: number,
  moves: readonly (readonly [Temporal.PlainTime, Temporal.PlainTime])[],
): Promise<void> {
  const rows = await trx
    .deleteFrom('hour_paper')
    .where('subscription_id', '=', subscriptionId)
    .returningAll()
    .execute()
  const moved = rows.flatMap((row) => {
    const move = moves.find(([before]) => nameOfHour(before) === row.time)
    return move ? [{ ...row, time: nameOfHour(move[1]) }] : []
  })
  if (moved.length > 0) await trx.insertInto('hour_paper').values(moved).execute()
}

/** Lets all hours begin anew after an arrival. */
export async function coverHours(
  trx: Transaction,
  subscriptionId: number,
  through: number,
): Promise<void> {
  await trx
    .updateTable('hour_paper')
    .set({ covered_through: through })
    .where('subscription_id', '=', subscriptionId)
    .execute()
}

/** Notes at which arrival an hour of its own has got; never backwards. */
export async function coverHour(
  trx: Transaction,
  subscriptionIds: readonly number[],
  hour: string,
  through: number,
): Promise<void> {
  await trx
    .updateTable('hour_paper')
    .set({ covered_through: through })
    .where('subscription_id', 'in', subscriptionIds)
    .where('time', '=', hour)
    .where((e) => e.or([e('covered_through', 'is', null), e('covered_through', '<', through)]))
    .execute()
}
