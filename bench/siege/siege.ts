import type { Row } from '../report.ts'
import { attacks, peace } from './attacks.ts'
import { besiege, type Toll } from './besiege.ts'

/** What the honest may lose or wait for at most, under each attack. */
const figures: { name: string; of: keyof Toll; most: number }[] = [
  { name: 'digests lost of 20', of: 'digestsLost', most: 0 },
  { name: 'longest wait for /help (ms)', of: 'helpMs', most: 500 },
  { name: 'memory at most (MB)', of: 'memoryMb', most: 600 },
  { name: 'until all stories of an honest feed are told (s)', of: 'storySeconds', most: 60 },
]

/**
 * What attacks cost those who did nothing: the whole program with 20 subscribers, 400 askers and one
 * honest feed, under one attack after the other, beside the same in peace. Some 20 minutes.
 */
export async function siege(): Promise<Row[]> {
  const atPeace = await besiege(peace)
  const rows = rowsOf('in peace', atPeace, null)
  for (const attack of attacks) {
    rows.push(...rowsOf(attack.name, await besiege(attack), atPeace))
  }
  return rows
}

function rowsOf(attack: string, toll: Toll, atPeace: Toll | null): Row[] {
  return figures.map(({ name, of, most }) => {
    const ours = toll[of]
    const peer = atPeace?.[of] ?? null
    const ratio = peer ? ours / peer : null
    return {
      figure: `${attack}: ${name}`,
      ours,
      peer,
      ratio,
      bar: `at most ${most}`,
      ok: ours <= most,
    }
  })
}
