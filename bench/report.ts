/** One figure: ours beside a peer's or a floor's from the same run, and the bar it is held to. */
export type Row = {
  figure: string
  ours: number
  /** The peer's value, or null where the figure stands alone. */
  peer: number | null
  /** What `bar` speaks of: ours / peer, or ours itself where there is no peer. */
  ratio: number | null
  bar: string
  ok: boolean
}

export type Benchmark = (options: { data: string | undefined }) => Promise<Row[]>

/** Prints a table for people and, as the last line, the same as JSON. */
export function printReport(bench: string, rows: Row[]): void {
  const cells = [
    ['figure', 'ours', 'peer', 'ratio', 'bar', ''],
    ...rows.map((row) => [
      row.figure,
      number(row.ours),
      number(row.peer),
      number(row.ratio),
      row.bar,
      row.ok ? 'ok' : 'short',
    ]),
  ]
  const widths = cells[0]?.map((_, i) => Math.max(...cells.map((row) => row[i]?.length ?? 0))) ?? []
  for (const row of cells) {
    console.log(
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  }
  console.log(JSON.stringify({ bench, rows }))
}

/** A row that holds ours to at most `most` times the peer. */
export function atMost(figure: string, ours: number, peer: number, most: number): Row {
  const ratio = ours / peer
  return { figure, ours, peer, ratio, bar: `at most ${most} x`, ok: ratio <= most }
}

/** A row that holds ours to at most `most`, by itself. */
export function bounded(figure: string, ours: number, most: number): Row {
  return { figure, ours, peer: null, ratio: ours, bar: `at most ${most}`, ok: ours <= most }
}

/** The middle one of some measurements. */
export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** A row that holds ours to at least `least`: as a multiple of the peer, or by itself. */
export function atLeast(figure: string, ours: number, peer: number | null, least: number): Row {
  const ratio = peer === null ? null : peer === 0 ? Number.POSITIVE_INFINITY : ours / peer
  const bar = `at least ${least}${peer === null ? '' : ' x'}`
  return { figure, ours, peer, ratio, bar, ok: (ratio ?? ours) >= least }
}

function number(value: number | null): string {
  if (value === null) return '-'
  return value.toLocaleString('en', { maximumSignificantDigits: 4 })
}
