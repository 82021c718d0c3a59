import { foldWord } from './fold.ts'

/** By UTF-16 unit the one or two, the first in the lower half, that it is folded to alone; 0 where not known. */
export const folds = new Uint32Array(2 ** 16)

function foldUnit(unit: number): number {
  const folded = foldWord(String.fromCharCode(unit))
  const units = folded.length > 2 ? -1 : folded.charCodeAt(0) | (folded.charCodeAt(1) << 16)
  folds[unit] = units
  return units >>> 0
}

/** How many units of a word are, folded one by one (`folds`), the beginning of its form, and what follows in that. */
export function cutForm(word: string, form: string): { stay: number; ending: string } {
  let [stay, end] = [0, 0]
  for (; stay < word.length; stay++) {
    const unit = word.charCodeAt(stay)
    const units = folds[unit] || foldUnit(unit)
    const [first, second] = [units & 0xffff, units >>> 16]
    if (first !== 0 && form.charCodeAt(end) !== first) break
    if (second !== 0 && form.charCodeAt(end + 1) !== second) break
    end += first === 0 ? 0 : second === 0 ? 1 : 2
  }
  return { stay, ending: form.slice(end) }
}
