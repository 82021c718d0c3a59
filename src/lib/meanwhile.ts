/** Waits for `work`, and calls `task` every so often until it is done. */
export async function meanwhile<T>(
  work: Promise<T>,
  everyMs: number,
  task: () => void,
): Promise<T> {
  const timer = setInterval(task, everyMs)
  try {
    return await work
  } finally {
    clearInterval(timer)
  }
}
