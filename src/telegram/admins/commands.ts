import type { Command } from '../command.ts'
import { addfeed } from './addfeed.ts'
import { columnists } from './columnists.ts'
import { exportfeeds } from './exportfeeds.ts'
import { feeds } from './feeds.ts'
import { mergecolumnists } from './mergecolumnists.ts'
import { mergestories } from './mergestories.ts'
import { pinstory } from './pinstory.ts'
import { problems } from './problems.ts'
import { refresh } from './refresh.ts'
import { removefeed } from './removefeed.ts'
import { splitstory } from './splitstory.ts'
import { tagfeed } from './tagfeed.ts'
import { weighfeed } from './weighfeed.ts'
import { why } from './why.ts'

/** The commands of the bot's admins, in the order of menus and help. */
export const adminCommands: readonly Command[] = [
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
  tagfeed,
  weighfeed,
]
