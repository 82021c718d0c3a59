import { feeds } from './feeds.ts'
import { poll } from './poll/poll.ts'
import type { Benchmark } from './report.ts'
import { stories } from './stories/stories.ts'

export const benchmarks: Record<string, Benchmark> = { feeds, poll, stories }
