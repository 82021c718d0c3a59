import type { ChildProcess } from 'node:child_process'
import type { World } from '../../src/playground/telegram/world.ts'
import type { Database } from '../../src/store/tables.ts'

/** What stands during an attack: the program, its database, Telegram's stand-in and a web server. */
export type Siege = {
  program: ChildProcess
  folder: string
  file: string
  world: World
  /** The base address of the web server that serves the honest feed and the attacks' own. */
  web: string
  /** Where the program listens, when it takes a webhook. */
  port: number
}

/** One way to trouble the program, as somebody outside could. */
export type Attack = {
  name: string
  /** Paths of its feeds on the web server. */
  feeds?: readonly string[]
  /** Settings of the program beside the usual ones. */
  env?: (siege: Pick<Siege, 'folder' | 'port'>) => Record<string, string>
  /** What stands in the database before the program starts. */
  prepare?: (db: Database, slotAt: Temporal.Instant) => Promise<void>
  /** Begins once the program runs; what it returns ends it. */
  begin?: (siege: Siege) => Promise<() => void | Promise<void>>
}

export const nothing = () => {}

/** People who attack have numbers from here up; the honest ones stand below. */
export const firstAttacker = 1_000_000
/** The person who may add feeds. */
export const admin = 999_999
