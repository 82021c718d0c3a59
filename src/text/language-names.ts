/** What a language calls itself within a sentence: `English`, `українська`; its code where nobody knows. */
export function ownName(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
}

const shortestName = 3
/** Endings change with the case: `українська`, `українською`. */
const letterCount = 5

/**
 * Reads one of these languages from its code, its name in any of them, or the code of a country that
 * speaks it (`uk`, `Ukrainian`, `українською`, `ua`); null for anything else.
 */
export function readLanguage(text: string, languages: readonly string[]): string | null {
  const input = text.trim().toLowerCase()
  const isNamed = (language: string) =>
    languages.some((each) => {
      const name = new Intl.DisplayNames([each], { type: 'language' }).of(language) ?? ''
      return name.toLowerCase().startsWith(input.slice(0, letterCount))
    })
  return (
    languages.find((each) => each === input) ??
    (/^[a-z]{2}$/.test(input) ? spokenIn(input, languages) : null) ??
    (input.length >= shortestName ? languages.find(isNamed) : null) ??
    null
  )
}

function spokenIn(country: string, languages: readonly string[]): string | undefined {
  const { language } = new Intl.Locale(`und-${country}`).maximize()
  return languages.find((each) => each === language)
}
