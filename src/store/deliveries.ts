import type { Database } from './tables.ts'

/** Gives up on a delivery, with the reason for the admins; its parts are sent no more. */
export async function recordDeliveryFailed(
  db: Database,
  deliveryId: number,
  reason: string,
): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ state: 'failed', reason })
    .where('id', '=', deliveryId)
    .execute()
}
