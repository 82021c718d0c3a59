import { foldSpace } from '../text/space.ts'

const particle = `(?:de|del|della|di|da|dos|van|von|der|den|la|le|al|el|bin|ibn|ter|zu)`
const nameWord = `(?:\\p{Lu}[\\p{Ll}\\p{M}]*(?:['’ʼ\`-]\\p{Lu}?[\\p{L}\\p{M}]+)*|\\p{Lu}(?:['’]\\p{Lu}\\p{Ll}+)|\\p{Lu}\\.(?:\\s?\\p{Lu}\\.)*|Mc\\p{Lu}\\p{Ll}+|Mac\\p{Lu}\\p{Ll}+)`

/** A person's name of two to five words, as a pattern for use inside others. */
export const namePattern = `${nameWord}(?:\\s(?:${particle}\\s){0,2}${nameWord}){1,3}`

const wholeName = new RegExp(`^${namePattern}$`, 'u')
const capitals = /^\p{Lu}[\p{Lu}\p{M}'’ʼ.-]+(?:\s\p{Lu}[\p{Lu}\p{M}'’ʼ.-]*){1,3}$/u
// Words of desks, sites and roles, which stand where names stand.
const noPerson =
  /\b(?:the|sport|sports|today|sobre|staff|news|desk|team|editors?|editorial|admin|reporters?|correspondents?|agency|press|times|post|media|wire|service|online|group|newsroom|office|magazine|journal|guest|contributors?|columns?|opinions?|reuters|sponsored|read|more|share|follow|about|published|updated)\b|(?:редакц|новин|агентств|прес-служб|кореспондент|журналіст|газет|видання|колонк|блог|думк|центр)/i

/** Whether a text is a person's name and nothing else. */
export function isPersonName(text: string): boolean {
  return text.length <= 60 && (wholeName.test(text) || capitals.test(text)) && !noPerson.test(text)
}

// What publishing programs and newsrooms write where nobody signs.
const role =
  /^(?:(?:site |super ?)?admin(?:istrator)?|web-?master|root|user|author|guest|staff(?: (?:writer|reporter))?|(?:web |news )?editors?|(?:the )?editorial(?: (?:team|staff|board|office|desk))?|(?:the )?news(?:room| ?desk| team)?|адмін(?:істратор)?|редактор|редакція|автор|гість)$/i

/** Whether a text names an office and nobody in person, though it stands where names stand. */
export function isRole(text: string): boolean {
  return role.test(text)
}

const bylineStart =
  /^(?:(?:words|story|text|analysis|opinion|column|commentary)?\s*\bby\b:?|authors?:|author\b|written by|автор(?:и|ка)?\s*(?:статті|колонки|тексту|блогу)?\s*[:—–-]?|текст:|колумніст(?:ка)?:|columnist:|от автора|від автора)\s+/iu

/**
 * The persons that a byline or an author field names: without `By`, roles and places, split at
 * commas and `and`. Names in capitals are given their usual case.
 */
export function personNames(byline: string): string[] {
  const plain = foldSpace(byline).slice(0, 300).replace(bylineStart, '')
  const names = plain
    .split(
      /\s*(?:[,;|·•/—–]|\s-\s|\b[Aa][Nn][Dd]\b|\b[Bb][Yy]\b|(?<=\s)(?:та|і|й|и|und|et|y)(?=\s)|&|\bfor\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\bin\b|\bспеціально для\b)\s*/u,
    )
    .map((part) =>
      usualCase(
        part
          .replace(bylineStart, '')
          .replace(/\s*\([^)]*\)?$/, '')
          .trim(),
      ),
    )
    .filter(isPersonName)
  return [...new Set(names)].slice(0, 8)
}

/** Whether a line begins as a byline does. */
export function startsLikeByline(line: string): boolean {
  return bylineStart.test(`${line} `)
}

function usualCase(name: string): string {
  if (!capitals.test(name) || name.replace(/[^\p{Lu}]/gu, '').length < 6) return name
  return name.replace(
    /\p{L}[\p{L}\p{M}]*/gu,
    (word) => (word[0] ?? '') + word.slice(1).toLowerCase(),
  )
}
