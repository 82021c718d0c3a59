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
  `もっと見る|続きを.*|(?:記事)?一覧.*|ランキング.*|会社概要|プライバシー.*|個人情報.*|利用規約.*|特定商取引.*|お問い合わせ.*|著作権.*|サイトマップ|ログイン.*|(?:無料)?会員登録.*`,
  `(?:查看)?更多.*|[上下]一[页頁].*|返回.*|登[录錄].*|注[册冊].*|[隐隱]私.*|用[户戶].{0,4}(?:协议|協議)|服务条款.*|服務條款.*|[关關]于我[们們].*|[联聯][系絡]我[们們].*|版[权權].*|.{0,8}[举舉][报報](?:电话|邮箱|中心|入口)?|[广廣]告.*`,
  `더 ?보기.*|(?:기사)?목록.*|로그인.*|회원가입.*|개인정보.*|이용약관.*|청소년 ?보호.*|저작권.*|기사 ?제보.*|구독.*|광고 ?문의.*|회사 ?소개.*`,
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
  if (single.test(text)) return !isDense(text, 5)
  const folded = foldWords(text)
  return labels.some((label) => label.test(folded))
}

/** Whether a heading opens a box such as `Most read`, whose links belong to no day. */
export function isBoxHeading(text: string): boolean {
  return boxes.test(foldWords(text))
}

/** Whether words can only be a headline: several of them, of some length. */
export function isHeadline(text: string): boolean {
  if (text.length > 400 || isLabel(text)) return false
  const { letters } = weigh(text)
  // A letter of these scripts says as much as two or three of others, and two are a word.
  const length = text.length + 1.5 * letters
  const words = (text.match(/[\p{L}\p{N}'’-]+/gu)?.length ?? 0) + letters / 2
  return length >= 16 && (words >= 4 || (words >= 3 && length >= 20) || isDense(text, 7))
}

const dense = new RegExp(`(?:${unspaced.source}|[々ー\\p{scx=Hangul}])`, 'gu')
const heavy = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/gu

/** How many letters of a text are syllables or words, and how many stand without spaces between words. */
function weigh(text: string) {
  return { letters: text.match(heavy)?.length ?? 0, unspaced: text.match(dense)?.length ?? 0 }
}

/** Whether at least so many letters are of scripts without spaces, or syllables; names in Latin may be among them. */
function isDense(text: string, least: number): boolean {
  const { unspaced } = weigh(text)
  return unspaced >= least && unspaced * 2 >= (text.match(/\p{L}/gu)?.length ?? 0)
}
