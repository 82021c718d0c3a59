import { crash } from './crash/crash.ts'
import { day } from './day/day.ts'
import { deliver } from './deliver/deliver.ts'
import { extract } from './extract.ts'
import { feeds } from './feeds.ts'
import { front } from './front/front.ts'
import { latest } from './latest/latest.ts'
import { limit } from './limit.ts'
import { live } from './live/live.ts'
import { plan } from './plan/plan.ts'
import { poll } from './poll/poll.ts'
import type { Benchmark } from './report.ts'
import { search } from './search/search.ts'
import { siege } from './siege/siege.ts'
import { stories } from './stories/stories.ts'
import { summaries } from './summaries.ts'

export const benchmarks: Record<string, Benchmark> = {
  crash,
  day,
  deliver,
  extract,
  feeds,
  front,
  latest,
  limit,
  live,
  plan,
  poll,
  search,
  siege,
  stories,
  summaries,
}
