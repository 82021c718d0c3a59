/** The language (BCP 47) as CLDR knows it, or English: for an unknown one the machine's own would be taken. */
export function knownLanguage(language: string | null): string {
  try {
    const tags = Intl.getCanonicalLocales((language ?? '').replaceAll('_', '-'))
    return Intl.DateTimeFormat.supportedLocalesOf(tags)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
