import { secretsIn } from '../config.ts'
import { createRedact, type Redact } from '../lib/redact.ts'

/** Long, of letters and digits, and no path, address or file: a key that was typed in the wrong place. */
const looksSecret = /^(?=.*\d)(?=.*[a-z])[\w:+=-]{20,}$/i

/** Takes out the settings' secrets, and what looks like one among the arguments. */
function redactOf({ env, argv }: NodeJS.Process): Redact {
  const typed = argv.slice(2).filter((argument) => looksSecret.test(argument))
  return createRedact([...secretsIn(env), ...typed])
}

/** Takes secrets out of all that is written on standard error from now on, whoever writes it. */
export function redactErrors(process: NodeJS.Process): void {
  const { stderr } = process
  const redact = redactOf(process)
  const write = stderr.write.bind(stderr)
  const clean = (chunk: string | Uint8Array) => (typeof chunk === 'string' ? redact(chunk) : chunk)
  stderr.write = (
    chunk: string | Uint8Array,
    encoding?: BufferEncoding | ((error?: Error | null) => void),
    done?: (error?: Error | null) => void,
  ) =>
    typeof encoding === 'function'
      ? write(clean(chunk), encoding)
      : write(clean(chunk), encoding, done)
}

/** Prints a result as a line of JSON; one that says what failed, without secrets. */
export function printLine(process: NodeJS.Process, line: object): void {
  const json = JSON.stringify(line)
  process.stdout.write(`${'error' in line ? redactOf(process)(json) : json}\n`)
}
