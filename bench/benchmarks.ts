import { extract } from './extract.ts'
import { poll } from './poll.ts'
import type { Benchmark } from './report.ts'

export const benchmarks: Record<string, Benchmark> = { extract, poll }
