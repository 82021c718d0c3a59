import { feeds } from './feeds.ts'
import { poll } from './poll/poll.ts'
import type { Benchmark } from './report.ts'

export const benchmarks: Record<string, Benchmark> = { feeds, poll }
