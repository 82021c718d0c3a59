import type { Reason } from '../domain/reason.ts'
import type { PageMarks } from './page-marks.ts'

/** What a site shows instead of the article. */
export type Wall = { kind: 'paywall' | 'consent' | 'captcha' | 'missing'; reason: Reason }

// Checks of Cloudflare, DataDome, PerimeterX, Imperva, Akamai and their like, by their own words.
const captcha =
  /just a moment|attention required|checking (?:your browser|if the site connection)|verify (?:that )?you(?:['’]re| are) (?:a )?human|are you (?:a robot|human)|you are not a robot|i['’]m not a robot|press & hold|pardon our interruption|access (?:to this page has been )?denied|unusual traffic|enable javascript and cookies to continue|please enable js|ddos protection by|security check|request unsuccessful|перевірка браузера|підтвердьте, що ви не робот|ви не робот|доступ (?:заборонено|обмежено)/i
const consent =
  /before you continue|we value your privacy|we (?:and our (?:\d+ )?partners )?(?:use|store).{0,40}cookies|accept (?:all|cookies)|manage (?:consent|preferences|options)|consent to|ми (?:використовуємо|зберігаємо).{0,40}(?:cookie|куки)|погоджу(?:юсь|юся|єтесь|єтеся)|прийняти (?:всі|усі)/gi
const paywall =
  /(?:subscribe|sign ?up|log ?in|register|sign in|join)(?: now| today| here| or log in)? (?:to|and) (?:continue|keep|read|unlock|access|get|see)|(?:continue|keep) reading (?:this|with|for|by)|(?:article|story|content) is (?:for|only for|available|exclusively|reserved)[^.]{0,40}(?:subscribers|members)|(?:subscribers?|members?)[- ]only|already a (?:subscriber|member)|you(?:['’]ve| have) (?:reached|read|used)[^.]{0,40}(?:free|limit|articles)|to (?:read|continue)[^.]{0,40}subscri|(?:оформіть|придбайте|маєте|потрібна|за) передплат|(?:лише|тільки) для (?:передплатників|підписників)|увійдіть[^.]{0,30}(?:щоб|аби)|(?:щоб|аби) (?:читати|прочитати|продовжити)[^.]{0,60}(?:підпи|переплат|передплат|увійд|зареєстр)|тільки за підпискою|доступн\p{L} (?:лише )?(?:за передплатою|передплатникам)/iu
const missing =
  /^(?:error )?(?:404|410)\b|page (?:not found|cannot be found|doesn['’]t exist)|^not found|сторінк[ау] не (?:знайдено|існує)/i

/** The most letters that a wall and the teaser before it have; articles have more. */
const teaserLetters = 1500

/**
 * Recognises a page that stands in an article's place: a paywall, a consent wall, a check for robots, a
 * page for what is not there. `text` is what was taken for the article, a long one is an article;
 * `around` is the same with all that stood in it. `isFree` is what schema.org says.
 */
export function findWall(
  marks: PageMarks,
  { text, around, isFree }: { text: string; around: string; isFree: boolean },
): Wall | null {
  if (text.length > teaserLetters) return null
  const title = `${marks.windowTitle ?? ''}\n${marks.heading ?? ''}`
  const opening = marks.opening
  if (captcha.test(title) || (marks.letters < 1500 && captcha.test(opening))) {
    return { kind: 'captcha', reason: { code: 'wall-captcha' } }
  }
  if (missing.test(marks.windowTitle ?? '') || missing.test(marks.heading ?? '')) {
    return { kind: 'missing', reason: { code: 'wall-missing' } }
  }
  const asks = opening.match(consent)?.length ?? 0
  if (marks.letters < 3000 && asks >= 2 && !(text.length > 600 && asks < 4)) {
    return { kind: 'consent', reason: { code: 'wall-consent' } }
  }
  if (!isFree || paywall.test(text.length < 400 ? `${around}\n${opening}` : around)) {
    return { kind: 'paywall', reason: { code: 'wall-paywall' } }
  }
  return null
}
