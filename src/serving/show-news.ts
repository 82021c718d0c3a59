import type { EditionPart } from '../domain/delivery.ts'
import type { DigestRequest } from '../domain/digest-request.ts'
import type { ChatTopic } from '../domain/subscription.ts'
import type { Translate } from '../domain/translate.ts'
import { composeEdition, composeMuted, requestOfNow } from './compose-edition.ts'
import { readerOf } from './preferences.ts'
import type { Serving } from './serving.ts'

type Parts = Pick<Serving, 'db' | 'now' | 'log' | 'defaults' | 'botName'>

/**
 * Returns today's and yesterday's news as messages, all of it or what came after an arrival, and the
 * number of the newest article so far.
 */
export async function latestNews(
  serving: Parts,
  topic: ChatTopic,
  t: Translate,
  after: number | null = null,
): Promise<{ parts: EditionPart[]; upTo: number }> {
  const request = await requestOfNow(serving.db, serving.now(), after)
  return { parts: await pageOfNews(serving, topic, request, t), upTo: request.upTo }
}

/** Returns one page of a digest as messages, as a reader asks for it with `More news`. */
export async function pageOfNews(
  serving: Parts,
  topic: ChatTopic,
  request: DigestRequest,
  t: Translate,
): Promise<EditionPart[]> {
  const { db, log, now, botName } = serving
  const { zone, paper } = await readerOf(serving, topic)
  const composing = { db, log, now: now(), t, botName: botName?.() ?? null }
  return composeEdition(composing, request, zone, { paper })
}

/** Returns what a digest left out since its chat has muted it, as messages. */
export async function mutedNews(
  serving: Parts,
  topic: ChatTopic,
  request: DigestRequest,
  t: Translate,
): Promise<EditionPart[]> {
  const { db, log, now, botName } = serving
  const { zone, paper } = await readerOf(serving, topic)
  const composing = { db, log, now: now(), t, botName: botName?.() ?? null }
  return composeMuted(composing, request, zone, paper)
}
