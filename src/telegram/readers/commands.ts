import { adminCommands } from '../admins/commands.ts'
import type { Command } from '../command.ts'
import { connect } from './connect.ts'
import { deletedata } from './deletedata.ts'
import { createHelp } from './help.ts'
import { id } from './id.ts'
import { language } from './language.ts'
import { latest, yesterday } from './latest.ts'
import { mute } from './mute.ts'
import { mydata } from './mydata.ts'
import { days } from './preferences/days.ts'
import { pause } from './preferences/pause.ts'
import { preferenceCommand } from './preferences/preference.ts'
import { quiet } from './preferences/quiet.ts'
import { silent } from './preferences/silent.ts'
import { time } from './preferences/time.ts'
import { timezone } from './preferences/timezone.ts'
import { privacy } from './privacy.ts'
import { resume } from './resume.ts'
import { saved } from './saved.ts'
import { search } from './search.ts'
import { settings } from './settings/settings.ts'
import { start } from './start.ts'
import { stop } from './stop.ts'
import { suggest } from './suggest.ts'

/** The commands for everybody, in the order of menus and help. */
export const readerCommands: readonly Command[] = [
  latest,
  yesterday,
  search,
  saved,
  settings,
  mute,
  preferenceCommand(time),
  preferenceCommand(days),
  preferenceCommand(timezone),
  preferenceCommand(pause),
  resume,
  preferenceCommand(quiet),
  preferenceCommand(silent),
  language,
  start,
  connect,
  suggest,
  stop,
  createHelp(() => readerCommands, adminCommands),
  privacy,
  mydata,
  deletedata,
  id,
]
