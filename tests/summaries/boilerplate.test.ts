import { expect, it } from 'vitest'
import { isBoilerplate } from '../../src/summaries/boilerplate.ts'
import { chooseSentences } from '../../src/summaries/rank.ts'
import { sentencesOf } from '../../src/text/sentences.ts'

it('knows captions, credits, stamps and readers’ comments', () => {
  for (const line of [
    'Pictured: Ada Marsh opens the harbour bridge on Friday',
    'Ada Marsh at the harbour bridge on Friday (Photo: Ben Okoro)',
    'Trams cross the harbour bridge. Getty Images',
    'Trams on the bridge at dawn REUTERS/Ben Okoro',
    'На фото: трамвай на мосту через затоку в п’ятницю',
    'Im Bild: die Straßenbahn auf der neuen Brücke im Hafen',
    'Updated: 14 June 2024, 12:30 GMT',
    'Last updated on Friday, June 14, 2024 at 5:20 p.m.',
    'Оновлено: 14 червня 2024 р., 12:30',
    'Aktualisiert am 14. Juni 2024 um 12:30 Uhr',
    'Best bridge that I have ever crossed, said Ben 3 hours ago',
    'Join the conversation about the bridge with other readers',
  ]) {
    expect(isBoilerplate(line), line).toBe(true)
  }
  for (const line of [
    'Ada Marsh took the picture of the bridge that won the prize.',
    'Published on 14 June, the report says that the bridge is late.',
    'Updated plans for the bridge will be shown to the council in June.',
  ]) {
    expect(isBoilerplate(line), line).toBe(false)
  }
})

it('parts a byline or a stamp from the sentence that is written on in its line', () => {
  const story = 'The harbour bridge opened to trams.'
  for (const before of [
    'By Ada Marsh, Harbour Gazette',
    'Photo: Ada Marsh/HG',
    'Updated 14 June 2024, 12:30 GMT',
  ]) {
    expect(sentencesOf(`${before} ${story}`, 'en')).toEqual([before, story])
  }
})

it('takes no fragment that begins with a small letter, unless all do', () => {
  const sentences = [
    'bridge in the harbour was opened to trams on Friday after ten years of work.',
    'The harbour bridge has trams.',
    'A band played in the rain for an hour.',
    'Ducks swam by.',
  ]
  expect(chooseSentences(sentences, 1, { language: 'en' })).not.toContain(0)
  const small = sentences.map((sentence) => sentence.toLowerCase())
  expect(chooseSentences(small, 1, { language: 'en' })).toEqual([0])
})
