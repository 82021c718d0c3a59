/** One invented article, as its newsroom wrote it. */
export type SampleArticle = {
  /** The hour and minute at which it comes out, UTC. */
  time: string
  section: string
  title: string
  standfirst: string
  text: string[]
  /** For columns: who wrote it. */
  columnist?: Columnist
}

export type Columnist = { name: string; about: string }

/** An invented outlet. Its editions take turns, day by day. */
export type Outlet = {
  slug: string
  title: string
  motto: string
  language: 'en' | 'uk'
  kind: 'news' | 'columns'
  /** The section that its feed is in. */
  section: string
  format: 'rss' | 'atom'
  /** The accent of its pages. */
  colour: string
  editions: [SampleArticle[], SampleArticle[], SampleArticle[]]
}
