/**
 * How many letters must be put in, left out, replaced, or swapped with their neighbour to make one word
 * of another (optimal string alignment). Takes time by the product of the lengths: bound them.
 */
export function editDistance(a: string, b: string): number {
  let twoAbove: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = isSwapped ? at(twoAbove, j - 2) + 1 : Number.POSITIVE_INFINITY
      const replaced = at(above, j - 1) + (isSame ? 0 : 1)
      row.push(Math.min(at(above, j) + 1, at(row, j - 1) + 1, replaced, swapped))
    }
    twoAbove = above
    above = row
  }
  return at(above, b.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? 0
}
