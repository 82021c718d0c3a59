import pino from 'pino'
import { describeError } from './describe-error.ts'
import { createRedact, type Redact } from './redact.ts'

export type Log = pino.Logger

export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const
export type LogLevel = (typeof logLevels)[number]

/** Fields that would hold secrets, should they ever be logged, at the top or one level below. */
const secretFields = ['token', 'secret', 'botToken', 'webhookSecret', 'authorization']

/**
 * The one logger: JSON lines on standard error, or into `write`. No token and no reader's words are
 * given to it; errors lose all but their words, and `redact` takes secrets out of every line.
 */
export function createLog(
  level: LogLevel,
  write?: (line: string) => void,
  redact: Redact = createRedact([]),
): Log {
  return pino(
    {
      level,
      base: null,
      redact: secretFields.flatMap((field) => [field, `*.${field}`]),
      serializers: { err: describeError, error: describeError, reason: plainReason },
      hooks: { streamWrite: redact },
    },
    write ? { write } : pino.destination({ fd: 2, sync: true }),
  )
}

/** Words, or a code with its values; an error loses all but its words. */
function plainReason(reason: unknown): unknown {
  return reason instanceof Error || typeof reason !== 'object' ? String(reason) : reason
}
