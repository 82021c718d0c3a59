import { dateNames, isDayNumber } from './date-names.ts'
import type { HeadlineLanguage } from './languages.ts'
import { wordsOf } from './words.ts'

// English, Ukrainian and Russian words, the latter two by their beginnings.

/** Words of the weather that hardly mean anything else. */
const weather = new RegExp(
  `^(?:${[
    'weather|rain(?:y|s|fall)?|showers?|sunny|sunshine|cloudy|overcast|drizzle|fog(?:gy)?|snow(?:y|s|fall)?|sleet',
    'frosts?|frosty|thunderstorms?|temperatures?|degrees',
    'погод(?:а|и|у|і|е|ою|ой|н.{1,3})|дощ.*|дожд.*|опад.*|осадк.*|сонячн.*|солнечн.*|хмарн.*|облачн.*',
    'туман.*|сніг.{0,4}|снег.{0,4}|мокрий|заморозк.*|гроз(?:а|и|у|ами)|градус.*|температур.*',
    'похолодан.*|потеплін.*|потеплен.*',
  ].join('|')})$`,
  'u',
)
/** What else a forecast says: how it will be, where, when, and that it is one. */
const beside = new RegExp(
  `^(?:${[
    'cloud|clouds|sun|winds?|windy|breez[ey]|mild(?:er)?|warm(?:er)?|cold(?:er)?|cool(?:er)?|hot|chilly|dry|humid|heat',
    'highs?|lows?|spells?|intervals|patchy|scattered|heavy|light|mostly|partly|clear(?:er|ing)?|skies',
    'forecasts?|forecasters?|outlook|expected|today|tonight|tomorrow|weekend|week|morning|afternoon|evening|night|day',
    'прогноз.*|синоптик.*|укргідрометцентр.*|гідрометцентр.*|гидрометцентр.*|очіку.*|ожида.*|чекає|чекати',
    'сьогодні|сегодня|завтра|післязавтра|послезавтра|вихідн.*|выходн.*|тижн.*|тиждень|недел.*',
    'вранці|вдень|ввечері|вночі|ніч|ночі|день|дня|дні|дней|добу|утром|днем|вечером|ночью',
    'як(?:а|ою|ий|е)|буд(?:е|уть)|наступн.*|какая|какой|будет|следующ.*',
    'вітер|вітру|ветер|ветра|тепл.*|холодн.*|спек.*|жар[аы]|мороз.*|ясн.*|мінлив.*|переменн.*|без',
  ].join('|')})$`,
  'u',
)
/** Where the weather does more than it does each day, it is news. */
const unusual = new RegExp(
  `^(?:${[
    'warn|alert|emergenc|severe|extreme|record|dea[dt]|die|kill|flood|hurricane|tornado|cyclone|typhoon|storms?$|danger',
    'damag|destroy|evacuat|outage|blackout|clos|cancel|delay|disrupt|chaos|crash|rescue|injur|wildfire|drought|avalanche',
    'landslide|heatwave|strand|unprecedented|попередж|предупрежд|небезпе|опасн|шторм|ураган|буре|смерч|торнадо|повін',
    'павод|наводн|потоп|підтоп|затоп|загин|погиб|загибл|помер|умер|жертв|рекорд|аномал|надзвич|чрезвыч|стихі|стихи|негод',
    'непогод|знеструм|обесточ|пошкодж|поврежд|зруйн|разруш|збитк|евакую|эвакуир|перекри|скасу|отмен|закри|закры|постраж',
  ].join('|')})`,
  'u',
)
/** Fewer words of the weather, or less than half of the headline, are no forecast. */
const leastWords = 3

/** Whether a headline is one more forecast of the weather, with nothing out of the ordinary in it. */
export function isForecast(title: string, { code, stopWords }: HeadlineLanguage): boolean {
  const words = wordsOf(title.slice(0, 300))
  if (!words.some((word) => weather.test(word)) || words.some((word) => unusual.test(word))) {
    return false
  }
  const dates = dateNames(code).all
  const isDegree = /[°º]|(?<![\p{L}\d])[+−–-]\d{1,2}(?![\d:.])/u.test(title)
  const isOfForecast = (word: string, i: number) =>
    weather.test(word) || beside.test(word) || dates.has(word) || isDayNumber(words, i, dates)
  const saying = words.filter((word) => !stopWords.has(word) && (!/^\d/.test(word) || isDegree))
  const told = words.filter((word, i) => (isDegree && /^\d/.test(word)) || isOfForecast(word, i))
  return told.length >= leastWords && told.length * 2 >= saying.length
}
