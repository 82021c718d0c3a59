import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { token } from './telegram.ts'

export type Program = {
  process: ChildProcess
  /** All that it has written so far. */
  output(): string
  /** Settles with its exit status once it has ended. */
  ended: Promise<number | null>
}

/** The whole program in a process of its own, until the test ends. */
export function startProgram(env: Record<string, string>): Program {
  const program = spawn(process.execPath, ['src/main.ts', 'start'], {
    cwd: path.join(import.meta.dirname, '../..'),
    env: { PATH: process.env.PATH, BOT_TOKEN: token, LOG_LEVEL: 'debug', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [program.stdout, program.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  }
  const ended = new Promise<number | null>((done) => program.once('exit', done))
  onTestFinished(async () => {
    program.kill('SIGKILL')
    await ended
  })
  return { process: program, output: () => output, ended }
}

/** Waits for something that comes about within seconds. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It did not come about within a minute')
    await new Promise((done) => setTimeout(done, 5))
  }
}
