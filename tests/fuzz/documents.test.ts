import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { aDocument, documentKinds, type FuzzDocument } from './documents.ts'
import { fuzzSeconds, fuzzSeed, mostMegabytes, mostSeconds } from './limits.ts'
import { createRandom } from './random.ts'
import type { Verdict } from './reading-worker.ts'

const share = (0.6 * fuzzSeconds) / documentKinds.length
/** By the clock, where the machine may be busy with other things. */
const hangMs = 30_000

function startThread(): Worker {
  return new Worker(new URL('./reading-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
}

/** What is wrong with the reading of a document; nothing, mostly. */
async function faultsOf(thread: Worker, document: FuzzDocument): Promise<string[]> {
  const answer = once(thread, 'message', { signal: AbortSignal.timeout(hangMs) })
  thread.postMessage(document)
  try {
    const [verdict]: Verdict[] = await answer
    const { seconds = 0, faults = [] } = verdict ?? {}
    return seconds > mostSeconds ? [...faults, `it took ${seconds} seconds`] : faults
  } catch (error) {
    return [error instanceof Error ? `${error.name}: ${error.message}` : String(error)]
  }
}

it.each(documentKinds)(
  'reads any %s in bounds, whatever is in it',
  async (kind) => {
    let thread = startThread()
    const until = performance.now() + share * 1000
    try {
      for (let seed = fuzzSeed; performance.now() < until; seed++) {
        const document = aDocument(kind, createRandom(seed))
        const faults = await faultsOf(thread, document)
        if (faults.length === 0) continue
        const folder = fileURLToPath(new URL('../.output/', import.meta.url))
        mkdirSync(folder, { recursive: true })
        const file = `${folder}fuzz-${kind}-${seed}`
        writeFileSync(file, document.bytes)
        expect.soft(faults, `FUZZ_SEED=${seed} begins with it; it is kept in ${file}`).toEqual([])
        await thread.terminate()
        thread = startThread()
      }
    } finally {
      await thread.terminate()
    }
  },
  hangMs + 2 * share * 1000,
)
