// `Колонка Сергія Згурця` names its author in the genitive. These endings bring a full name back to
// the nominative (Ukrainian orthography of 2019, sections 70-96); the first that fits is taken.

type Ending = [genitive: RegExp, nominative: string]

const maleFirst: Ending[] = [
  [/(Дмитр|Петр|Павл|Михайл|Данил|Кирил|Марк|Левк|Юрк|Васильк|Гаврил|Самійл)а$/, '$1о'],
  [/(Ігор|Лазар)я$/, '$1'],
  [/(Микол|Микит|Хом|Лук|Кузьм|Сав|Фом)и$/, '$1а'],
  [/(Ілл)і$/, '$1я'],
  [/([аеиіоуяюєї])я$/, '$1й'],
  [/ія$/, 'ій'],
  [/Льва$/, 'Лев'],
  [/а$/, ''],
  [/я$/, 'ь'],
]
const femaleFirst: Ending[] = [
  [/Любові$/, 'Любов'],
  [/ї$/, 'я'],
  [/([шжчщ])і$/, '$1а'],
  [/і$/, 'я'],
  [/ги$/, 'га'],
  [/и$/, 'а'],
]
const maleLast: Ending[] = [
  [/(ськ|цьк|зьк|н|в|р|т|л|х)ого$/, '$1ий'],
  [/ого$/, 'ий'],
  [/йця$/, 'єць'],
  [/ця$/, 'ець'],
  [/(ен|ус|ль|ей|ій|ов)ка$/, '$1ко'],
  [/([бвгджзклмнпрстфхцчшщ])ка$/, '$1ко'],
  [/ча$/, 'ч'],
  [/([аеиіоуяюєї])я$/, '$1й'],
  [/ря$/, 'р'],
  [/я$/, 'ь'],
  [/а$/, ''],
  [/и$/, 'а'],
]
const femaleLast: Ending[] = [
  [/ої$/, 'а'],
  [/ьої$/, 'я'],
]

/** The nominative of a first and last name given in the genitive: `Сергія Згурця` is Сергій Згурець. */
export function nominativeName(name: string): string {
  const words = name.split(' ')
  const first = words[0] ?? ''
  const isFemale =
    !maleFirst.slice(0, 4).some(([ending]) => ending.test(first)) && /[иії]$/.test(first)
  const firstEndings = isFemale ? femaleFirst : maleFirst
  const lastEndings = isFemale ? femaleLast : maleLast
  return words.map((word, i) => changed(word, i === 0 ? firstEndings : lastEndings)).join(' ')
}

function changed(word: string, endings: Ending[]): string {
  const ending = endings.find(([genitive]) => genitive.test(word))
  return ending ? word.replace(ending[0], ending[1]) : word
}
