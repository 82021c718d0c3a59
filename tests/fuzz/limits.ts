/** How long all fuzzers run together, and the seed of the first input. */
export const fuzzSeconds = Number(process.env.FUZZ_SECONDS ?? 40)
export const fuzzSeed = Number(process.env.FUZZ_SEED ?? 1)

/** What one input may take: seconds of the processor, and memory. */
export const mostSeconds = 2
export const mostMegabytes = 256
