/** How often a thread that is over its time is asked what it has worked, in milliseconds. */
const interval = 500

/**
 * Aborts once a thread has worked for `workMs` of its own processor time, which on a busy machine is less
 * than the clock's, or once `mostMs` have passed by the clock: within a native call it answers nobody.
 * `workedMs` asks for all that it has worked so far. Returns what ends the watch.
 */
export function abortAfterWork(
  controller: AbortController,
  workedMs: () => Promise<number>,
  { workMs, mostMs }: { workMs: number; mostMs: number },
): () => void {
  const start = performance.now()
  let before = 0
  let isAsked = false
  const ask = (use: (worked: number) => void) => {
    if (isAsked) return
    isAsked = true
    workedMs()
      .then(use)
      // Of a thread that has ended, or has not begun.
      .catch(() => {})
      .finally(() => {
        isAsked = false
      })
  }
  ask((worked) => {
    before = worked
  })
  const timer = setInterval(() => {
    const passed = performance.now() - start
    if (passed > mostMs) controller.abort()
    else if (passed > workMs) {
      ask((worked) => {
        if (worked - before > workMs) controller.abort()
      })
    }
  }, interval)
  return () => clearInterval(timer)
}
