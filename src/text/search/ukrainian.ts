/**
 * Other forms of a Ukrainian word whose vowel depends on its ending (рік, року; ніч, ночі; кінь, коня; слів, слово), or
 * whose consonant does (гавань, гаванню; ніч, ніччю). Not all are words.
 */
export function ukrainianForms(word: string): string[] {
  const doubled = /^(.+[аеиіоуюяєї]([джзлнстцчш]))\2ю$/.exec(word)
  const single = doubled?.[1] ?? word
  const forms = [single, ...formsByVowel(single)]
  return [...forms, ...forms.flatMap(doubledForm)]
}

function doubledForm(word: string): string[] {
  const [, start, consonant] = /^(.+[аеиіоуюяєї]([джзлнстцчш]))[ьі]?$/.exec(word) ?? []
  return start === undefined ? [] : [`${start}${consonant}ю`]
}

function formsByVowel(word: string): string[] {
  const closed = /^(.+)і([бвгджзклмнпрстфхцчшщ]{1,2})ь?$/.exec(word)
  if (closed) {
    const [, start, end] = closed
    return ['о', 'е'].flatMap((vowel) =>
      ['у', 'а', 'ю', 'я', 'и', 'і', 'ом', 'ем', 'ові'].map(
        (ending) => `${start}${vowel}${end}${ending}`,
      ),
    )
  }
  // A noun's ending, or an adjective's before its own: військові, військових.
  if (/[ое]ві$/.test(word)) return ['й', 'х'].map((end) => `${word.slice(0, -1)}и${end}`)
  const open =
    /^(.*[^аеиіоу])[ое]([бвгджзклмнпрстфхцчшщ]{1,2})(?:у|а|ю|я|и|і|о|ом|ем|ей|ові|ею|ів|ам|ах|ами)$/.exec(
      word,
    )
  return open ? ['', 'ь'].map((end) => `${open[1]}і${open[2]}${end}`) : []
}

/** A name as its other cases have it: Харків, Харкова; Київ, Києва. */
export function openName(name: string): string {
  return name.replace(/їв$/, 'єв').replace(/(.{2})ів$/, '$1ов')
}
