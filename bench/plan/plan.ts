import { answerOf, startChild } from '../child.ts'
import { median, type Row } from '../report.ts'

type Answer = {
  planned: number
  editions: number
  seconds: number
  megabytes: number
  longestWaitMs: number
}

const few = 1_000
const many = 100_000

/** What it takes to plan digests for subscriptions that are due at once, with 40 distinct preferences. */
export async function plan(): Promise<Row[]> {
  const rounds = [await planFor(few), await planFor(few), await planFor(few)]
  const small = median(rounds.map(({ seconds }) => seconds))
  const large = await planFor(many)
  const growth = large.seconds / small
  return [
    under(`planning for ${large.planned} chats, ${large.editions} editions (s)`, large.seconds, 10),
    under('most memory of that process (MB)', large.megabytes, 300),
    under('longest wait of others meanwhile (ms)', large.longestWaitMs, 250),
    {
      figure: `time for ${many} chats; for ${few} (s)`,
      ours: large.seconds,
      peer: small,
      ratio: growth,
      bar: `at most ${many / few} x`,
      ok: growth <= many / few,
    },
  ]
}

async function planFor(chats: number): Promise<Answer> {
  const child = startChild(new URL('./planner.ts', import.meta.url), [String(chats)])
  const answer = await answerOf<Answer>(child)
  if (answer.planned !== chats) throw new Error(`${answer.planned} of ${chats} were planned`)
  return answer
}

function under(figure: string, ours: number, most: number): Row {
  return { figure, ours, peer: null, ratio: ours, bar: `under ${most}`, ok: ours < most }
}
