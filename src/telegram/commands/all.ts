import type { Command } from '../command.ts'
import { days } from '../wishes/days.ts'
import { pause } from '../wishes/pause.ts'
import { quiet } from '../wishes/quiet.ts'
import { silent } from '../wishes/silent.ts'
import { wishCommand } from '../wishes/wish.ts'
import { addfeed } from './addfeed.ts'
import { columnists } from './columnists.ts'
import { connect } from './connect.ts'
import { exportfeeds } from './exportfeeds.ts'
import { feeds } from './feeds.ts'
import { help } from './help.ts'
import { latest } from './latest.ts'
import { mergecolumnists } from './mergecolumnists.ts'
import { mergestories } from './mergestories.ts'
import { pinstory } from './pinstory.ts'
import { privacy } from './privacy.ts'
import { problems } from './problems.ts'
import { refresh } from './refresh.ts'
import { removefeed } from './removefeed.ts'
import { resume } from './resume.ts'
import { search } from './search.ts'
import { splitstory } from './splitstory.ts'
import { start } from './start.ts'
import { stop } from './stop.ts'
import { time } from './time.ts'
import { timezone } from './timezone.ts'
import { weighfeed } from './weighfeed.ts'
import { why } from './why.ts'

/** Every command, in the order of menus and help. */
export const allCommands: readonly Command[] = [
  latest,
  search,
  time,
  wishCommand(days),
  timezone,
  wishCommand(pause),
  resume,
  wishCommand(quiet),
  wishCommand(silent),
  start,
  connect,
  stop,
  help,
  privacy,
  addfeed,
  feeds,
  problems,
  removefeed,
  refresh,
  exportfeeds,
  columnists,
  mergecolumnists,
  why,
  mergestories,
  splitstory,
  pinstory,
  weighfeed,
]

export function commandsFor(audience: Command['audience']): readonly Command[] {
  return allCommands.filter((command) => command.audience === audience)
}
