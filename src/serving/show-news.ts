import type { EditionPart } from '../domain/delivery.ts'
import type { DigestRequest } from '../domain/digest-request.ts'
import type { Paper } from '../domain/paper.ts'
import type { ChatTopic } from '../domain/subscription.ts'
import type { Translate } from '../domain/translate.ts'
import { alertedOfChat } from '../store/alerted.ts'
import { createCatch } from './caught.ts'
import { composeEdition, composeMuted, requestOfNow } from './compose-edition.ts'
import { broughtBefore } from './own-hours.ts'
import { readerOf } from './preferences.ts'
import type { Serving } from './serving.ts'

type Parts = Pick<Serving, 'db' | 'now' | 'log' | 'defaults' | 'botName' | 'findArticles'>

/** So long a page waits for the searches that are followed. */
const caughtWithinMs = 3000

/**
 * Returns today's and yesterday's news as messages, all of it or what came after an arrival, and the
 * number of the newest article so far. An hour stands for its own paper.
 */
export async function latestNews(
  serving: Parts,
  topic: ChatTopic,
  t: Translate,
  after: number | null = null,
  hour: DigestRequest['hour'] = null,
): Promise<{ parts: EditionPart[]; upTo: number }> {
  const request = { ...(await requestOfNow(serving.db, serving.now(), after)), hour }
  return { parts: await pageOfNews(serving, topic, request, t), upTo: request.upTo }
}

/**
 * Returns today's and yesterday's first stories as one message without buttons, and what to ask for to
 * see all; null without any.
 */
export async function latestInShort(
  serving: Parts,
  topic: ChatTopic,
  t: Translate,
): Promise<{ part: EditionPart; whole: DigestRequest } | null> {
  const whole = await requestOfNow(serving.db, serving.now(), null)
  const [part] = await pageOfNews(serving, topic, whole, t, { length: 'short' })
  return part ? { part: { ...part, more: null }, whole } : null
}

/**
 * Returns one page of a digest as messages, as a reader asks for it with `More news`; of a given length,
 * or that of the reader's paper.
 */
export async function pageOfNews(
  serving: Parts,
  topic: ChatTopic,
  request: DigestRequest,
  t: Translate,
  change: Partial<Pick<Paper, 'length'>> = {},
): Promise<EditionPart[]> {
  const { db, log, now, botName } = serving
  const { zone, paper } = await readerOf(serving, topic, request.hour)
  const catches = createCatch({ ...serving, now: now(), limitMs: caughtWithinMs })
  const composing = { db, log, now: now(), t, botName: botName?.() ?? null, catches }
  const alerted = request.after === null ? [] : await alertedOfChat(db, topic)
  const brought = await broughtBefore(db, topic, request)
  return composeEdition(composing, request, zone, {
    paper: { ...paper, ...change },
    alerted,
    brought,
  })
}

/** Returns what a digest left out since its chat has muted it, as messages. */
export async function mutedNews(
  serving: Parts,
  topic: ChatTopic,
  request: DigestRequest,
  t: Translate,
): Promise<EditionPart[]> {
  const { db, log, now, botName } = serving
  const { zone, paper } = await readerOf(serving, topic, request.hour)
  const composing = { db, log, now: now(), t, botName: botName?.() ?? null }
  return composeMuted(composing, request, zone, paper, await broughtBefore(db, topic, request))
}
