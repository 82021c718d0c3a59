import { globSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { dayHeading } from '../../src/domain/calendar.ts'
import { languageOfTag } from '../../src/domain/language.ts'
import { createI18n, createTranslateInto } from '../../src/i18n/i18n.ts'
import { localTime, timeFrom } from '../../src/i18n/local-time.ts'
import { scheduleWords, shortWeekday } from '../../src/i18n/schedule-words.ts'
import { ownName, readLanguage } from '../../src/text/language-names.ts'

const root = path.join(import.meta.dirname, '../..')
const languages = readdirSync(path.join(root, 'locales')).map((file) => path.basename(file, '.ftl'))
const translateInto = createTranslateInto(createI18n())
const uk = translateInto('uk')

const textOf = (language: string) =>
  readFileSync(path.join(root, `locales/${language}.ftl`), 'utf8')

/** The words of each key, in the order of the file. */
function messagesOf(language: string): Map<string, string> {
  const blocks = textOf(language).split(/^(?=[a-z])/m)
  return new Map(
    blocks.flatMap((block) => {
      const [, key, words = ''] = /^([a-z][a-z\d-]*) =([\s\S]*)$/.exec(block) ?? []
      return key ? [[key, words.replace(/^#.*$/gm, '')]] : []
    }),
  )
}

/** Each variable once, also those of the messages that it takes in. */
function variablesOf(messages: ReadonlyMap<string, string>, key: string): string[] {
  const words = messages.get(key) ?? ''
  const own = [...words.matchAll(/\$(\w+)/g)].map(([, name = '']) => name)
  const takenIn = [...words.matchAll(/\{ ([a-z][a-z-]*) \}/g)].flatMap(([, name = '']) =>
    variablesOf(messages, name),
  )
  return [...new Set([...own, ...takenIn])].toSorted()
}

const english = messagesOf('en')

describe.each(languages.filter((language) => language !== 'en'))('locales/%s.ftl', (language) => {
  const messages = messagesOf(language)

  it('has each key of the English words, and no other, in the same order', () => {
    expect([...messages.keys()]).toEqual([...english.keys()])
  })

  it('speaks of the same values', () => {
    for (const key of english.keys()) {
      expect([key, ...variablesOf(messages, key)]).toEqual([key, ...variablesOf(english, key)])
    }
  })
})

describe.each(languages)('the words in %s', (language) => {
  const t = translateInto(language)

  it('stand under each key once', () => {
    const keys = [...textOf(language).matchAll(/^[a-z][a-z\d-]*(?= =)/gm)].map(([key]) => key)
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
  })

  it('close each mark that they open', () => {
    for (const [key, words] of messagesOf(language)) {
      const open: string[] = []
      for (const [, slash, tag = ''] of words.matchAll(/<(\/?)([a-z]+)>/g)) {
        if (slash) expect([key, open.pop()]).toEqual([key, tag])
        else open.push(tag)
      }
      expect([key, ...open]).toEqual([key])
    }
  })

  it('fit what Telegram takes for menus and descriptions', () => {
    expect(t('bot-description').length).toBeLessThanOrEqual(512)
    expect(t('bot-short-description').length).toBeLessThanOrEqual(120)
    for (const key of english.keys()) {
      if (key.startsWith('command-')) expect(t(key).length).toBeLessThanOrEqual(256)
    }
  })

  it('name a language that Intl knows, of two letters', () => {
    expect(language).toMatch(/^[a-z]{2}$/)
    expect(ownName(language)).not.toBe(language)
    expect(new Intl.Locale(t('date-locale')).language).toBe(language)
  })
})

it('has no key that nothing asks for', () => {
  const code = globSync('src/**/*.ts', { cwd: root })
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
    .join('\n')
  const quoted = new Set([...code.matchAll(/'([a-z\d-]+)'/g)].map(([, words]) => words))
  // `reason-${code}` asks for each of its codes, and a command for `${name}-wrong`.
  const heads = [...code.matchAll(/`([a-z-]+-)\$\{[\w.]+\}`/g)].map(([, head = '']) => head)
  const tails = [...code.matchAll(/`\$\{\w+\}(-[a-z-]+)`/g)].map(([, tail = '']) => tail)
  const takenIn = new Set(
    [...textOf('en').matchAll(/\{ ([a-z][a-z-]*) \}/g)].map(([, name]) => name),
  )
  const isAsked = (key: string) =>
    quoted.has(key) ||
    takenIn.has(key) ||
    heads.some((head) => key.startsWith(head) && quoted.has(key.slice(head.length))) ||
    tails.some((tail) => key.endsWith(tail) && quoted.has(key.slice(0, -tail.length)))
  expect([...english.keys()].filter((key) => !isAsked(key))).toEqual([])
})

describe('Ukrainian', () => {
  it.each([
    [0, '0 новин', '0 матеріалів', 'ще 0 заголовків'],
    [1, '1 новина', '1 матеріал', 'ще 1 заголовок'],
    [2, '2 новини', '2 матеріали', 'ще 2 заголовки'],
    [5, '5 новин', '5 матеріалів', 'ще 5 заголовків'],
    [11, '11 новин', '11 матеріалів', 'ще 11 заголовків'],
    [21, '21 новина', '21 матеріал', 'ще 21 заголовок'],
    [22, '22 новини', '22 матеріали', 'ще 22 заголовки'],
  ])('counts %i rightly', (count, stories, articles, further) => {
    expect(uk('digest-head', { stories: count, minutes: 3 })).toBe(`${stories} · 3 хв`)
    const values = { counted: 'all', total: count, pages: 'one', from: 1, to: 1 }
    expect(uk('search-results', values)).toBe(`: ${articles}`)
    expect(uk('digest-further', { count })).toBe(further)
  })

  it('puts what it counts about into the genitive', () => {
    const about = (total: number) =>
      uk('search-results', { counted: 'about', total, pages: 'one', from: 1, to: 1 })
    expect([21, 22, 150].map(about)).toEqual([
      ': близько 21 матеріалу',
      ': близько 22 матеріалів',
      ': близько 150 матеріалів',
    ])
  })

  it('says once only of what was once', () => {
    const when = (times: number) => uk('problems-when', { times, ago: 'учора' })
    expect(when(1)).toBe('один раз, учора')
    expect(when(21)).toBe('21 раз, востаннє учора')
    expect(when(3)).toBe('3 рази, востаннє учора')
  })

  it('has a form for few wherever it has one for one', () => {
    for (const [key, words] of messagesOf('uk')) {
      const counted = [...words.matchAll(/\{ \$(\w+) ->((?:[^{}]|\{[^{}]*\})*)/g)]
      for (const [, name, forms = ''] of counted) {
        const isPlural = forms.includes('[one]') && name !== 'pages'
        if (isPlural)
          expect([key, forms]).toEqual([key, expect.stringMatching(/\[few\][\s\S]*\*\[many\]/)])
      }
    }
  })

  it('writes apostrophes and quotation marks in one way', () => {
    expect([...messagesOf('uk').values()].join('')).not.toMatch(/\p{L}['’]\p{L}|[“”„]/u)
  })

  it('writes days as a newspaper does: with a capital at the head alone', () => {
    const day = Temporal.PlainDate.from('2026-11-25')
    expect(dayHeading(day, uk('date-locale'))).toBe('Середа, 25 листопада 2026 р.')
    const at = Temporal.Instant.from('2026-11-27T05:30:00Z')
    expect(localTime(at, 'Europe/Kyiv', uk)).toBe('пʼятниця, 27 листопада 2026 р., 07:30')
    expect(timeFrom(at, at.add({ minutes: 5 }), uk)).toBe('5 хвилин тому')
    expect(timeFrom(at, at.subtract({ hours: 2 }), uk)).toBe('через 2 години')
    expect(shortWeekday(3, uk)).toBe('Ср')
  })

  it('puts hours and weekdays into their cases', () => {
    const times = ['07:30', '19:00'].map((time) => Temporal.PlainTime.from(time))
    const words = scheduleWords({ zone: 'Europe/Kyiv', times, weekdays: [3, 5, 7] }, uk)
    expect(words).toMatchObject({ days: 'у середу, пʼятницю і неділю', time: '07:30 і 19:00' })
  })
})

describe('a language', () => {
  it.each([
    ['uk', 'uk'],
    ['UK-ua', 'uk'],
    ['en-GB', 'en'],
    ['pt-br', null],
    [undefined, null],
  ])('of the tag %s is %s', (tag, language) => {
    expect(languageOfTag(tag, ['en', 'uk'])).toBe(language)
  })

  it.each([
    ['uk', 'uk'],
    ['UA', 'uk'],
    ['Ukrainian', 'uk'],
    ['українська', 'uk'],
    ['Українською', 'uk'],
    ['англійська', 'en'],
    ['english', 'en'],
    ['gb', 'en'],
    ['u', null],
    ['', null],
    ['Klingon', null],
    ['[', null],
    ['--', null],
    ['x'.repeat(5000), null],
  ])('is read from %.20s', (typed, language) => {
    expect(readLanguage(typed, ['en', 'uk'])).toBe(language)
  })

  it('calls itself by its own name', () => {
    expect(['en', 'uk'].map(ownName)).toEqual(['English', 'українська'])
  })
})
