import { foldWords } from './fold.ts'
import { knownLanguage } from './known-language.ts'
import type { ZoneId } from './zone-id.ts'

// The zones that news comes from; of those that share a name the first has it.
const zones =
  `America/New_York America/Chicago America/Denver America/Los_Angeles America/Anchorage Pacific/Honolulu
   America/Phoenix America/Halifax America/St_Johns America/Toronto America/Vancouver America/Mexico_City
   America/Havana America/Bogota America/Lima America/Caracas America/La_Paz America/Guayaquil
   America/Asuncion America/Santiago America/Montevideo America/Sao_Paulo America/Manaus
   America/Argentina/Buenos_Aires America/Panama America/Puerto_Rico Atlantic/Azores Atlantic/Reykjavik
   Europe/London Europe/Dublin Europe/Lisbon Europe/Paris Europe/Berlin Europe/Madrid Europe/Rome
   Europe/Vienna Europe/Zurich Europe/Brussels Europe/Amsterdam Europe/Warsaw Europe/Prague Europe/Budapest
   Europe/Belgrade Europe/Zagreb Europe/Stockholm Europe/Oslo Europe/Copenhagen Europe/Kyiv Europe/Athens
   Europe/Bucharest Europe/Sofia Europe/Helsinki Europe/Tallinn Europe/Riga Europe/Vilnius Europe/Chisinau
   Europe/Moscow Europe/Minsk Europe/Istanbul Europe/Kaliningrad Europe/Samara Asia/Yekaterinburg Asia/Omsk
   Asia/Novosibirsk Asia/Krasnoyarsk Asia/Irkutsk Asia/Yakutsk Asia/Vladivostok Asia/Magadan Asia/Kamchatka
   Asia/Tbilisi Asia/Yerevan Asia/Baku Asia/Jerusalem Asia/Beirut Asia/Damascus Asia/Amman Asia/Baghdad
   Asia/Riyadh Asia/Dubai Asia/Tehran Asia/Kabul Asia/Karachi Asia/Tashkent Asia/Almaty Asia/Bishkek
   Asia/Kolkata Asia/Kathmandu Asia/Dhaka Asia/Colombo Asia/Yangon Asia/Bangkok Asia/Ho_Chi_Minh Asia/Jakarta
   Asia/Makassar Asia/Jayapura Asia/Singapore Asia/Kuala_Lumpur Asia/Manila Asia/Hong_Kong Asia/Shanghai
   Asia/Taipei Asia/Seoul Asia/Tokyo Asia/Ulaanbaatar Australia/Perth Australia/Darwin Australia/Adelaide
   Australia/Brisbane Australia/Sydney Australia/Melbourne Pacific/Auckland Africa/Cairo Africa/Johannesburg
   Africa/Lagos Africa/Nairobi Africa/Casablanca Africa/Algiers Africa/Tunis Africa/Accra Africa/Khartoum`.split(
    /\s+/,
  )

// Capitals as they are called elsewhere, to the letters that stay in every case; CLDR lacks them.
const capitals: readonly [RegExp, ZoneId][] = Object.entries({
  'Europe/Kyiv': 'київ|києв|киев|україн|украин|kiev|kijow|kiew|kijev|kijiv',
  'Europe/Moscow': 'москв|московск|московськ|mosk|moscou|moscu|mosca|莫斯科|モスクワ',
  'Europe/Minsk': 'минск|мінськ',
  'Europe/London': 'лондон|londr|londyn|伦敦|倫敦|ロンドン',
  'Europe/Paris': 'париж|parigi|paryz|franc|巴黎',
  'Europe/Berlin': 'берлин|берлін|deutsch',
  'Europe/Rome': 'рим|roma|ital',
  'Europe/Madrid': 'мадрид|peninsular',
  'Europe/Warsaw': 'варшав|warszaw|polsk',
  'Europe/Vienna': 'вен[аеы]|відн|wien',
  'Europe/Lisbon': 'лиссабон|лісабон|lisboa',
  'Europe/Brussels': 'брюссел|bruxelles|brussel',
  'Europe/Prague': 'праг|prah',
  'Europe/Istanbul': 'стамбул|анкар|ankara|turk',
  'Europe/Chisinau': 'кишин',
  'America/New_York': 'нью-йорк|вашингтон|washington|nueva york|nova york|纽约|ニューヨーク',
  'America/Mexico_City': 'mexic',
  'America/Argentina/Buenos_Aires': 'argentin',
  'America/Toronto': 'ottawa|торонто',
  'America/Sao_Paulo': 'brasilia|бразил',
  'Asia/Jerusalem': 'иерусалим|єрусалим|израил|ізраїл|israel|tel aviv',
  'Asia/Tehran': 'тегеран|teheran',
  'Asia/Kolkata': 'дели|делі|delhi|mumbai',
  'Asia/Shanghai': 'пекин|пекін|beijing|peking|pekin|北京|中国',
  'Asia/Tokyo': 'токио|токіо|tokio|東京|东京|日本',
  'Asia/Seoul': 'сеул|서울|한국',
  'Asia/Taipei': '台北|臺北',
  'Asia/Ho_Chi_Minh': 'ha noi|hanoi|viet nam',
  'Asia/Almaty': 'алмат|астан|astana',
  'Asia/Tashkent': 'ташкент',
  'Asia/Tbilisi': 'тбилис|тбіліс',
  'Asia/Yerevan': 'ереван|єреван',
  'Asia/Baku': 'баку|бакинск|бакинськ',
  'Asia/Riyadh': 'makkah|mecca|مكة',
  'Australia/Sydney': 'canberra',
}).map(([zone, stems]) => [new RegExp(`^(?:${stems})`, 'u'), zone])

// As Windows calls them, where CLDR has other names; they hold in summer too.
const windows: readonly [string, ZoneId][] = Object.entries({
  'w europe standard time': 'Europe/Berlin',
  'central europe standard time': 'Europe/Budapest',
  'romance standard time': 'Europe/Paris',
  'gtb standard time': 'Europe/Athens',
  'fle standard time': 'Europe/Kyiv',
  'e europe standard time': 'Europe/Chisinau',
  'gmt standard time': 'Europe/London',
  'russian standard time': 'Europe/Moscow',
  'turkey standard time': 'Europe/Istanbul',
  'e south america standard time': 'America/Sao_Paulo',
  'tokyo standard time': 'Asia/Tokyo',
  'se asia standard time': 'Asia/Bangkok',
  'aus eastern standard time': 'Australia/Sydney',
  'coordinated universal time': 'UTC',
})

// What else a phrase says that names the time of a place.
const timeWord =
  /^(?:local|standard|time|(?:orts|normal)?zeit|uhr|hora|horas|heure|horário|ora|ore|czas|czasu|čas|času|tid|tijd|час|часу|часом|времени|время|годин[аи]|saati|giờ|waktu|時間|时间|時|시간|시각)$/u
const joint =
  /^(?:in|at|of|the|de|del|da|do|di|en|à|a|la|za|po|wg|w|v|i|за|по|у|в|на|local|der|d')$/u

/**
 * The zone of a place or a zone that a phrase calls by its name: `Eastern Daylight Time`, `Kyiv time`,
 * `hora de Madrid`, `по московскому времени`; `alone` also `Москва`, as in brackets behind a time. Names
 * are those of Unicode CLDR in the language and in English. Null for none.
 */
export function placeZone(
  phrase: string,
  language: string,
  how: 'alone' | 'in words',
): ZoneId | null {
  if (phrase.length > 80 || !/\p{L}/u.test(phrase)) return null
  const { folded, place, saysTime } = partsOf(phrase)
  if (how === 'in words' && !saysTime && !/^(?:за|по) /.test(folded)) return null
  if (place === '' || place.split(' ').length > 5) return null
  const names = [...new Set([knownLanguage(language), 'en'])].map(zoneNames)
  for (const name of [folded, place]) {
    for (const zones of names) {
      const zone = zones.get(name)
      if (zone) return zone
    }
  }
  const plain = place.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')
  return capitals.find(([stems]) => stems.test(place) || stems.test(plain))?.[1] ?? null
}

/** A phrase in lower case, what of it is left without the words that only say that it is a time. */
function partsOf(phrase: string) {
  const folded = foldWords(phrase).replace(/[:.()]/g, '')
  const words = folded.replace(/時間$|时间$|時$|시간$/u, ' $&').split(/[\s/]+|(?<=d')/)
  const place = words.filter((word) => !timeWord.test(word) && !joint.test(word)).join(' ')
  return { folded, place, saysTime: words.some((word) => timeWord.test(word)) }
}

const known = new Map<string, Map<string, ZoneId>>()

/** By lower-case name: zones as they are called in full (`eastern daylight time`), cities and countries. */
function zoneNames(language: string): Map<string, ZoneId> {
  const before = known.get(language)
  if (before) return before
  const names = new Map<string, ZoneId>()
  known.set(language, names)
  for (const [name, zone] of windows) names.set(name, zone)
  const add = (name: string, zone: ZoneId) => {
    const { folded, place } = partsOf(name)
    for (const word of [folded, place]) {
      if (word && !names.has(word) && !/\d/.test(word)) names.set(word, zone)
    }
  }
  for (const zone of zones) {
    add(zone.replace(/^.*\//, '').replaceAll('_', ' '), zone)
    for (const { name, isFixed, offset } of namesOf(zone, language))
      add(name, isFixed ? offset : zone)
  }
  return names
}

// A summer and a winter, both of which end in the other half of the world.
const seasons = [Date.UTC(2024, 0, 15), Date.UTC(2024, 6, 15)]

function namesOf(zone: ZoneId, language: string) {
  return (['long', 'longGeneric', 'shortGeneric'] as const).flatMap((timeZoneName) => {
    const format = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName })
    return seasons.map((ms) => {
      const name = format.formatToParts(ms).find(({ type }) => type === 'timeZoneName')?.value ?? ''
      const { offset } = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone)
      return { name, isFixed: timeZoneName === 'long', offset }
    })
  })
}
