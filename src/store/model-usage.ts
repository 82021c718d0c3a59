import type { ModelBudget, ModelUsage } from '../domain/model-budget.ts'
import { count } from './cells.ts'
import type { Database } from './tables.ts'

/** Tokens, and what they cost in millionths of the money that the budget is in. */
export type ModelSpending = ModelUsage & { costMillionths: number }

/**
 * Takes from the budget of a day what a request may need at the most; false, with nothing taken, when
 * that is more than is left. The second statement looks and takes at once, so that requests side by side cannot overdraw it.
 */
export function reserveUsage(
  db: Database,
  day: Temporal.PlainDate,
  { inputTokens, outputTokens, costMillionths }: ModelSpending,
  budget: ModelBudget,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await trx
      .insertInto('model_usage')
      .values({ day: day.toString() })
      .onConflict((c) => c.column('day').doNothing())
      .execute()
    const mostTokens = budget.tokens - inputTokens - outputTokens
    // Less than nothing cannot have been spent: such a day has no budget rather than too large a one.
    let query = trx
      .updateTable('model_usage')
      .where('input_tokens', '>=', 0)
      .where('output_tokens', '>=', 0)
      .where('cost_millionths', '>=', 0)
      .set((e) => ({
        input_tokens: e('input_tokens', '+', inputTokens),
        output_tokens: e('output_tokens', '+', outputTokens),
        cost_millionths: e('cost_millionths', '+', costMillionths),
      }))
      .where('day', '=', day.toString())
      .where((e) => e(e('input_tokens', '+', e.ref('output_tokens')), '<=', mostTokens))
    if (budget.cost !== null) {
      const mostCost = Math.floor(budget.cost * 1e6) - costMillionths
      query = query.where('cost_millionths', '<=', mostCost)
    }
    const { numUpdatedRows } = await query.executeTakeFirst()
    return numUpdatedRows > 0n
  })
}

/** Replaces what was reserved by what was spent. A crash before it leaves the reservation spent. */
export async function settleUsage(
  db: Database,
  day: Temporal.PlainDate,
  reserved: ModelSpending,
  spent: ModelSpending,
): Promise<void> {
  await db
    .updateTable('model_usage')
    .set((e) => ({
      input_tokens: e('input_tokens', '+', spent.inputTokens - reserved.inputTokens),
      output_tokens: e('output_tokens', '+', spent.outputTokens - reserved.outputTokens),
      cost_millionths: e('cost_millionths', '+', spent.costMillionths - reserved.costMillionths),
    }))
    .where('day', '=', day.toString())
    .execute()
}

/** What a day took so far. */
export async function usageOf(db: Database, day: Temporal.PlainDate): Promise<ModelSpending> {
  const row = await db
    .selectFrom('model_usage')
    .selectAll()
    .where('day', '=', day.toString())
    .executeTakeFirst()
  return {
    inputTokens: count(row?.input_tokens) ?? 0,
    outputTokens: count(row?.output_tokens) ?? 0,
    costMillionths: count(row?.cost_millionths) ?? 0,
  }
}
