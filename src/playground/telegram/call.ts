import { findChat } from './access.ts'
import { ApiError } from './api-error.ts'
import { type FaultRule, wordsFor } from './faults.ts'
import { findMethod } from './methods/all.ts'
import { type Params, readParams } from './params.ts'
import type { State } from './state.ts'
import type { Answer, CallRecord, Reply, World } from './world.ts'

/** Takes a bot's calls: meets them with the faults that were ordered, carries them out, records them. */
export function createCall(state: State, calls: CallRecord[]): World['call'] {
  return async (given, params, signal) => {
    const at = state.now()
    const found = findMethod(given)
    const method = found?.name ?? given
    const fault = state.takeFault(method, params)
    const early = fault && instead(state, fault)
    const reply: Reply = early ?? (await carryOut(state, given, params, signal))
    const answer = fault && !early ? await bring(state, fault, reply, signal) : reply
    const isAnswered = !('lost' in answer) && signal?.aborted !== true
    if (!isAnswered && reply.ok) markUnanswered(state, reply.result)
    calls.push({ method, params, answer, at })
    return answer
  }
}

/** What comes in place of carrying the call out, if anything. */
function instead(state: State, fault: FaultRule): Reply | null {
  switch (fault.kind) {
    case 'status': {
      const description = fault.description ?? wordsFor(fault.code)
      if (fault.page) return { ok: false, page: description, error_code: fault.code }
      return { ok: false, error_code: fault.code, description }
    }
    case 'flood':
      return refusal(state.limiter.flood(fault.chatId ?? null, fault.retryAfterSeconds))
    case 'reset':
      return fault.accepted ? null : { ok: false, lost: 'before' }
    case 'slow':
      return null
  }
}

async function carryOut(
  state: State,
  name: string,
  given: Params,
  signal?: AbortSignal,
): Promise<Answer> {
  if (state.revoked) return { ok: false, error_code: 401, description: 'Unauthorized' }
  const found = findMethod(name)
  if (!found) return { ok: false, error_code: 404, description: 'Not Found' }
  try {
    const params = readParams(found.name, found.method.params, given)
    if (found.method.isLimited) {
      const chatId = findChat(state, params.chat_id)?.id
      const isPaid = params.allow_paid_broadcast === true
      if (chatId !== undefined) state.limiter.admit({ chatId, isPaid })
    }
    return { ok: true, result: await found.method.run(state, params, signal) }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return refusal(error)
  }
}

function refusal({ code, message, parameters }: ApiError): Answer {
  return { ok: false, error_code: code, description: message, ...(parameters && { parameters }) }
}

/** What becomes of an answer on its way. */
async function bring(
  state: State,
  fault: FaultRule,
  reply: Reply,
  signal?: AbortSignal,
): Promise<Reply> {
  if (fault.kind === 'reset') return { ok: false, lost: 'after' }
  if (fault.kind === 'slow') await pause(state, fault.delayMs, signal)
  return reply
}

function pause(state: State, delayMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const cancel = state.after(delayMs, resolve)
    signal?.addEventListener('abort', () => {
      cancel()
      resolve()
    })
  })
}

function markUnanswered(state: State, result: unknown): void {
  const { message_id: id, chat } = Object(result)
  const sent = state.sent.findLast(
    (message) => message.messageId === id && message.chatId === chat?.id,
  )
  if (sent) sent.answered = false
}
