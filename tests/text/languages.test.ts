import { expect, it } from 'vitest'
import { guessLanguage, languageOf } from '../../src/text/languages.ts'
import { stemsOf } from '../../src/text/words.ts'

const codes =
  'ar bg cs da de el en es et fi fr hr hu it ja lv nl no pl pt ro ru sk sl sv tr uk zh'.split(' ')

it.each(codes)('stems words of any script in %s', (code) => {
  expect(languageOf(code).code).toBe(code)
  const words = 'Тбілісі тбилиси жжкцфъшъъ bridges Brücken γέφυρες جسور 橋 x'
  expect(stemsOf(words, code).size).toBeGreaterThan(0)
})

it('knows a language by its tag, with a region or not, and the two ways of writing Norwegian', () => {
  for (const tag of ['uk', 'uk-UA', 'uk_UA', 'UK']) expect(languageOf(tag).code).toBe('uk')
  expect(['nb-NO', 'nn', 'no'].map((tag) => languageOf(tag).code)).toEqual(['no', 'no', 'no'])
  expect(languageOf('tlh').code).toBe('')
})

it('guesses a language by its letters or its stop words, and says when it cannot', () => {
  expect(guessLanguage('Міст відкрили')).toBe('uk')
  expect(guessLanguage('Мост открыли')).toBe('ru')
  expect(guessLanguage('Новый мост открыли вчера, сообщила газета «Київські новини»')).toBe('ru')
  expect(guessLanguage('Die Brücke über den Fluss ist seit heute wieder für alle offen')).toBe('de')
  expect(guessLanguage('The bridge over the river is open to all of us')).toBe('en')
  expect(guessLanguage('Zelensky Biden Galaxy S5')).toBeNull()
})
