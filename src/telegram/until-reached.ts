import { setTimeout as sleep } from 'node:timers/promises'
import { HttpError } from 'grammy'

const pauseMs = 3000

/** Does what the start cannot do without, again and again until Telegram answers, whatever it says. */
export async function untilReached<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof HttpError)) throw error
      await sleep(pauseMs)
    }
  }
}
