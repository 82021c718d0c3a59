import { expect, it } from 'vitest'
import { withoutFilingCodes } from '../../src/text/filing-codes.ts'

it.each([
  ['UPDATE 2-Harbour bank cuts rates', 'Harbour bank cuts rates'],
  ['UPDATE 12-Harbour bank cuts rates', 'Harbour bank cuts rates'],
  ['WRAPUP 3-Ministers agree on fares', 'Ministers agree on fares'],
  ['CORRECTED-Harbour bank cuts rates', 'Harbour bank cuts rates'],
  ['CORRECTED-(OFFICIAL)-Harbour bank cuts rates', 'Harbour bank cuts rates'],
  ['RPT-UPDATE 1-Harbour bank cuts rates', 'Harbour bank cuts rates'],
  ['REFILE-BRIEF-Harbour bank names a head', 'Harbour bank names a head'],
  ['EXCLUSIVE-"We were not asked", mayor says', '"We were not asked", mayor says'],
  ['UPDATE 1-iPhone maker moves to Cork', 'iPhone maker moves to Cork'],
  ['UPDATE 1-20 hurt as tram derails', '20 hurt as tram derails'],
  ['ACTUALIZA 1-El banco baja los tipos', 'El banco baja los tipos'],
  ['ZUSAMMENFASSUNG 2-Hafen öffnet wieder', 'Hafen öffnet wieder'],
  ['ОБНОВЛЕНИЕ 1-Порт снова открыт', 'Порт снова открыт'],
])('takes the codes from the head of %s', (title, shown) => {
  expect(withoutFilingCodes(title)).toBe(shown)
})

it.each([
  'UPDATE 2.0 released with new maps',
  'UPDATE-resistant malware spreads',
  'Update 2-Harbour bank',
  'BRIEF: what the mayor said',
  'EXCLUSIVE: mayor to resign',
  'UPDATE 2- ',
  'UPDATE 1-',
  'BRIEF-LIVED PEACE ENDS',
  'EXCLUSIVE-USE ZONES OPEN',
  'GLOBAL MARKETS-Shares rise in Asia',
  'ANALYSIS-Why the harbour closed',
  'COVID-19 cases rise',
  'APOLLO 11-Astronaut dies',
  'POINT-blank refusal',
  'LEAD pipes replaced in harbour',
  'Mayor: UPDATE 1-Harbour opens',
  '',
])('leaves %s as it is', (title) => {
  expect(withoutFilingCodes(title)).toBe(title)
})
