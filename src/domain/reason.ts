/** What reasons can say; each code names its words, `reason-CODE` in locales. */
export const reasonCodes = [
  // Words that come from elsewhere: of a library, or of a row that an older version wrote.
  'text',

  // Why no digest came at a slot, or not as usual.
  'paused',
  'merged-into-next',
  'nothing-new',
  'not-composed',
  'caught-up',
  'answered-by-start',

  // Why a digest could not be sent.
  'telegram-says',
  'telegram-silent',
  'telegram-timeout',
  'telegram-unreadable',
  'stopped-before-answer',
  'unclear-twice',
  'nothing-sendable',

  // Why Telegram cannot be reached; that there is no such server stands below.
  'telegram-status',
  'telegram-late',
  'telegram-not-an-api',
  'telegram-connection',
  'telegram-lookup',
  'telegram-refused',
  'telegram-reset',
  'telegram-connect-timeout',
  'telegram-no-route',

  // Why an entry is left out of a digest.
  'entry-too-long',
  'entry-unshowable',

  // Why a subscription ended.
  'stopped-by-reader',
  'bot-blocked',
  'bot-removed',
  'bot-left',
  'bot-muted',
  'bot-no-poster',
  'topic-gone',
  'chat-merged',
  'chat-unreadable',

  // Why an address could not be read.
  'files-only',
  'no-address',
  'other-protocol',
  'address-with-user',
  'private-address',
  'unusual-port',
  'unsafe-redirect',
  'many-redirects',
  'robots-disallow',
  'robots-unreadable',
  'no-such-server',
  'lookup-failed',
  'connection-refused',
  'connection-broken',
  'connect-timeout',
  'headers-timeout',
  'body-timeout',
  'timeout',
  'long-headers',
  'other-length',
  'unpack-failed',
  'packed-cut-off',
  'unknown-packing',
  'no-http',
  'no-tls',
  'certificate-expired',
  'certificate-self-signed',
  'certificate-other-name',
  'body-too-large',
  'body-too-slow',
  'much-framing',
  'not-modified',
  'not-modified-unasked',
  'http-busy',
  'http-busy-for',
  'http-forbidden',
  'http-not-found',
  'http-gone',
  'http-status',

  // Why a document is no feed.
  'empty',
  'web-page',
  'no-feed',
  'broken-feed',
  'feed-too-deep',
  'feed-many-elements',
  'feed-many-values',
  'listing-many-elements',
  'listing-too-deep',
  'no-headlines',
  'few-headlines',
  'no-channel-messages',
  'an-article',
  'selector-too-long',
  'selector-too-slow',
  'selector-invalid',
  'selector-without-match',
  'page-without-feed',
  'named-feed-unreadable',
  'search-timeout',

  // What admins should know of a feed.
  'feed-without-address',
  'feed-moved-here',
  'feed-moved-to-known',

  // Why what was fetched could not be read.
  'read-timeout',
  'read-memory',
  'read-failed',
  'still-too-costly',
  'many-suspects',
  'no-thread-answer',

  // Why a page holds no article.
  'page-memory',
  'page-too-large',
  'not-a-page',
  'not-a-page-type',
  'page-many-elements',
  'page-many-letters',
  'page-too-deep',
  'no-article-before',
  'no-article',
  'wall-captcha',
  'wall-missing',
  'wall-consent',
  'wall-paywall',

  // Why an article is a column or news.
  'kind-of-feed',
  'kind-schema-opinion',
  'kind-schema-news',
  'kind-address',
  'kind-section',
  'kind-columnist-in-title',
  'kind-label-in-title',
  'kind-disclaimer',
  'kind-author-note',
  'kind-unmarked',

  // Why an article is in its story, and a story part of another.
  'story-first',
  'story-same-address',
  'story-same-title',
  'story-shared-words',
  'story-shared-names',
  'story-joined',
  'story-merged-by-admin',
  'story-split-by-admin',
  'rank',

  // What could not be taken of a list of feeds.
  'list-unreadable',
  'list-empty',
  'list-too-large',
  'list-timeout',
  'list-memory',
  'list-failed',
  'list-many-feeds',
  'list-many-entries',
  'list-cut-entry',
  'list-entry-without-feed',
  'list-folder-open',
  'list-folders-deep',
  'list-with-user',
  'list-no-address',
  'list-bad-address',
  'list-empty-address',

  // Why a model gave no summary.
  'model-unreachable',
  'model-key-refused',
  'model-unknown',
  'model-busy',
  'model-request-refused',
  'model-unreadable',
  'model-stopped',
  'model-timeout',
  'model-cut-off',
  'model-declined',
  'summary-no-form',
  'summary-short',
  'summary-long',
  'summary-link',
  'summary-no-prose',
  'summary-cut-off',
  'summary-headline',
  'translation-language',
  'unsupported-name',
  'unsupported-words',
  'unsupported-number',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

/**
 * Why something is as it is: a code, and the values that it speaks of, which may be reasons
 * themselves. It becomes words where people see it (i18n/reason-words.ts).
 */
export type Reason = {
  readonly code: ReasonCode
  readonly [value: string]: string | number | Reason
}

/** A reason as a column holds it. One without values is always written the same, so SQL can compare it. */
export function encodeReason(reason: Reason): string {
  return JSON.stringify(reason)
}

/** Reads a column; anything but an encoded reason is the prose that older versions wrote. */
export function parseReason(column: string): Reason {
  try {
    const value: unknown = JSON.parse(column)
    if (isReason(value)) return value
  } catch {
    // Prose is no JSON.
  }
  return { code: 'text', text: column }
}

/** An error that says why. */
export class ReasonError extends Error {
  override name = 'ReasonError'
  readonly reason: Reason
  constructor(reason: Reason, options?: ErrorOptions) {
    super(encodeReason(reason), options)
    this.reason = reason
  }
}

/** Why something was thrown. */
export function reasonOf(error: unknown): Reason {
  if (error instanceof ReasonError) return error.reason
  return { code: 'text', text: error instanceof Error ? error.message : String(error) }
}

/** Deeper than any that is made; a column may hold anything. */
const maxDepth = 5
const codes = new Set<unknown>(reasonCodes)

function isReason(value: unknown, depth = 0): value is Reason {
  if (typeof value !== 'object' || value === null || depth > maxDepth) return false
  if (!('code' in value) || !codes.has(value.code)) return false
  return Object.values(value).every(
    (each) => typeof each === 'string' || typeof each === 'number' || isReason(each, depth + 1),
  )
}
