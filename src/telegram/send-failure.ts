import { GrammyError, HttpError } from 'grammy'
import type { SendOutcome } from '../delivering/send.ts'
import type { Reason } from '../domain/reason.ts'
import { withoutTokens } from '../lib/redact.ts'

const usualPauseSeconds = 5

/**
 * What an error of sendMessage means for the delivery. The messages are those of Telegram's own server
 * (https://github.com/tdlib/telegram-bot-api, Client.cpp), some in tdlib.
 */
export function readFailure(error: unknown): SendOutcome {
  if (!(error instanceof GrammyError)) return readNetworkFailure(error)
  const { error_code: code, parameters } = error
  // It is kept, and shown to admins: whatever answers in Telegram's place may repeat what it was asked.
  const words = withoutTokens(error.description)
  const reason: Reason = { code: 'telegram-says', words }
  if (code === 401) return { kind: 'unauthorised' }
  if (code === 429) return { kind: 'paused', seconds: parameters.retry_after ?? usualPauseSeconds }
  if (parameters.migrate_to_chat_id !== undefined) {
    return { kind: 'chat-moved', chatId: parameters.migrate_to_chat_id }
  }
  if (/message thread not found|TOPIC_(CLOSED|DELETED)/.test(words)) {
    return { kind: 'topic-gone', reason }
  }
  if (code === 403 || chatIsGone.test(words)) return { kind: 'chat-gone', reason }
  if (/can't parse entities/.test(words)) return { kind: 'unreadable', reason }
  if (code >= 500) return { kind: 'unreachable', reason }
  return { kind: 'refused', reason }
}

/**
 * What is said of the chat or its person, and not of the message. The codes in capitals are those of
 * Telegram's own API, passed on as they are: they begin with what they refuse (`CHAT_RESTRICTED`,
 * `INPUT_USER_DEACTIVATED`), as those of a message do (`MESSAGE_EMPTY`).
 */
const chatIsGone =
  /chat not found|deactivated|not enough rights|need administrator rights|have no rights|\b(?:CHAT|CHANNEL|PEER|YOU|(?:INPUT_)?USER)_[A-Z_]+/

/** Codes of failures that come before the request goes out. */
const unsent = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL)$/
/** The same where there is no such code (Node's messages, with or without the system call). */
const unsentWords = /\bconnect E|before secure TLS|certificate|getaddrinfo/

function readNetworkFailure(error: unknown): SendOutcome {
  // The message contains the address and so the token: only the code leaves this function.
  const cause = error instanceof HttpError ? error.error : error
  const { code, type, message = '' } = Object(cause)
  const failure = code ?? type
  const reason: Reason =
    failure === undefined
      ? { code: 'telegram-timeout' }
      : { code: 'telegram-silent', error: String(failure) }
  // What a proxy says in Telegram's place is no JSON.
  const isPage = type === 'invalid-json'
  if (isPage) return { kind: 'unreachable', reason: { code: 'telegram-unreadable' } }
  const isUnsent = unsent.test(String(code)) || unsentWords.test(String(message))
  return isUnsent ? { kind: 'unreachable', reason } : { kind: 'unclear', reason }
}
