import { answerOf, startChild } from '../child.ts'
import { atLeast, atMost, median, type Row } from '../report.ts'
import { claim } from './claim.ts'
import type { Run, RunResult } from './runs.ts'

const chats = 5000
const rounds = 3
const token = '1000000000:a-token-of-this-benchmark-alone'

/**
 * How fast messages are sent over HTTP to Telegram's stand-in, each recorded durably, and what that
 * takes beside grammY's sendMessage alone. No limits, 50 in flight. And how fast the next are claimed.
 */
export async function deliver(): Promise<Row[]> {
  const results: Record<Run, RunResult>[] = []
  for (let round = 0; round < rounds; round++) {
    results.push({ loop: await measure('loop'), ours: await measure('ours') })
  }
  const of = (value: (result: Record<Run, RunResult>) => number) => median(results.map(value))
  const perSecond = ({ messages, seconds }: RunResult) => messages / seconds
  const cpu = ({ cpuMs, messages }: RunResult) => (cpuMs * 1000) / messages
  return [
    atLeast(
      'messages recorded durably a second',
      of(({ ours }) => perSecond(ours)),
      null,
      1000,
    ),
    atMost(
      'processor per message, beside grammY alone (µs)',
      of(({ ours }) => cpu(ours)),
      of(({ loop }) => cpu(loop)),
      1.5,
    ),
    await claim(),
  ]
}

async function measure(run: Run): Promise<RunResult> {
  const people = [token, String(chats)]
  const telegram = startChild(new URL('./telegram.ts', import.meta.url), people)
  try {
    const port = await answerOf<number>(telegram)
    const args = [run, token, String(port), String(chats)]
    return await answerOf<RunResult>(startChild(new URL('./runs.ts', import.meta.url), args))
  } finally {
    telegram.disconnect()
  }
}
