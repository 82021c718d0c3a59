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
  /** How long until the next answer may reserve its turn, and until this chat may get one. */
  answerWaitMs(): number
  answerChatWaitMs(chatId: number): number
  /**
   * Reserves the next turn for an answer: it is counted at once, so that no digest goes before it, and may be
   * sent after so many milliseconds.
   */
  reserveAnswer(): number
  /** Counts an answer's message for the chat to which it goes now. */
  takeAnswer(chatId: number): void
  /** Stops everything for so long, as Telegram asks with a 429; then the rate doubles every second. */
  pause(seconds: number): void
  /**
   * The same for a 429 to an answer. Telegram does not say whether the chat or the bot has had too
   * much: a chat that got much lately is stopped alone, so that it cannot stop all others.
   */
  refuse(chatId: number, seconds: number): void
  /** How long the pause of everything still lasts. */
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
export const slackMs = 50
/** After a pause the rate starts at 1/32 and doubles every second. */
const doublings = 5
/** What answers may take of the rate while digests wait, so that no flood of questions stops the news. */
const answersShare = 2 / 3
/** What of a second's messages may be answers at once; the rest then pauses no longer than that takes. */
const answersBurst = 1 / 5

/** `perSecond` messages of the bot; infinite for no limits at all, which only makes sense in tests. */
export function createPace(perSecond: number, nowMs: () => number): Pace {
  if (!Number.isFinite(perSecond)) return createOpenPace(nowMs)
  const gapMs = secondMs / perSecond
  /** When the last messages went, or will go: a circle, whose oldest entry is the next to replace. */
  const recent = new Float64Array(perSecond).fill(Number.NEGATIVE_INFINITY)
  let oldest = 0
  /** When the last messages went to each chat. */
  const chats = new Map<number, number[]>()
  /** Until when chats are stopped that got too much. */
  const stopped = new Map<number, number>()
  let pausedUntilMs = Number.NEGATIVE_INFINITY
  /** When the next message, and the next answer, would go if all were evenly spaced (GCRA, ITU-T I.371). */
  let evenlyMs = Number.NEGATIVE_INFINITY
  let answersEvenlyMs = Number.NEGATIVE_INFINITY
  const answersGapMs = gapMs / answersShare
  const answersSlackMs = Math.floor(perSecond * answersBurst) * gapMs

  const freeAtMs = () => Math.max((recent[oldest] ?? 0) + secondMs, pausedUntilMs)
  const countBot = (atMs: number) => {
    recent[oldest] = atMs
    oldest = (oldest + 1) % perSecond
  }
  const countChat = (chatId: number) => {
    const times = chats.get(chatId) ?? []
    times.push(nowMs())
    if (times.length > groupsPerMinute) times.shift()
    // The last used stands last: the first are those to forget.
    chats.delete(chatId)
    chats.set(chatId, times)
    for (const [id, old] of chats) {
      if ((old.at(-1) ?? 0) + minuteMs > nowMs()) break
      chats.delete(id)
    }
  }
  const recentTo = (chatId: number) =>
    chats.get(chatId)?.filter((time) => time + minuteMs > nowMs()).length ?? 0
  const stoppedUntilMs = (chatId: number) => stopped.get(chatId) ?? Number.NEGATIVE_INFINITY
  const since = (chatId: number, messages: number) =>
    chats.get(chatId)?.at(-messages) ?? Number.NEGATIVE_INFINITY
  const minuteFreeAtMs = (chatId: number) =>
    chatId < 0 ? since(chatId, groupsPerMinute) + minuteMs : Number.NEGATIVE_INFINITY
  /** When a chat may get a message, so many of which may go at once. */
  const chatFreeAtMs = (chatId: number, atOnce: number) =>
    Math.max(
      since(chatId, atOnce) + atOnce * secondMs,
      minuteFreeAtMs(chatId),
      stoppedUntilMs(chatId),
    )
  const slowness = (atMs: number) => {
    const seconds = Math.floor((atMs - pausedUntilMs) / 1000)
    return seconds < doublings ? 2 ** (doublings - Math.max(0, seconds)) : 1
  }
  const until = (atMs: number) => Math.max(0, atMs - nowMs())
  const pause = (seconds: number) => {
    pausedUntilMs = Math.max(pausedUntilMs, nowMs() + seconds * 1000)
    evenlyMs = pausedUntilMs
  }

  return {
    nowMs,
    botWaitMs: () => until(Math.max(freeAtMs(), evenlyMs - slackMs)),
    chatWaitMs: (chatId) => until(chatFreeAtMs(chatId, 1)),
    takeDigest(chatId) {
      const at = nowMs()
      countBot(at)
      countChat(chatId)
      evenlyMs = Math.max(evenlyMs, at) + gapMs * slowness(at)
    },
    // What digests leave of the rate is for answers too: digests would have taken it before.
    answerWaitMs: () => until(Math.min(answersEvenlyMs - answersSlackMs, evenlyMs)),
    answerChatWaitMs(chatId) {
      const objectedMs = Math.max(pausedUntilMs, stoppedUntilMs(chatId))
      const isStrict = nowMs() < objectedMs + strictMs
      return until(isStrict ? chatFreeAtMs(chatId, burst) : minuteFreeAtMs(chatId))
    },
    reserveAnswer() {
      const at = Math.max(nowMs(), freeAtMs())
      countBot(at)
      evenlyMs = Math.max(evenlyMs, at) + gapMs
      // What went beyond the share, since digests left it, is not held against those who come after.
      const evenly = Math.max(answersEvenlyMs, at) + answersGapMs
      answersEvenlyMs = Math.min(evenly, at + answersSlackMs + answersGapMs)
      return until(at)
    },
    takeAnswer: countChat,
    pause,
    refuse(chatId, seconds) {
      if (recentTo(chatId) <= burst) return pause(seconds)
      for (const [id, untilMs] of stopped) {
        if (untilMs + strictMs < nowMs()) stopped.delete(id)
      }
      stopped.set(chatId, Math.max(stoppedUntilMs(chatId), nowMs() + seconds * 1000))
    },
    pausedMs: () => until(pausedUntilMs),
  }
}

function createOpenPace(nowMs: () => number): Pace {
  let pausedUntilMs = Number.NEGATIVE_INFINITY
  const pausedMs = () => Math.max(0, pausedUntilMs - nowMs())
  const pause = (seconds: number) => {
    pausedUntilMs = nowMs() + seconds * 1000
  }
  return {
    nowMs,
    botWaitMs: pausedMs,
    chatWaitMs: () => 0,
    takeDigest() {},
    answerWaitMs: () => 0,
    answerChatWaitMs: () => 0,
    reserveAnswer: pausedMs,
    takeAnswer() {},
    pause,
    refuse: (_chatId, seconds) => pause(seconds),
    pausedMs,
  }
}
