import { setFlagsFromString } from 'node:v8'

/** So much more than what was in use after the last full garbage collection is there before the next, in percent. */
const growingPercent = 30

/**
 * Has V8 collect all garbage sooner than it would: it lets a heap grow up to fourfold. Much that lives for
 * seconds and not for long is made here, as digests are, and would be most of what the process holds. And has
 * each thread collect its new garbage alone, which takes some milliseconds: helpers that wait for a processor,
 * as while readers search, would make it last longer.
 */
export function tuneHeap(): void {
  setFlagsFromString(`--heap-growing-percent=${growingPercent}`)
  setFlagsFromString('--no-parallel-scavenge')
}
