import { poll } from './poll.ts'
import type { Benchmark } from './report.ts'
import { summaries } from './summaries.ts'

export const benchmarks: Record<string, Benchmark> = { poll, summaries }
