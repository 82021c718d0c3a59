import { weekdays as names } from './feed.ts'
import { everyDay } from './schedule.ts'

const sets: Record<string, readonly number[]> = {
  'every day': everyDay,
  everyday: everyDay,
  daily: everyDay,
  all: everyDay,
  weekdays: [1, 2, 3, 4, 5],
  workdays: [1, 2, 3, 4, 5],
  weekend: [6, 7],
  weekends: [6, 7],
  щодня: everyDay,
  'кожен день': everyDay,
  будні: [1, 2, 3, 4, 5],
  вихідні: [6, 7],
}

/**
 * Reads weekdays as people write them: `mon wed fri`, `Monday, Tuesday`, `mon-fri`, `1 3 5`, `135`,
 * `weekdays`, `weekend`, `every day`; in Ukrainian too. Returns ISO weekdays, ascending, or null for anything else.
 */
export function readWeekdays(text: string): number[] | null {
  const input = text.trim().toLowerCase().replace(/\s+/g, ' ')
  const set = Object.hasOwn(sets, input) ? sets[input] : undefined
  if (set) return [...set]
  const words = input
    .replace(/\s*[-–]\s*/g, '-')
    .split(/,| and | (?:і|й|та) | /)
    .filter(Boolean)
  const days = words.map(readWord)
  if (days.length === 0 || days.includes(null)) return null
  return everyDay.filter((day) => days.some((each) => each?.includes(day)))
}

function readWord(word: string): number[] | null {
  if (/^[1-7]{1,7}$/.test(word)) return [...word].map(Number)
  const [first, last, ...more] = word.split('-').map(readDay)
  if (!first || last === 0 || more.length > 0) return null
  if (last === undefined) return [first]
  // From Friday to Monday goes over the weekend.
  const length = ((last - first + 7) % 7) + 1
  return Array.from({ length }, (_, i) => ((first - 1 + i) % 7) + 1)
}

/** From Monday on, whatever their endings. */
const ukrainianDays = [
  /^(?:пн|понед)/,
  /^(?:вт|вівт)/,
  /^(?:ср|серед)/,
  /^(?:чт|четв)/,
  /^(?:пт|п.?ятн)/,
  /^(?:сб|субот)/,
  /^(?:нд|неділ)/,
]

/** 1 to 7, or 0 when it is none. */
function readDay(word: string): number {
  if (/^[1-7]$/.test(word)) return Number(word)
  if (word.length < 2) return 0
  const ukrainian = ukrainianDays.findIndex((day) => day.test(word))
  if (ukrainian >= 0) return ukrainian + 1
  return names.findIndex((name) => name.toLowerCase().startsWith(word)) + 1
}
