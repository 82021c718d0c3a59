import { foldWords } from '../../text/dates/fold.ts'
import { unspaced } from '../../text/words.ts'

// What the links around a list of headlines say, in the languages that headings are read in.
const things =
  `news|stories|articles|headlines|posts|results|pages?|items|updates|entries|comments?|archive|here
  |новин\\p{L}*|публікаці\\p{L}*|матеріал\\p{L}*|стат\\p{L}{1,2}|запис\\p{L}*|сторінк\\p{L}*|коментар\\p{L}*|архів
  |новост\\p{L}*|публикаци\\p{L}*|материал\\p{L}*|страниц\\p{L}*|комментари\\p{L}*|архив`.replace(
    /\s+/g,
    '',
  )
const labels = [
  `(?:(?:read|load|show|view|see|get|find) )?(?:more|all|latest|next|previous|older|newer)(?: (?:of )?(?:the )?(?:${things}))?(?: (?:in|from|about|on|by) .+)?`,
  `(?:(?:показати|завантажити|читати|дивитися|переглянути) )?(?:ще|більше|всі|усі|останні|наступн\\p{L}+|попередн\\p{L}+|далі)(?: (?:${things}))?(?: (?:з|зі|про|в|у|на|від) .+)?`,
  `(?:(?:показать|загрузить|читать|смотреть) )?(?:ещё|еще|больше|все|последние|следующ\\p{L}+|предыдущ\\p{L}+|далее)(?: (?:${things}))?(?: (?:из|о|в|на|от) .+)?`,
  `(?:read|continue|keep) reading.*|read (?:the )?(?:full )?(?:story|article|on)|subscribe(?: (?:to|now|for)\\b.*)?|sign (?:in|up)\\b.*|log ?in\\b.*`,
  `(?:skip|back|go) to .+|share (?:on|this|via)\\b.*|follow us\\b.*|(?:contact|about|advertise with|join|support) us\\b.*|download (?:our|the) app\\b.*`,
  `(?:terms|conditions) (?:of|and|&) .+|(?:privacy|cookies?|editorial) (?:policy|notice|settings|preferences)\\b.*|all rights reserved.*|leave a (?:comment|reply)|add a? ?comments?`,
  `детальніше|докладніше|читати (?:повністю|статтю|новину)\\b.*|підпи(?:сатися|шіться|ска)(?: .*)?|увійти\\b.*|поділитися\\b.*|(?:про|зв'язатися з|зв'язок з) (?:нас|нами|проєкт|редакці\\p{L}+|видання)|(?:правила|умови) (?:користування|використання).*|політика (?:конфіденційності|приватності|cookie).*|(?:редакційна|редакційної) політика|реклама(?: на (?:сайті|порталі))?|залишити коментар`,
  `подробнее|читать (?:полностью|статью|новость)|подпи(?:саться|шитесь|ска)(?: .*)?|войти(?: .*)?|поделиться(?: .*)?|о (?:нас|проекте|редакции)|(?:правила|условия) (?:использования|пользования).*|политика конфиденциальности.*|реклама(?: на сайте)?|оставить комментарий`,
].map((label) => new RegExp(`^(?:${label})[ ›»→…>.]*$`, 'u'))

/** A single word or number: a section, a tag, a page, a count of comments. */
const single =
  /^[^\p{L}\p{N}]*[\p{L}\p{N}'’.-]*[^\p{L}\p{N}]*$|^[\d\s.,]+\p{L}+\.?$|^\p{L}+[:\s]+[\d\s.,]+$/u

// Headings of boxes that stand among or beside the headlines of the day.
const boxes =
  /^(?:most|popular|trending|related|recommended|read (?:also|next|more)|editor|our picks|sponsored|advert|partner|don't miss|also|top stories|newsletter|follow|найпопулярніш|популярн|читайте|вибір|рекоменд|реклам|партнер|топ|також|за темою|найчитаніш|головне за|обговорю|самые|выбор|читаемое|по теме|также)/

/** Whether a link's words only lead on or around: `More news`, `Читати далі`, `Privacy policy`, `2`. */
export function isLabel(text: string): boolean {
  if (text.length > 80) return false
  if (single.test(text)) return !isDense(text)
  const folded = foldWords(text)
  return labels.some((label) => label.test(folded))
}

/** Whether a heading opens a box such as `Most read`, whose links belong to no day. */
export function isBoxHeading(text: string): boolean {
  return boxes.test(foldWords(text))
}

/** Whether words can only be a headline: several of them, of some length. */
export function isHeadline(text: string): boolean {
  if (text.length < 16 || text.length > 400 || isLabel(text)) return false
  const words = text.match(/[\p{L}\p{N}'’-]+/gu)?.length ?? 0
  return words >= 4 || (words >= 3 && text.length >= 20) || (words <= 1 && isDense(text))
}

const dense = new RegExp(`^(?:${unspaced.source}|[\\p{P}\\d\\s])+$`, 'u')

function isDense(text: string): boolean {
  return text.length >= 8 && dense.test(text)
}
