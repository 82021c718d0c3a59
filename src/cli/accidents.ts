import { describeError } from '../lib/describe-error.ts'

/** Connections that break by themselves, where nobody listened. */
const brokenConnection = /^(ECONNRESET|ECONNREFUSED|ECONNABORTED|EPIPE|ETIMEDOUT|UND_ERR_\w+)$/
/** The longest that a stop may take after an accident. */
const mostStopMs = 10_000

/**
 * Settles never, and rejects after an error that nobody caught and that has broken off something
 * half-way: the program is then to stop, and has ten seconds for it. A rejection that nobody waited for
 * and a connection that broke unheard cost only themselves: they are reported, and the program goes on.
 */
export function accident(process: NodeJS.Process): Promise<never> {
  const report = (error: unknown) => {
    process.stderr.write(`courant: an error that nobody caught: ${describeError(error)}\n`)
  }
  process.removeAllListeners('uncaughtException').removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', report)
  const happened = new Promise<never>((_, reject) => {
    process.on('uncaughtException', (error) => {
      report(error)
      if (brokenConnection.test(String(Object(error).code))) return
      setTimeout(() => process.exit(1), mostStopMs).unref()
      reject(new Error('stopped because of an error that nobody caught'))
    })
  })
  happened.catch(() => {})
  return happened
}
