/**
 * Keeps to Telegram's limits on messages
 * (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this): so many a second
 * for the bot, one a second to a chat, 20 a minute to a group. It counts and never waits itself. Times
 * are milliseconds of a clock that only goes forward.
 */
export type Pace = {
  nowMs(): number
  /** How long until a digest may go to any chat, and to this one; 0 when it may go now. */
  botWaitMs(): number
  chatWaitMs(chatId: number): number
  /** Counts a digest's message that goes now. */
  takeDigest(chatId: number): void
  /**
   * Gives an answer its turn with a chat, and then with the bot: it is counted at once, so that no
   * digest goes before it, and may be sent after so many milliseconds.
   */
  reserveChat(chatId: number): number
  reserveBot(): number
  /** Stops everything for so long, as Telegram asks with a 429; then the rate doubles every second. */
  pause(seconds: number): void
  /** How long the pause still lasts. */
  pausedMs(): number
}

/** A little over a second: messages do not take equally long to Telegram, which counts them there. */
const secondMs = 1008
const minuteMs = 60_500
const groupsPerMinute = 20
/**
 * A chat may get any number of answers at once, for Telegram allows short bursts and does not say how
 * short; once it has objected, only so many at once, for a while.
 */
const burst = 3
const strictMs = 60_000
/** How far digests may bunch together to make up for late timers. */
const slackMs = 50
/** After a pause the rate starts at 1/32 and doubles every second. */
const doublings = 5

/** `perSecond` messages of the bot; infinite for no limits at all, which only makes sense in tests. */
export function createPace(perSecond: number, nowMs: () => number): Pace {
  if (!Number.isFinite(perSecond)) return createOpenPace(nowMs)
  const gapMs = secondMs / perSecond
  /** When the last messages went, or will go: a circle, whose oldest entry is the next to replace. */
  const recent = new Float64Array(perSecond).fill(Number.NEGATIVE_INFINITY)
  let oldest = 0
  const chats = new Map<number, number[]>()
  let pausedUntilMs = Number.NEGATIVE_INFINITY
  /** When the next digest would go if all were evenly spaced (GCRA, ITU-T I.371). */
  let evenlyMs = Number.NEGATIVE_INFINITY

  const freeAtMs = () => Math.max((recent[oldest] ?? 0) + secondMs, pausedUntilMs)
  const countBot = (atMs: number) => {
    recent[oldest] = atMs
    oldest = (oldest + 1) % perSecond
  }
  const countChat = (chatId: number, atMs: number) => {
    const times = chats.get(chatId) ?? []
    times.push(atMs)
    if (times.length > groupsPerMinute) times.shift()
    // The last used stands last: the first are those to forget.
    chats.delete(chatId)
    chats.set(chatId, times)
    for (const [id, old] of chats) {
      if ((old.at(-1) ?? 0) + minuteMs > nowMs()) break
      chats.delete(id)
    }
  }
  const chatFreeAtMs = (chatId: number, atOnce: number) => {
    const times = chats.get(chatId)
    if (!times) return Number.NEGATIVE_INFINITY
    const spaced = (times.at(-atOnce) ?? Number.NEGATIVE_INFINITY) + atOnce * secondMs
    if (chatId > 0) return spaced
    return Math.max(spaced, (times.at(-groupsPerMinute) ?? Number.NEGATIVE_INFINITY) + minuteMs)
  }
  const slowness = (atMs: number) => {
    const seconds = Math.floor((atMs - pausedUntilMs) / 1000)
    return seconds < doublings ? 2 ** (doublings - Math.max(0, seconds)) : 1
  }
  const until = (atMs: number) => Math.max(0, atMs - nowMs())

  return {
    nowMs,
    botWaitMs: () => until(Math.max(freeAtMs(), evenlyMs - slackMs)),
    chatWaitMs: (chatId) => until(chatFreeAtMs(chatId, 1)),
    takeDigest(chatId) {
      const at = nowMs()
      countBot(at)
      countChat(chatId, at)
      evenlyMs = Math.max(evenlyMs, at) + gapMs * slowness(at)
    },
    reserveChat(chatId) {
      const isStrict = nowMs() < pausedUntilMs + strictMs
      const at = isStrict ? Math.max(nowMs(), chatFreeAtMs(chatId, burst)) : nowMs()
      countChat(chatId, at)
      return until(at)
    },
    reserveBot() {
      const at = Math.max(nowMs(), freeAtMs())
      countBot(at)
      return until(at)
    },
    pause(seconds) {
      pausedUntilMs = Math.max(pausedUntilMs, nowMs() + seconds * 1000)
      evenlyMs = pausedUntilMs
    },
    pausedMs: () => until(pausedUntilMs),
  }
}

function createOpenPace(nowMs: () => number): Pace {
  let pausedUntilMs = Number.NEGATIVE_INFINITY
  const pausedMs = () => Math.max(0, pausedUntilMs - nowMs())
  return {
    nowMs,
    botWaitMs: pausedMs,
    chatWaitMs: () => 0,
    takeDigest() {},
    reserveChat: () => 0,
    reserveBot: pausedMs,
    pause(seconds) {
      pausedUntilMs = nowMs() + seconds * 1000
    },
    pausedMs,
  }
}
