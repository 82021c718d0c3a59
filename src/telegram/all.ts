import { addfeed } from './admins/addfeed.ts'
import { columnists } from './admins/columnists.ts'
import { exportfeeds } from './admins/exportfeeds.ts'
import { feeds } from './admins/feeds.ts'
import { mergecolumnists } from './admins/mergecolumnists.ts'
import { mergestories } from './admins/mergestories.ts'
import { pinstory } from './admins/pinstory.ts'
import { problems } from './admins/problems.ts'
import { refresh } from './admins/refresh.ts'
import { removefeed } from './admins/removefeed.ts'
import { splitstory } from './admins/splitstory.ts'
import { weighfeed } from './admins/weighfeed.ts'
import { why } from './admins/why.ts'
import type { Command } from './command.ts'
import { help } from './help.ts'
import { connect } from './readers/connect.ts'
import { latest } from './readers/latest.ts'
import { days } from './readers/preferences/days.ts'
import { pause } from './readers/preferences/pause.ts'
import { quiet } from './readers/preferences/quiet.ts'
import { silent } from './readers/preferences/silent.ts'
import { wishCommand } from './readers/preferences/wish.ts'
import { privacy } from './readers/privacy.ts'
import { resume } from './readers/resume.ts'
import { search } from './readers/search.ts'
import { start } from './readers/start.ts'
import { stop } from './readers/stop.ts'
import { time } from './readers/time.ts'
import { timezone } from './readers/timezone.ts'

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
