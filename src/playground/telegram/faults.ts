/** How a call can go wrong. */
export type Fault =
  /** Refused with this code, in Telegram's words or the given ones; `page` is what its proxies send. */
  | { kind: 'status'; code: number; description?: string; page?: true }
  /** 429: until then no message gets through, to that chat or (with no `chatId`) to any. */
  | { kind: 'flood'; retryAfterSeconds: number }
  /** The connection is reset, before the call was carried out or after. */
  | { kind: 'reset'; accepted: boolean }
  /** Carried out at once, but the answer takes this long. */
  | { kind: 'slow'; delayMs: number }

/** Which calls a fault meets: all, those of a method (`webhook`: updates posted to it), of a chat. */
export type FaultRule = Fault & { method?: string; chatId?: number }

/** Trouble to order. Each function gives back one that takes it away again. */
export type Faults = {
  /** Meets the next so many calls that fit (1; `Infinity` for an outage), in the order of asking. */
  next(rule: FaultRule & { times?: number }): () => void
  /** Meets each call that fits with this probability. */
  rate(share: number, rule: FaultRule): () => void
  clear(): void
}

type Standing = { rule: FaultRule; times: number; share: number }

/** Takes the fault that meets this call, if any. */
export type TakeFault = (method: string, params: Record<string, unknown>) => FaultRule | null

/** `random` gives numbers from 0 up to 1; a seeded one makes a run repeatable. */
export function createFaults(random: () => number): { faults: Faults; takeFault: TakeFault } {
  let standing: Standing[] = []
  const add = (entry: Standing) => {
    standing.push(entry)
    return () => {
      standing = standing.filter((other) => other !== entry)
    }
  }
  return {
    faults: {
      next: ({ times = 1, ...rule }) => add({ rule, times, share: 1 }),
      rate: (share, rule) => add({ rule, times: Infinity, share }),
      clear() {
        standing = []
      },
    },
    takeFault(method, params) {
      const met = standing.find(
        ({ rule, share }) => fits(rule, method, params) && (share >= 1 || random() < share),
      )
      if (!met) return null
      if (--met.times <= 0) standing = standing.filter((other) => other !== met)
      return met.rule
    },
  }
}

function fits(rule: FaultRule, method: string, params: Record<string, unknown>): boolean {
  return (
    (rule.method === undefined || rule.method === method) &&
    (rule.chatId === undefined || String(rule.chatId) === String(params.chat_id))
  )
}

const words: Record<number, string> = {
  401: 'Unauthorized',
  404: 'Not Found',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}

/** Telegram's words for a bare status. */
export function wordsFor(code: number): string {
  return words[code] ?? 'Bad Request'
}
