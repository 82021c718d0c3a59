// Ukraine's own romanisation (Cabinet resolution 55 of 2010), and Russian letters by their sound.
const letters: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'h',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'y',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ь: '',
  ю: 'iu',
  я: 'ia',
  ё: 'io',
  ы: 'y',
  э: 'e',
  ъ: '',
}
// Spellings of one sound in Latin letters; longer ones first.
const sounds: [RegExp, string][] = [
  [/x/g, 'ks'],
  [/ph/g, 'f'],
  [/shch|sch/g, 'sh'],
  [/kh|gh|h/g, 'g'],
  [/w/g, 'v'],
  [/ck|q/g, 'k'],
  [/c(?=[eiy])|tz|z(?=h)/g, 'ts'],
  [/j/g, 'i'],
  [/y/g, 'i'],
  [/[ei]*i[ei]*|ee/g, 'i'],
  [/(.)\1/g, '$1'],
]
// First names that one person bears in several languages.
const sameNames: Record<string, string> = {
  aleksandr: 'oleksandr',
  alexander: 'oleksandr',
  alexandr: 'oleksandr',
  aleksander: 'oleksandr',
  aleksei: 'oleksii',
  alexei: 'oleksii',
  alexey: 'oleksii',
  aleksey: 'oleksii',
  andrew: 'andrii',
  dmitry: 'dmytro',
  dmitriy: 'dmytro',
  dmitrii: 'dmytro',
  elena: 'olena',
  helen: 'olena',
  eugene: 'yevhen',
  evgeny: 'yevhen',
  evgenii: 'yevhen',
  evgeniy: 'yevhen',
  igor: 'ihor',
  irina: 'iryna',
  michael: 'mykhailo',
  mikhail: 'mykhailo',
  nikolai: 'mykola',
  nikolay: 'mykola',
  nicholas: 'mykola',
  oleg: 'oleh',
  olga: 'olha',
  paul: 'pavlo',
  pavel: 'pavlo',
  peter: 'petro',
  sergei: 'serhii',
  sergey: 'serhii',
  sergiy: 'serhii',
  sergii: 'serhii',
  vladimir: 'volodymyr',
  vitaly: 'vitalii',
  yuri: 'yurii',
  yury: 'yurii',
  kirill: 'kyrylo',
  konstantin: 'kostiantyn',
  natalia: 'nataliia',
  natalya: 'nataliia',
  tatiana: 'tetiana',
  tatyana: 'tetiana',
  julia: 'yuliia',
  yulia: 'yuliia',
  maria: 'mariia',
  vasily: 'vasyl',
  anna: 'hanna',
}

/**
 * A key that is the same for one person's name across spellings, word order, letters and languages:
 * `Сергій Згурець`, `Serhiy Zgurets`, `Sergii Zgurets` and `ZGURETS Serhii` share one. Made for
 * finding the same columnist again; never shown. Empty when there are no letters in the name.
 */
export function columnistKey(name: string): string {
  const latin = [...name.toLowerCase().normalize('NFKC').replaceAll('зг', 'zg')]
    .map((letter) => letters[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/[^a-z\s-]/g, '')
  return latin
    .split(/[\s-]+/)
    .filter(Boolean)
    .map((word) =>
      sounds.reduce(
        (key, [spelling, sound]) => key.replace(spelling, sound),
        sameNames[word] ?? word,
      ),
    )
    .toSorted()
    .join(' ')
}
