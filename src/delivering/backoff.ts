const firstPauseSeconds = 5

/** No part rests longer than this before its next attempt. */
export const longestPauseSeconds = 15 * 60

/**
 * How long a part rests after so many failed attempts: 5 seconds, doubling up to 15 minutes, of which
 * up to a half is left out by chance (0 up to 1), so that what failed together does not come back
 * together (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/, equal jitter).
 */
export function pauseBeforeRetry(attempts: number, chance: number): Temporal.Duration {
  const seconds = Math.min(firstPauseSeconds * 2 ** attempts, longestPauseSeconds)
  return Temporal.Duration.from({ milliseconds: Math.round(seconds * 1000 * (1 - chance / 2)) })
}
