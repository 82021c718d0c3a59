import type { MiddlewareFn } from 'grammy'
import type { Pace } from '../../delivering/pace.ts'
import type { CourantContext } from '../context.ts'
import { type Claim, fairest } from './fairest.ts'

export type InboxOptions = {
  pace: Pick<Pace, 'nowMs'>
  /** Ends the waiting: what is under way is finished, the rest left out. */
  signal: AbortSignal
  /** Whether an update is much work, of which only some is done at a time. */
  isHeavy: (ctx: CourantContext) => boolean
  /** Whose updates are only bounded, however fast they come. */
  isTrusted: (ctx: CourantContext) => boolean
  /** Tells somebody that some of what they sent was left out, as they were too fast. */
  tellTooFast: (ctx: CourantContext) => Promise<void>
  /** Told how many updates were left out since it was told last, at most once a minute. */
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
  longMs: number
  /** The most that are under way with those. */
  underWay: number
  /** Persons who are being told that they were too fast. */
  toldAtOnce: number
}

const usual: InboxLimits = {
  ofPerson: 3,
  ofChat: 20,
  ofAll: 5000,
  longestWaitMs: 5 * 60_000,
  atOnce: 20,
  heavyAtOnce: 10,
  longMs: 5000,
  underWay: 500,
  toldAtOnce: 5,
}

const tellEveryMs = 60_000

type Entry = {
  ctx: CourantContext
  isHeavy: boolean
  sinceMs: number
  settle: (isToGo: boolean) => void
}
type Queue = Claim & { waiting: Entry[]; busyWith: number | null; isTold: boolean }

export type Inbox = {
  middleware: MiddlewareFn<CourantContext>
  /** What a chat may claim for its answers; most if it has nothing under way. */
  claimOf: (chatId: number) => Claim
}

/**
 * Takes in all updates at once, so that Telegram brings the next, and lets them go on in turn: those of
 * a chat in their order, and chats by `fairest`. Of what one person sends too fast the
 * last few go on and the rest is left out; whatever is under way too long holds up only its chat.
 */
export function createInbox({
  pace,
  signal,
  isHeavy,
  isTrusted,
  tellTooFast,
  onLeftOut,
  limits,
}: InboxOptions): Inbox {
  const most = { ...usual, ...limits }
  /** By chat, those that wrote last at the end. */
  const queues = new Map<number, Queue>()
  let waiting = 0
  let atWork = 0
  let heavyAtWork = 0
  let underWay = 0
  let leftOut = 0
  let telling = 0
  let toldAtMs = Number.NEGATIVE_INFINITY

  const leaveOut = (queue: Queue, entry: Entry) => {
    queue.waiting.splice(queue.waiting.indexOf(entry), 1)
    waiting--
    leftOut++
    entry.settle(false)
    forget(chatOf(entry.ctx), queue)
    if (pace.nowMs() - toldAtMs < tellEveryMs) return
    onLeftOut(leftOut)
    leftOut = 0
    toldAtMs = pace.nowMs()
  }
  const tellOnce = async (queue: Queue, ctx: CourantContext) => {
    // Where many are too fast, words about it would only be in the way of answers.
    if (queue.isTold || tellsOfChat(ctx) || telling >= most.toldAtOnce) return
    queue.isTold = true
    telling++
    await tellTooFast(ctx).catch(() => {})
    telling--
  }
  /** Which of a chat's updates is one too many, if any. */
  const surplus = ({ waiting: entries }: Queue, { ctx }: Entry): Entry | undefined => {
    // Only the last says whether the bot is in the chat.
    if (ctx.myChatMember) return entries.slice(0, -1).find((entry) => entry.ctx.myChatMember)
    const own = entries.filter(
      (entry) => senderOf(entry.ctx) === senderOf(ctx) && !tellsOfChat(entry.ctx),
    )
    if (own.length > most.ofPerson && !isTrusted(ctx)) return own[0]
    return entries.length > most.ofChat
      ? entries.find((entry) => !tellsOfChat(entry.ctx))
      : undefined
  }
  const add = (entry: Entry) => {
    const chatId = chatOf(entry.ctx)
    const known = queues.get(chatId)
    const queue = known ?? { waiting: [], busyWith: null, piled: 0, askedMs: 0, isTold: false }
    queue.askedMs = entry.sinceMs
    const sender = senderOf(entry.ctx)
    const hasMore = queue.waiting.some(({ ctx }) => senderOf(ctx) === sender)
    if (hasMore || queue.busyWith === sender) queue.piled++
    queues.delete(chatId)
    queues.set(chatId, queue)
    queue.waiting.push(entry)
    waiting++
    const extra = surplus(queue, entry)
    if (extra) {
      leaveOut(queue, extra)
      void tellOnce(queue, entry.ctx)
    } else if (waiting > most.ofAll) {
      for (const oldest of queues.values()) {
        if (!oldest.waiting[0]) continue
        leaveOut(oldest, oldest.waiting[0])
        break
      }
    }
    goOn()
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
      const chatId = fairest(queues, pace.nowMs(), (_, queue) => {
        const [first] = queue.waiting
        const mayGo = first && (!first.isHeavy || heavyAtWork < most.heavyAtOnce)
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

  const middleware: MiddlewareFn<CourantContext> = async (ctx, next) => {
    const given = { ctx, isHeavy: isHeavy(ctx), sinceMs: pace.nowMs() }
    const isToGo = await new Promise<boolean>((settle) => {
      add({ ...given, settle })
    })
    if (!isToGo) return
    const end = ending(given)
    try {
      await next()
    } finally {
      end()
    }
  }
  const claimOf = (chatId: number): Claim =>
    queues.get(chatId) ?? { piled: 0, askedMs: pace.nowMs() }
  return { middleware, claimOf }
}

function chatOf(ctx: CourantContext): number {
  return ctx.chat?.id ?? ctx.from?.id ?? 0
}

/** Who sent an update; whoever writes as a group or a channel bears a number shared by all of those. */
export function senderOf(ctx: CourantContext): number {
  return ctx.senderChat?.id ?? ctx.from?.id ?? 0
}

/** What tells of the chat itself, and not of somebody's wish. */
export function tellsOfChat(ctx: CourantContext): boolean {
  return ctx.myChatMember !== undefined || ctx.message?.migrate_to_chat_id !== undefined
}
