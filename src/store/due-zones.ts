import { subscriptionShape } from './subscription-shape.ts'
import type { Database } from './tables.ts'

/** The zones in which digests are due by an instant. */
export async function zonesDueBy(db: Database, by: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('subscription')
    .select('zone')
    .distinct()
    .where('ended_at', 'is', null)
    .where('next_slot_at', '<=', by.epochMilliseconds)
    .execute()
  return rows.flatMap(({ zone }) => subscriptionShape.zone.read(zone) ?? [])
}
