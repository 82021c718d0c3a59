import type { Outlet } from './edition.ts'
import * as briefs from './editions/briefs.ts'
import * as harbourPost from './editions/harbour-post.ts'
import * as longView from './editions/long-view.ts'
import * as thirdDay from './editions/third-day.ts'
import * as tidewaterRecord from './editions/tidewater-record.ts'
import * as visnykHavani from './editions/visnyk-havani.ts'

/** The invented outlets, their names as readers see them. */
export const outlets: readonly Outlet[] = [
  {
    slug: 'harbour-post',
    title: 'Harbour Post',
    motto: 'News of Saltmere and its coast',
    language: 'en',
    kind: 'news',
    section: 'Saltmere',
    format: 'rss',
    colour: '#1c5d63',
    editions: [
      [...harbourPost.firstDay, ...briefs.firstDay.harbourPost],
      [...harbourPost.secondDay, ...briefs.secondDay.harbourPost],
      [...thirdDay.harbourPost, ...briefs.thirdDay.harbourPost],
    ],
  },
  {
    slug: 'tidewater-record',
    title: 'Tidewater Record',
    motto: 'Both sides of the estuary, since 1889',
    language: 'en',
    kind: 'news',
    section: 'The estuary',
    format: 'atom',
    colour: '#7a3b2e',
    editions: [
      [...tidewaterRecord.firstDay, ...briefs.firstDay.tidewaterRecord],
      [...tidewaterRecord.secondDay, ...briefs.secondDay.tidewaterRecord],
      [...thirdDay.tidewaterRecord, ...briefs.thirdDay.tidewaterRecord],
    ],
  },
  {
    slug: 'visnyk-havani',
    title: 'Вісник Гавані',
    motto: 'Новини Солтміра',
    language: 'uk',
    kind: 'news',
    section: 'Солтмір',
    format: 'rss',
    colour: '#2a4f8f',
    editions: [visnykHavani.firstDay, visnykHavani.secondDay, thirdDay.visnykHavani],
  },
  {
    slug: 'long-view',
    title: 'The Long View',
    motto: 'Columns from Saltmere',
    language: 'en',
    kind: 'columns',
    section: 'Opinion',
    format: 'rss',
    colour: '#5b3f6f',
    editions: [longView.firstDay, longView.secondDay, thirdDay.longView],
  },
]
