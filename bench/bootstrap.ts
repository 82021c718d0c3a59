/**
 * The middle 95 % of what the mean of `values` comes to when as many are drawn from them again and
 * again (Efron's bootstrap). The draws are the same in every run.
 */
export function bootstrapInterval(values: number[], rounds = 1000): [low: number, high: number] {
  let state = 1
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const means = Array.from({ length: rounds }, () => {
    let sum = 0
    for (let i = 0; i < values.length; i++) sum += values[Math.floor(random() * values.length)] ?? 0
    return sum / values.length
  }).sort((a, b) => a - b)
  return [means[Math.floor(rounds * 0.025)] ?? 0, means[Math.floor(rounds * 0.975)] ?? 0]
}
