/** What requests to a model take: tokens that go to it and come from it. */
export type ModelUsage = { inputTokens: number; outputTokens: number }

/** The price of a million tokens, in whatever money the admin counts. */
export type ModelPrices = { input: number; output: number }

/** The most that a day may take; `cost` is null where money does not bound it. */
export type ModelBudget = { tokens: number; cost: number | null }

/** What tokens cost, in whole millionths of the money that prices are in. */
export function costInMillionths(usage: ModelUsage, prices: ModelPrices): number {
  return Math.ceil(usage.inputTokens * prices.input + usage.outputTokens * prices.output)
}
