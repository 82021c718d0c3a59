import { poll } from './poll/poll.ts'
import type { Benchmark } from './report.ts'

export const benchmarks: Record<string, Benchmark> = { poll }
