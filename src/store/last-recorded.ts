import type { Database } from './tables.ts'

/** The latest time at which a feed was read or a digest planned, by the clock of then; null before. */
export async function lastRecordedAt(db: Database): Promise<Temporal.Instant | null> {
  const read = await db
    .selectFrom('feed')
    .select((e) => e.fn.max('last_read_at').as('at'))
    .executeTakeFirst()
  const planned = await db
    .selectFrom('delivery')
    .select('created_at as at')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const latest = Math.max(read?.at ?? 0, planned?.at ?? 0)
  return latest === 0 ? null : Temporal.Instant.fromEpochMilliseconds(latest)
}
