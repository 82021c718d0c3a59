// Domains of countries that all the world uses.
const generic = new Set('ac ai cc co fm gg im io la ly me nu sh st tk to tv ws'.split(' '))
// Languages of so many countries that they point to none.
const spread = new Set(['ar', 'en', 'es', 'fr', 'pt', 'ru', 'zh'])

/**
 * The zone in which a page's clock times are written: that of the country of its domain, or of its
 * language, where all of the country keeps one time. Null when neither is clear.
 */
export function zoneOfPage(
  address: string | null,
  language: string | null,
  now: Temporal.Instant,
): string | null {
  const region = regionOfHost(address) ?? regionOfLanguage(language)
  if (!region) return null
  try {
    const zones = new Intl.Locale(`und-${region}`).getTimeZones() ?? []
    const offsets = new Set(zones.map((zone) => now.toZonedDateTimeISO(zone).offset))
    // Its occupied parts are made to keep another time.
    if (region === 'UA') return 'Europe/Kyiv'
    return offsets.size === 1 ? (zones[0] ?? null) : null
  } catch {
    return null
  }
}

function regionOfHost(address: string | null): string | null {
  const [, domain] = /\.([a-z]{2})$/.exec(URL.parse(address ?? '')?.hostname ?? '') ?? []
  if (!domain || generic.has(domain)) return null
  return domain === 'uk' ? 'GB' : domain.toUpperCase()
}

function regionOfLanguage(language: string | null): string | null {
  const locale = language ? readLocale(language) : null
  if (!locale) return null
  if (locale.region) return locale.region
  return spread.has(locale.language) ? null : (locale.maximize().region ?? null)
}

function readLocale(language: string): Intl.Locale | null {
  try {
    return new Intl.Locale(language.replaceAll('_', '-'))
  } catch {
    return null
  }
}
