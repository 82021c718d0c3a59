import { onTestFinished } from 'vitest'
import {
  type Collector,
  type CollectorOptions,
  createCollector,
} from '../../src/collecting/collector.ts'
import { type AddFeedOutcome, type AddFeedRequest, addFeed } from '../../src/editing/add-feed.ts'
import { createLog } from '../../src/lib/log.ts'

/** A collector that lasts for one test, and to which feeds are added as an admin does. */
export function aCollector({
  db,
  now,
  ...options
}: Pick<CollectorOptions, 'db' | 'now'> & Partial<CollectorOptions>): Collector & {
  addFeed(request: AddFeedRequest): Promise<AddFeedOutcome>
} {
  const collector = createCollector({
    db,
    now,
    log: createLog('silent'),
    workers: 1,
    allowPrivateAddresses: ['127.0.0.1'],
    ...options,
  })
  onTestFinished(() => collector.close())
  const { findSource } = collector
  return { ...collector, addFeed: (request) => addFeed({ db, now, findSource }, request) }
}
