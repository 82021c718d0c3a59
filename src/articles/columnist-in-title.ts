import { namePattern } from './person-name.ts'
import { nominativeName } from './ukrainian-name.ts'

const columnWord = /column|blog|opinion|view|commentary|колонка|блог|думка|погляд|коментар/i
// `Subject. Serhiy Zgurets' column`, `Column by Ada Marsh`; `Колонка Сергія Згурця`, `Блог Оксани Забужко`.
const columnOfEnglish = new RegExp(
  `(?:^|[.:|—–-]\\s*)(${namePattern})['’](?:s\\s|\\s)(?:\\p{L}+\\s)?(?:column|blog|opinion|view)\\b`,
  'u',
)
const columnBy = new RegExp(
  `\\b(?:column|opinion|commentary|blog) (?:by|of) (${namePattern})`,
  'iu',
)
const columnOfUkrainian = new RegExp(
  `(?:^|[^\\p{L}])(?:[Кк]олонка|[Бб]лог|[Дд]умка|[Пп]огляд|[Кк]оментар)\\s(${namePattern})`,
  'u',
)

/** The columnist whom a title names, in the nominative, or null. */
export function columnistInTitle(title: string | null): string[] | null {
  if (!title || title.length > 300 || !columnWord.test(title)) return null
  const english = columnOfEnglish.exec(title)?.[1] ?? columnBy.exec(title)?.[1]
  if (english) return [english]
  const ukrainian = columnOfUkrainian.exec(title)?.[1]
  return ukrainian ? [nominativeName(ukrainian)] : null
}
