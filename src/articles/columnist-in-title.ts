import { leadingName } from './person-name.ts'
import { nominativeName } from './ukrainian-name.ts'

const columnWord = /column|blog|opinion|view|commentary|колонка|блог|думка|погляд|коментар/i
// `Subject. Serhiy Zgurets' column`, `Column by Ada Marsh`; `Колонка Сергія Згурця`, `Блог Оксани Забужко`.
const columnOfEnglish =
  /(?:^|[.:|—–-]\s*)([^:|—–]{3,60}?)['’](?:s\s|\s)(?:[a-z]+\s)?(?:column|blog|opinion|view)\b/g
const columnBy = /\b(?:column|opinion|commentary|blog) (?:by|of) (.{3,80})/i
const columnOfUkrainian =
  /(?:^|[^а-яіїєґ])(?:[Кк]олонка|[Бб]лог|[Дд]умка|[Пп]огляд|[Кк]оментар)\s(.{3,80})/

/** The columnist whom a title names, in the nominative, or null. */
export function columnistInTitle(title: string | null): string[] | null {
  if (!title || title.length > 300 || !columnWord.test(title)) return null
  for (const [, words = ''] of title.matchAll(columnOfEnglish)) {
    // The sentence before it may end with a full stop, and so may an initial.
    const name = [words, words.split(/\.\s+|\s-\s/).at(-1)].find(
      (part) => leadingName(part ?? '') === part,
    )
    if (name) return [name]
  }
  const english = leadingName(columnBy.exec(title)?.[1] ?? '')
  if (english) return [english]
  const ukrainian = leadingName(columnOfUkrainian.exec(title)?.[1] ?? '')
  return ukrainian ? [nominativeName(ukrainian)] : null
}
