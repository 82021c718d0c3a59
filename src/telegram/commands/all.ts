import type { Command } from '../command.ts'
import { addfeed } from './addfeed.ts'
import { columnists } from './columnists.ts'
import { exportfeeds } from './exportfeeds.ts'
import { feeds } from './feeds.ts'
import { help } from './help.ts'
import { latest } from './latest.ts'
import { mergecolumnists } from './mergecolumnists.ts'
import { privacy } from './privacy.ts'
import { refresh } from './refresh.ts'
import { removefeed } from './removefeed.ts'
import { search } from './search.ts'
import { start } from './start.ts'
import { stop } from './stop.ts'
import { time } from './time.ts'
import { timezone } from './timezone.ts'

/** Every command, in the order of menus and help. */
export const allCommands: readonly Command[] = [
  latest,
  search,
  time,
  timezone,
  start,
  stop,
  help,
  privacy,
  addfeed,
  feeds,
  removefeed,
  refresh,
  exportfeeds,
  columnists,
  mergecolumnists,
]

export function commandsFor(audience: Command['audience']): readonly Command[] {
  return allCommands.filter((command) => command.audience === audience)
}
