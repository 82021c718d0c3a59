import { mostInFlight } from '../../src/delivering/window.ts'
import { bounded, type Row } from '../report.ts'
import { crashRounds, perSecond } from './rounds.ts'

const rounds = 50
const chats = 2000

/** What a kill -9 at a random moment costs while 2,000 chats are served, by 500 papers and with alerts. */
export async function crash(): Promise<Row[]> {
  const results = await crashRounds(rounds, chats)
  const most = (value: (round: (typeof results)[number]) => number) =>
    Math.max(...results.map(value))
  return [
    bounded(
      `digests lost in ${rounds} kills`,
      results.reduce((sum, { lost }) => sum + lost, 0),
      0,
    ),
    bounded(
      'messages repeated after a kill, at most',
      most(({ repeated }) => repeated),
      mostInFlight(perSecond),
    ),
    bounded('back at work after a kill, at most (s)', most(({ backMs }) => backMs) / 1000, 30),
  ]
}
