import { atLeast, type Row } from '../report.ts'
import {
  type Headline,
  mix,
  type Pair,
  readArticlePairs,
  readHeadlines,
  readSlugPairs,
  seeded,
  shuffled,
  uniteTwins,
} from './data.ts'
import { namesakePairs } from './namesakes.ts'
import { ourStories } from './ours.ts'
import { jaccard, peers, stemsOf } from './peers.ts'
import { meanScores, type Scores, scoreClusters, scorePairs } from './scores.ts'
import { measureSpeed } from './speed.ts'
import { type LanguagePair, twoLanguages } from './two-languages.ts'
import { measureWindow } from './window.ts'

const thresholds = Array.from({ length: 17 }, (_, i) => 0.1 + i * 0.05)
const least = {
  precision: 0.92,
  bCubedF: 0.82,
  pairF: 0.8,
  agreement: 0.9,
}

/** Where all tell of few things at once, the same events under several names among them. */
const leastWhole = { ...least, precision: 0.9, bCubedF: 0.8 }

const whole = { stories: Number.POSITIVE_INFINITY, most: 1000 }
const mixes = [
  { name: '6 stories of at most 7', stories: 6, most: 7, draws: 24 },
  { name: '21 stories of at most 30', stories: 21, most: 30, draws: 3 },
  // The whole file, in which several stories tell of the same event: no bar. Too large for the peers,
  // which compare every pair.
  { name: 'all stories whole', ...whole, draws: 1 },
]
const maxForPeers = 2000

/**
 * How well headlines are put into stories, beside other methods in the same run. A peer has the
 * threshold that suits it best on these very data; ours has none to choose. Also the speed, and what
 * assigning costs in a large window.
 */
export async function stories({ data }: { data: string | undefined }): Promise<Row[]> {
  if (!data) throw new Error('bench stories needs --data DIR')
  const headlines = await readHeadlines(data)
  const articlePairs = await readArticlePairs(data)
  const slugPairs = await readSlugPairs(data)
  const unrelated = [...articlePairs, ...slugPairs].filter(({ y }) => !y).map(({ a }) => a.title)
  return [
    ...mixes.flatMap(({ name, draws, ...shape }) => {
      const days = Array.from({ length: draws }, (_, i) =>
        mix(headlines, unrelated, shape, seeded(i + 1)),
      )
      return measureMix(name, days)
    }),
    ...measureMix(
      'all stories whole, those that share a title as one',
      [uniteTwins(mix(headlines, unrelated, whole, seeded(1)))],
      leastWhole,
    ),
    ...measurePairs('article pairs, title and lead: F1', articlePairs, least.pairF),
    ...measurePairs('Russian headlines in Latin letters: F1', slugPairs, least.pairF),
    ...measureNamesakes(),
    ...measureTwoLanguages(),
    ...measureSpeed(),
    ...(await measureWindow()),
  ]
}

/** How many pairs that differ in names alone become one story, each on a day of other headlines. */
function measureNamesakes(): Row[] {
  const pairs = namesakePairs(6)
  const others = pairs.map(({ a }) => a)
  const merged = pairs.filter(({ a, b }, i) => {
    // The pairs of one template stand together: none of them is taken for the rest of the day.
    const day = Array.from({ length: 30 }, (_, k) => others[(i + 7 * (k + 1)) % others.length])
    const stories = ourStories([...day.flatMap((each) => each ?? []), a, b])
    return stories.at(-1) === stories.at(-2)
  })
  const rate = merged.length / pairs.length
  return [held('pairs that differ in names alone: kept apart', 1 - rate, null, 0.95)]
}

/** Made-up events told in English and Ukrainian, all in one window. */
function measureTwoLanguages(): Row[] {
  const { english, ukrainian, pairs } = twoLanguages()
  const found = ourStories([...english, ...ukrainian])
  const joined = (pair: LanguagePair) =>
    found[pair.english] === found[english.length + pair.ukrainian]
  const right = pairs.filter((pair) => pair.y && joined(pair)).length
  const wrong = pairs.filter((pair) => !pair.y && joined(pair)).length
  const figure = 'events in English and Ukrainian'
  return [
    held(`${figure}: precision`, right / (right + wrong || 1), null, 0.95),
    held(`${figure}: recall`, right / english.length, null, 0.6),
  ]
}

function measureMix(name: string, days: Headline[][], bars = least): Row[] {
  const ours = meanScores(days.map((day) => score(day, ourStories(day.map(toText)))))
  const rows = [
    held(`${name}: pairwise precision`, ours.precision, null, bars.precision),
    held(`${name}: B-cubed F`, ours.bCubedF, null, bars.bCubedF),
    held(`${name}: agreement of two orders of arrival`, agreement(days), null, bars.agreement),
  ]
  if (days.some((day) => day.length > maxForPeers)) return rows
  for (const [peer, cluster] of Object.entries(peers)) {
    const prepared = days.map((day) => ({ day, at: cluster(day.map(toText)) }))
    const all = thresholds.map((threshold) =>
      meanScores(prepared.map(({ day, at }) => score(day, at(threshold)))),
    )
    const best = bestOf(all)
    rows.push(
      held(`  beside ${peer}: precision`, ours.precision, best.precision, 0),
      held(`  beside ${peer}: B-cubed F`, ours.bCubedF, best.bCubedF, 0),
    )
  }
  return rows
}

/** The B-cubed F between our stories of the same days in two orders of arrival. */
function agreement(days: Headline[][]): number {
  const scores = days.map((day) => {
    const places = shuffled([...day.keys()], seeded(day.length))
    const later = ourStories(places.map((place) => toText(day[place] ?? { title: '' })))
    const again = new Map(places.map((place, i) => [place, later[i] ?? -1]))
    const found = day.map((_, place) => again.get(place) ?? -1)
    return scoreClusters(ourStories(day.map(toText)).map(String), found)
  })
  return meanScores(scores).bCubedF
}

/** The best B-cubed F of those that are precise enough, or the most precise of all. */
function bestOf(all: Scores[]): Scores {
  const precise = all.filter(({ precision }) => precision >= least.precision)
  const by = (of: (scores: Scores) => number) => (a: Scores, b: Scores) => of(b) - of(a)
  const [best] =
    precise.length > 0
      ? precise.sort(by(({ bCubedF }) => bCubedF))
      : all.sort(by(({ precision }) => precision))
  if (!best) throw new Error('no threshold was tried')
  return best
}

/** All articles in one window, then each pair asked for; the peer tells by Jaccard's index alone. */
function measurePairs(figure: string, pairs: Pair[], bar: number): Row[] {
  const gold = pairs.map(({ y }) => y)
  const found = ourStories(pairs.flatMap(({ a, b }) => [a, b]))
  const ours = scorePairs(
    gold,
    pairs.map((_, i) => found[2 * i] === found[2 * i + 1]),
  )
  const likeness = pairs.map(({ a, b }) => jaccard(stemsOf(a), stemsOf(b)))
  const peer = Math.max(
    ...thresholds.map((threshold) =>
      scorePairs(
        gold,
        likeness.map((value) => value >= threshold),
      ),
    ),
  )
  return [held(figure, ours, peer, bar)]
}

/** A row that holds ours itself to a bar, whatever the peer's; 0 is no bar. */
function held(figure: string, ours: number, peer: number | null, bar: number): Row {
  const row = atLeast(figure, ours, null, bar)
  const ratio = peer === null ? null : ours / peer
  return { ...row, peer, ratio, bar: bar > 0 ? `at least ${bar.toFixed(3)}` : '-' }
}

const toText = ({ title }: { title: string }) => ({ title, lead: null })

function score(day: Headline[], found: number[]): Scores {
  return scoreClusters(
    day.map(({ story }) => story),
    found,
  )
}
