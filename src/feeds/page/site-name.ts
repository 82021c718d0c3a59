const separators = /\s+[|–—·•»«›:/\\-]+\s+|\s*[|»]\s*|:\s+/

// What pages are called, and no site.
const onlyPage =
  /^(?:(?:all |latest |top )?(?:news|stories|headlines|articles)|home(?: page)?|index|(?:усі |всі |останні )?новини|головна|(?:все )?новости|главная|nachrichten|startseite|actualités|accueil|noticias|inicio|notícias|notizie|wiadomości|aktuality|nyheter|nyheder|uutiset|nieuws|haberler|新闻|新聞|ニュース|뉴스)$/i

/**
 * The name of a site by the title of one of its pages: the part that its host names, else that which all
 * its pages share, last on most (`Sport | Harbour Post`) and first on its front page. Null where it
 * only says what the page holds (`News`): its host names the site then.
 */
export function siteName(title: string, url: string | null): string | null {
  const parts = title.split(separators).filter((part) => /\p{L}/u.test(part))
  const address = URL.parse(url ?? '')
  if (!address) return title
  const named = parts.find((part) => isNamedBy(address.hostname, part))
  if (named) return named
  const isFront = address.pathname === '/'
  if (isFront) return parts[0] ?? title
  const last = parts.at(-1) ?? title
  return onlyPage.test(last) && /\p{L}/u.test(address.hostname) ? null : last
}

/** Whether a host is called by a name, or by its first letters: `harbour-post.example`, `hp.example`. */
function isNamedBy(hostname: string, name: string): boolean {
  const words: string[] = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const letters = words.join('')
  const initials = words.map((word) => word.charAt(0)).join('')
  // The last label is that of a country or the like.
  const labels = hostname
    .split('.')
    .slice(0, -1)
    .map((label) => label.replaceAll('-', ''))
  return labels.some(
    (label) =>
      label.length >= 2 &&
      (words.includes(label) ||
        (words.length > 1 && initials === label) ||
        (Math.min(label.length, letters.length) >= 4 &&
          (letters.includes(label) || label.includes(letters)))),
  )
}
