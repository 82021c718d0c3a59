import type { Context } from 'grammy'
import type { Pace } from '../../delivering/pace.ts'
import { createBurst } from './burst.ts'
import { type Claim, fairest } from './fairest.ts'

export type InboxOptions = {
  pace: Pick<Pace, 'nowMs'>
  /** When aborted, what is under way is finished, and what waits is dropped. */
  signal: AbortSignal
  /** Does what an update asks for. */
  handle: (ctx: Context) => Promise<void>
  /** Whether an update is expensive; few of these are handled at a time. */
  isHeavy: (ctx: Context) => boolean
  /** Whose updates are only bounded, however fast they come. */
  isTrusted: (ctx: Context) => boolean
  /** Notifies somebody that some of their updates were dropped, as they were too fast. */
  notifyTooFast: (ctx: Context) => Promise<void>
  /** Called at most once a minute with the number of updates dropped since the last call. */
  onLeftOut: (count: number) => void
  limits?: Partial<InboxLimits>
}

export type InboxLimits = {
  /** Updates that wait: of one person in a chat, of a chat, and of all. */
  ofPerson: number
  ofChat: number
  ofAll: number
  /** An update that has waited for longer is left out. */
  longestWaitMs: number
  /** Updates worked on at once; those that take longer than `longMs` no longer count as such. */
  atOnce: number
  heavyAtOnce: number
  /** Nothing heavy is begun while more than this many come in 50 ms: others may stand behind them. */
  inBurst: number
  longMs: number
  /** The most that are under way with those. */
  underWay: number
  /** People being notified at once that they were too fast. */
  notifiedAtOnce: number
}

const usual: InboxLimits = {
  ofPerson: 3,
  ofChat: 20,
  ofAll: 5000,
  longestWaitMs: 5 * 60_000,
  atOnce: 20,
  heavyAtOnce: 10,
  inBurst: 50,
  longMs: 5000,
  underWay: 500,
  notifiedAtOnce: 5,
}

const reportEveryMs = 60_000

type Entry = {
  ctx: Context
  isHeavy: boolean
  sinceMs: number
  settle: (isToGo: boolean) => void
}
type Queue = Claim & { waiting: Entry[]; busyWith: number | null; isNotified: boolean }

export type Inbox = {
  /** Settles when the update is handled or dropped; rejects as `handle` does. */
  take: (ctx: Context) => Promise<void>
  /** The claim of a chat's answers; the best if nothing of it is under way. */
  claimOf: (chatId: number) => Claim
}

/**
 * Takes all updates at once, so that Telegram sends the next, and handles them in turn: those of a chat
 * in their order, and chats by `fairest`. No middleware runs for one that waits: most of a flood are
 * dropped. Of what one person sends too fast, the last few are handled and the rest is dropped; an
 * update that takes too long delays only its own chat.
 */
export function createInbox({
  pace,
  signal,
  handle,
  isHeavy,
  isTrusted,
  notifyTooFast,
  onLeftOut,
  limits,
}: InboxOptions): Inbox {
  const most = { ...usual, ...limits }
  /** By chat, the latest last. */
  const queues = new Map<number, Queue>()
  let waiting = 0
  /** Those of them that are little work. */
  let lightWaiting = 0
  let atWork = 0
  let heavyAtWork = 0
  let underWay = 0
  let leftOut = 0
  let notifying = 0
  let reportedAtMs = Number.NEGATIVE_INFINITY
  const burst = createBurst(most.inBurst, () => goOn())
  const mayBeginHeavy = () => heavyAtWork < most.heavyAtOnce && !burst.isOn()
  const leaveOut = (queue: Queue, entry: Entry) => {
    queue.waiting.splice(queue.waiting.indexOf(entry), 1)
    waiting--
    if (!entry.isHeavy) lightWaiting--
    entry.settle(false)
    forget(chatOf(entry.ctx), queue)
    // The app of who types asks with each letter: nothing is lost.
    if (entry.ctx.inlineQuery) return
    leftOut++
    if (pace.nowMs() - reportedAtMs < reportEveryMs) return
    onLeftOut(leftOut)
    leftOut = 0
    reportedAtMs = pace.nowMs()
  }
  const notifyOnce = async (queue: Queue, ctx: Context) => {
    // Where many are too fast, notices would only delay answers.
    if (queue.isNotified || isAboutChat(ctx) || ctx.inlineQuery || notifying >= most.notifiedAtOnce)
      return
    queue.isNotified = true
    notifying++
    await notifyTooFast(ctx).catch(() => {})
    notifying--
  }
  /** Which of a chat's updates is one too many, if any. */
  const surplus = ({ waiting: entries }: Queue, { ctx }: Entry): Entry | undefined => {
    // Only the last says whether the bot is in the chat.
    if (ctx.myChatMember) return entries.slice(0, -1).find((entry) => entry.ctx.myChatMember)
    // What somebody types inline replaces what they had typed before.
    if (ctx.inlineQuery) return entries.slice(0, -1).find((entry) => entry.ctx.inlineQuery)
    const own = entries.filter(
      ({ ctx: other }) =>
        senderOf(other) === senderOf(ctx) && !isAboutChat(other) && !other.inlineQuery,
    )
    if (own.length > most.ofPerson && !isTrusted(ctx)) return own[0]
    return entries.length > most.ofChat
      ? entries.find((entry) => !isAboutChat(entry.ctx))
      : undefined
  }
  const add = (entry: Entry) => {
    const chatId = chatOf(entry.ctx)
    const known = queues.get(chatId)
    const queue = known ?? { waiting: [], busyWith: null, piled: 0, askedMs: 0, isNotified: false }
    queue.askedMs = entry.sinceMs
    const sender = senderOf(entry.ctx)
    const hasMore = queue.waiting.some(({ ctx }) => senderOf(ctx) === sender)
    if (hasMore || queue.busyWith === sender) queue.piled++
    queues.delete(chatId)
    queues.set(chatId, queue)
    queue.waiting.push(entry)
    waiting++
    burst.count()
    if (!entry.isHeavy) lightWaiting++
    const extra = surplus(queue, entry)
    if (extra) {
      leaveOut(queue, extra)
      void notifyOnce(queue, entry.ctx)
    } else if (waiting > most.ofAll) {
      for (const oldest of queues.values()) {
        if (!oldest.waiting[0]) continue
        leaveOut(oldest, oldest.waiting[0])
        break
      }
    }
    // Those that came with it are counted before anything heavy begins.
    if (entry.isHeavy) setImmediate(goOn)
    else goOn()
    if (signal.aborted) leaveOutAll()
  }
  const leaveOutAll = () => {
    for (const queue of queues.values()) {
      for (const entry of [...queue.waiting]) leaveOut(queue, entry)
    }
  }
  signal.addEventListener('abort', leaveOutAll, { once: true })
  const goOn = () => {
    while (atWork < most.atOnce && underWay < most.underWay) {
      // Of a flood each update comes by here: the chats are not looked through where none may go.
      if (lightWaiting === 0 && !mayBeginHeavy()) return
      const chatId = fairest(queues, pace.nowMs(), (_, queue) => {
        const [first] = queue.waiting
        const mayGo = first && (!first.isHeavy || mayBeginHeavy())
        return mayGo && queue.busyWith === null ? queue : null
      })
      const queue = chatId === null ? undefined : queues.get(chatId)
      const first = queue?.waiting[0]
      if (chatId === null || !queue || !first) return
      if (pace.nowMs() - first.sinceMs > most.longestWaitMs) {
        leaveOut(queue, first)
        continue
      }
      queue.waiting.shift()
      waiting--
      if (!first.isHeavy) lightWaiting--
      queue.busyWith = senderOf(first.ctx)
      underWay++
      atWork++
      if (first.isHeavy) heavyAtWork++
      first.settle(true)
    }
  }
  const forget = (chatId: number, queue: Queue) => {
    if (queue.busyWith === null && queue.waiting.length === 0) queues.delete(chatId)
  }
  /** Ends an update's work in two steps: it is at work no longer, and is done. */
  const ending = ({ ctx, isHeavy: isHeavyOne }: Pick<Entry, 'ctx' | 'isHeavy'>) => {
    let isAtWork = true
    const leaveWork = () => {
      if (!isAtWork) return
      isAtWork = false
      atWork--
      if (isHeavyOne) heavyAtWork--
      goOn()
    }
    const timer = setTimeout(leaveWork, most.longMs)
    return () => {
      clearTimeout(timer)
      underWay--
      const queue = queues.get(chatOf(ctx))
      if (queue) {
        queue.busyWith = null
        if (queue.waiting.length > 0) queue.piled++
        forget(chatOf(ctx), queue)
      }
      leaveWork()
      goOn()
    }
  }

  const take = async (ctx: Context) => {
    const given = { ctx, isHeavy: isHeavy(ctx), sinceMs: pace.nowMs() }
    const isToGo = await new Promise<boolean>((settle) => {
      add({ ...given, settle })
    })
    if (!isToGo) return
    const end = ending(given)
    try {
      await handle(ctx)
    } finally {
      end()
    }
  }
  const claimOf = (chatId: number): Claim =>
    queues.get(chatId) ?? { piled: 0, askedMs: pace.nowMs() }
  return { take, claimOf }
}

function chatOf(ctx: Context): number {
  // Who presses in a channel is answered in private: a channel's readers do not wait for one another.
  if (ctx.callbackQuery && ctx.chat?.type === 'channel') return ctx.callbackQuery.from.id
  return ctx.chat?.id ?? ctx.from?.id ?? 0
}

/** The sender of an update; those who write as a group or channel share its number. */
export function senderOf(ctx: Context): number {
  return ctx.senderChat?.id ?? ctx.from?.id ?? 0
}

/** Whether an update is about the chat itself, and is no request of somebody's. */
export function isAboutChat(ctx: Context): boolean {
  return ctx.myChatMember !== undefined || ctx.message?.migrate_to_chat_id !== undefined
}
