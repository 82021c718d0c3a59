import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4FinishReason,
  LanguageModelV4Usage,
} from '@ai-sdk/provider'
import type { ModelUsage } from '../../domain/model-budget.ts'
import type { Reason } from '../../domain/reason.ts'
import { createRedact } from '../../lib/redact.ts'
import { maxAnswer } from './answer.ts'
import { describeModelError, type ModelFailure } from './failure.ts'
import { boundedFetch } from './fetch.ts'
import { maxOutputTokens, type Prompt } from './prompt.ts'

/** A model behind an address that speaks as OpenAI's does: theirs, Ollama, llama.cpp, vLLM. */
export type ModelSettings = {
  /** Without `/chat/completions`: `http://127.0.0.1:11434/v1`. */
  url: string
  name: string
  key: string | null
  timeoutMs: number
}

/** What came of asking; `usage` is null where it is not known. */
export type ModelReply =
  | { kind: 'text'; text: string; usage: ModelUsage | null }
  | (ModelFailure & { usage: ModelUsage | null })

/** Asks a model once. Never throws; no `reason` holds the key. */
export type AskModel = (prompt: Prompt, signal: AbortSignal) => Promise<ModelReply>

const maxBytes = 1_000_000

/** What a server has turned out not to support; it is asked without from then on. */
type ServerQuirks = { noSchema: boolean; newLimitName: boolean; streams: boolean }

/** Returns a client for a model. Its address is the admin's own setting, so it may be a private one. */
export function createModel(settings: ModelSettings): AskModel {
  const redact = createRedact(settings.key === null ? [] : [settings.key])
  const quirks: ServerQuirks = { noSchema: false, newLimitName: false, streams: false }
  const provider = createOpenAICompatible({
    name: 'model',
    baseURL: settings.url,
    ...(settings.key !== null && { apiKey: settings.key }),
    fetch: boundedFetch(maxBytes),
    includeUsage: true,
    supportsStructuredOutputs: true,
    // OpenAI's reasoning models know the limit by another name, which older servers do not know.
    transformRequestBody: ({ max_tokens, ...body }) => ({
      ...body,
      [quirks.newLimitName ? 'max_completion_tokens' : 'max_tokens']: max_tokens,
    }),
  })
  const model = provider.chatModel(settings.name)

  return async (prompt, signal) => {
    const timeout = AbortSignal.timeout(settings.timeoutMs)
    const options = callOptions(prompt, quirks, AbortSignal.any([signal, timeout]))
    try {
      const answer = await (quirks.streams ? stream(model, options) : whole(model, options))
      return replyOf({ ...answer, text: redact(answer.text.slice(0, maxAnswer + 1)) })
    } catch (error) {
      if (signal.aborted)
        return { kind: 'unavailable', reason: { code: 'model-stopped' }, usage: null }
      if (timeout.aborted) {
        const seconds = settings.timeoutMs / 1000
        const reason: Reason = { code: 'model-timeout', seconds }
        return { kind: 'slow', reason, usage: null }
      }
      const { failure, words, status, isStream } = describeModelError(error, redact)
      quirks.streams ||= isStream
      if (status === 400 || status === 422) learn(quirks, words)
      // A server that was not reached, or refused the request, has generated nothing.
      const isFree = failure.kind === 'unavailable' || (status !== null && status >= 400)
      return { ...failure, usage: isFree ? { inputTokens: 0, outputTokens: 0 } : null }
    }
  }
}

function callOptions(
  { task, material, form }: Prompt,
  { noSchema }: ServerQuirks,
  abortSignal: AbortSignal,
): LanguageModelV4CallOptions {
  return {
    prompt: [
      { role: 'system', content: task },
      { role: 'user', content: [{ type: 'text', text: material }] },
    ],
    maxOutputTokens,
    abortSignal,
    ...(!noSchema && { responseFormat: { type: 'json', ...form } }),
  }
}

type Answer = {
  text: string
  finishReason: LanguageModelV4FinishReason
  usage: LanguageModelV4Usage | null
}

async function whole(model: LanguageModelV4, options: LanguageModelV4CallOptions): Promise<Answer> {
  const { content, finishReason, usage } = await model.doGenerate(options)
  const text = content.map((part) => (part.type === 'text' ? part.text : '')).join('')
  return { text, finishReason, usage }
}

async function stream(
  model: LanguageModelV4,
  options: LanguageModelV4CallOptions,
): Promise<Answer> {
  const answer: Answer = {
    text: '',
    finishReason: { unified: 'other', raw: undefined },
    usage: null,
  }
  const { stream } = await model.doStream(options)
  for await (const part of stream) {
    if (part.type === 'error') throw asError(part.error)
    if (part.type === 'text-delta') answer.text += part.delta
    if (part.type === 'finish') {
      answer.finishReason = part.finishReason
      answer.usage = part.usage
    }
  }
  return answer
}

// Servers break a stream off with an object of their own.
function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(`it broke off with ${JSON.stringify(error)}`)
}

function replyOf({ text, finishReason, usage }: Answer): ModelReply {
  const spent = usage && usageOf(usage)
  switch (finishReason.unified) {
    case 'length':
      return { kind: 'unfit', reason: { code: 'model-cut-off' }, usage: spent }
    case 'content-filter':
      return { kind: 'unfit', reason: { code: 'model-declined' }, usage: spent }
    default:
      return { kind: 'text', text, usage: spent }
  }
}

// Foreign numbers: what is no count of tokens is not known.
function usageOf({ inputTokens, outputTokens }: LanguageModelV4Usage): ModelUsage | null {
  const [input, output] = [inputTokens.total, outputTokens.total]
  const isCount = (count: number | undefined) => Number.isSafeInteger(count) && Number(count) >= 0
  if (!isCount(input) || !isCount(output) || !input) return null
  return { inputTokens: input, outputTokens: output ?? 0 }
}

function learn(quirks: ServerQuirks, words: string): void {
  if (!quirks.newLimitName && words.includes('max_completion_tokens')) quirks.newLimitName = true
  else quirks.noSchema = true
}
