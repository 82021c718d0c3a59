import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Question } from '../../../src/domain/question.ts'
import { printQuestion } from '../../../src/text/question/print.ts'
import { readQuestion } from '../../../src/text/question/read.ts'

const today = Temporal.PlainDate.from('2024-07-01')
const read = (text: string) => readQuestion(text, today)
const printed = (text: string) => printQuestion(read(text).question)
const notes = (text: string) => read(text).notes.map(({ kind, words }) => `${kind} ${words}`)

it.each([
  // Words as they are typed, each once, and without the marks around them.
  ['harbour  bridge', 'harbour bridge'],
  ['Harbour HARBOUR harbour', 'Harbour'],
  ['(Harbour), bridge!', 'Harbour bridge'],
  ['Їжак-їжак Камʼянці don’t 12:30', 'Їжак-їжак Камʼянці don’t 12:30'],
  ['新大桥 今天', '新大桥 今天'],
  ['*** \u0301 -- " "', ''],
  // Operators.
  ['"exact words" -without elect*', '"exact words" -without elect*'],
  ['“exact words” „інші слова“ «треті»', '"exact words" "інші слова" "треті"'],
  ['-"exact words"', '-"exact words"'],
  ['–ferry —"two words" −from:bbc ‑port', '-ferry -"two words" -from:bbc -port'],
  ['harbour – ferry — port - sea', 'harbour ferry port sea'],
  ['harbour–ferry "Rolls"–"Royce" (–port)', 'harbour–ferry "Rolls" "Royce" port'],
  ['port OR harbour bridge', 'port OR harbour bridge'],
  ['порт АБО гавань АБО порт', 'порт OR гавань'],
  ['by:portnikov FROM:guardian in:sport', 'by:portnikov from:guardian in:sport'],
  ['by:"Ada Marsh" -from:bbc', 'by:"Ada Marsh" -from:bbc'],
  ['від:портніков з:guardian розділ:спорт', 'by:портніков from:guardian in:спорт'],
  ['kind:column lang:uk', 'kind:column lang:uk'],
  ['вид:колонка мова:українська lang:ua lang:German', 'kind:column lang:uk lang:de'],
  ['from:bbc OR from:guardian', 'from:bbc OR from:guardian'],
  ['by: nobody автор: Портников', 'by:nobody by:Портников'],
  ['port from: harbour', 'port from:harbour'],
  ['-by: "Ada Marsh" kind:  column', '-by:"Ada Marsh" kind:column'],
  // Days.
  ['on: 14 June harbour', 'harbour on:2024-06-14'],
  ['after:2024-06-01 before:2024-06-15', 'after:2024-06-01 before:2024-06-15'],
  ['on:14 June harbour', 'harbour on:2024-06-14'],
  ['harbour on:3 July', 'harbour on:2023-07-03'],
  ['після:1 червня до:14 червня 2024 порт', 'порт after:2024-06-01 before:2024-06-14'],
  ['on:yesterday', 'on:2024-06-30'],
  ['after:вчора', 'after:2024-06-30'],
  ['after:"3 days ago"', 'after:2024-06-28'],
  ['on:2024-02', 'after:2024-02-01 before:2024-03-01'],
  ['after:2023 before:2024', 'after:2023-01-01 before:2024-01-01'],
  ['after:2023 after:2024 before:2025 before:2026', 'after:2024-01-01 before:2025-01-01'],
  ['before:2030-01-01', 'before:2030-01-01'],
  ['on:monday port', 'port on:2024-07-01'],
  ['на:неділю на:минулої неділі', 'on:2024-06-30'],
  ['on:last monday port', 'port on:2024-06-24'],
  ['after:last week port', 'port after:2024-06-24'],
  ['після:минулого тижня', 'after:2024-06-24'],
  ['on:this year', 'after:2024-01-01 before:2025-01-01'],
  ['на:минулий місяць', 'after:2024-06-01 before:2024-07-01'],
  ['on:June', 'after:2024-06-01 before:2024-07-01'],
  ['on:august port', 'port after:2023-08-01 before:2023-09-01'],
  ['on:June 2023 port', 'port after:2023-06-01 before:2023-07-01'],
  ['на:червень 2024', 'after:2024-06-01 before:2024-07-01'],
  ['на:2023 рік', 'after:2023-01-01 before:2024-01-01'],
  ['on:tomorrow', 'on:2024-07-02'],
  ['на:14 червня 2023 року порт', 'порт on:2023-06-14'],
  ['on:14 June 500 dead', '500 dead on:2024-06-14'],
  ['on:14 June news', 'news on:2024-06-14'],
  ['on:14 June -port', '-port on:2024-06-14'],
  // Those without a year fit each other.
  ['after:10 June before:5 July', 'after:2024-06-10 before:2024-07-05'],
  ['before:5 July after:10 June', 'after:2024-06-10 before:2024-07-05'],
  ['after:20 December before:10 January', 'after:2023-12-20 before:2024-01-10'],
  ['after:10 June before:1 July 2020', 'after:2020-06-10 before:2020-07-01'],
  ['on:14 June after:2022 before:2023', 'on:2022-06-14'],
  ['after:sunday before:monday', 'on:2024-06-30'],
  ['after:friday before:tuesday', 'after:2024-06-28 before:2024-07-02'],
  // Those side by side are one span.
  ['on:1 July OR on:2 July port', 'port after:2024-07-01 before:2024-07-03'],
  ['на:16 червня АБО на:14 червня АБО на:15 червня', 'after:2024-06-14 before:2024-06-17'],
  ['on:14 June OR on:15 June 2022', 'after:2022-06-14 before:2022-06-16'],
  ['on:31 December OR on:1 January', 'after:2023-12-31 before:2024-01-02'],
  ['on:2023-05 OR on:2023-06', 'after:2023-05-01 before:2023-07-01'],
  ['on:saturday OR on:sunday', 'after:2024-06-29 before:2024-07-01'],
])('understands %j as %j', (typed, understood) => {
  expect(printed(typed)).toBe(understood)
  expect(notes(typed)).toEqual([])
})

describe('what is no operator', () => {
  it('closes a quotation that is left open', () => {
    expect(printed('bridge "new harbour')).toBe('bridge "new harbour"')
    expect(printed('by:"Ada Marsh')).toBe('by:"Ada Marsh"')
  })

  it('is looked for as words, and named', () => {
    expect(printed('foo:bar size:"very large"')).toBe('foo:bar size "very large"')
    expect(notes('foo:bar size:"very large"')).toEqual(['not-operator foo:', 'not-operator size:'])
    expect(printed('-foo:bar')).toBe('-foo:bar')
    expect(notes('-foo:bar')).toEqual(['not-operator-without foo:'])
    expect(printed('https://news.example/a?b=c')).toBe('https://news.example/a?b=c')
  })

  it('is a word where a space stands behind its colon', () => {
    for (const [typed, understood] of [
      ['Kyiv: harbour headline', 'Kyiv harbour headline'],
      ['Київ: «гавань»', 'Київ "гавань"'],
    ] as const) {
      expect(printed(typed)).toBe(understood)
      expect(notes(typed)).toEqual([])
    }
  })

  it('names an operator without a value, and leaves it out', () => {
    for (const [typed, note, rest] of [
      ['harbour by:', 'no-value by:', 'harbour'],
      ['від: -порт', 'no-value від:', '-порт'],
      ['on: OR harbour', 'no-value on:', 'harbour'],
      ['-after: from:bbc', 'no-value -after:', 'from:bbc'],
      ['by:"" lang:**', 'no-value by:""', ''],
    ] as const) {
      expect(notes(typed)[0]).toBe(note)
      expect(printed(typed)).toBe(rest)
    }
  })

  it.each([
    ['OR port OR -sea OR', 'port -sea'],
    ['harbour АБО', 'harbour'],
    ['😀 OR harbour', 'harbour'],
    ['harbour OR OR port', 'harbour OR port'],
    ['-sea OR harbour', '-sea harbour'],
    ['harbour OR kind:poem port', 'harbour port'],
    ['harbour kind:poem OR port', 'harbour port'],
    ['on:14 June OR harbour OR', 'harbour on:2024-06-14'],
    ['harbour OR on:14 June', 'harbour on:2024-06-14'],
    ['harbour -OR zebra -АБО', 'harbour zebra'],
    ['harbour or zebra або', 'harbour or zebra або'],
    ['"OR" harbour', '"OR" harbour'],
    ['OR', ''],
  ])('leaves an OR out that joins nothing: %j', (typed, understood) => {
    expect(printed(typed)).toBe(understood)
  })

  it('is a word where it is one of other programs', () => {
    expect(printed('"NEAR" AND (port')).toBe('"NEAR" AND port')
  })

  it('names a day that is none, and leaves it out', () => {
    for (const [typed, note, rest] of [
      ['after:2024-02-31 port', 'not-day after:2024-02-31', 'port'],
      ['on:31 June port', 'not-day on:31 June', 'port'],
      ['before:soon port', 'not-day before:soon', 'port'],
      ['on:14', 'not-day on:14', ''],
      ['до:32 червня', 'not-day до:32 червня', ''],
      ['on:29 February 2023 port', 'not-day on:29 February 2023', 'port'],
      ['на:31 червня 2024 року порт', 'not-day на:31 червня 2024 року', 'порт'],
      ['on: soon port', 'not-day on: soon', 'port'],
    ] as const) {
      expect(notes(typed)).toEqual([note])
      expect(printed(typed)).toBe(rest)
    }
  })

  it('names days that cannot be excluded, are no alternatives or exclude each other', () => {
    for (const [typed, note, rest] of [
      ['-after:2024-06-01 port', 'days-without -after:2024-06-01', 'port'],
      ['-on:14 June 2023 port', 'days-without -on:14 June 2023', 'port'],
      ['on:14 June АБО on:20 June port', 'days-or on:14 June АБО on:20 June', 'port'],
      ['after:2024 OR before:2023', 'days-or after:2024 OR before:2023', ''],
      [
        'after:2024-07-01 port before:2024-06-01',
        'days-none after:2024-07-01 before:2024-06-01',
        'port',
      ],
      ['on:14 June on:15 June', 'days-none on:14 June on:15 June', ''],
    ] as const) {
      expect(notes(typed)).toEqual([note])
      expect(printed(typed)).toBe(rest)
    }
  })

  it('names the star of an author, and leaves it out as that of a source, which needs none', () => {
    expect(notes('by:portn* -from:bb* harb*')).toEqual(['no-star by:portn*'])
    expect(printed('by:portn* -from:bb* harb*')).toBe('by:portn -from:bb harb*')
  })

  it('names a kind and a language that are none', () => {
    expect(notes('kind:poem lang:klingon-speak x')).toEqual([
      'not-kind kind:poem',
      'not-language lang:klingon-speak',
    ])
  })
})

const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...'" “ ” « - -- ( * : OR АБО | by: from:x -by:"a b" after: on:14 June before:2024-13 before:march on:monday -on:2023 lang: kind:column elect* -x "a b" a:b:c \u00ad ʼ'.split(
            ' ',
          ),
        ),
        fc.string({ maxLength: 8 }),
      ),
      { maxLength: 12 },
    )
    .map((words) => words.join(' ')),
  fc.array(fc.constantFrom(...'ab:-"*(O R1'), { maxLength: 30 }).map((letters) => letters.join('')),
)

it('reads any text, and reads the same from what it prints', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const { question } = read(text)
      for (const language of ['en', 'uk']) {
        const again = read(printQuestion(question, language))
        expect(again.question).toEqual(question)
        expect(again.notes.filter(({ kind }) => !kind.startsWith('not-operator'))).toEqual([])
      }
    }),
    { numRuns: 3000 },
  )
})

it('loses no word that is typed', () => {
  const plain = fc.array(fc.stringMatching(/^[a-zа-яїґ0-9]{2,8}$/), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(plain, (words) => {
      const { clauses }: Question = read(words.join(' ')).question
      const found = clauses.flatMap(({ anyOf }) => anyOf.map((term) => 'text' in term && term.text))
      expect(found).toEqual([...new Set(words)])
    }),
  )
})
