import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/** Starts a part of a benchmark in a process of its own. */
export function startChild(file: URL, args: string[] = []): ChildProcess {
  return fork(file, args)
}

/** The next message of a child; throws when it ends without one. */
export async function answerOf<T>(child: ChildProcess): Promise<T> {
  const [answer] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`a part of the benchmark ended with status ${code}`)
    }),
  ])
  return answer
}
