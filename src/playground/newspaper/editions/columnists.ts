import type { Columnist } from '../edition.ts'

export const adaMarsh: Columnist = {
  name: 'Ada Marsh',
  about:
    'Ada Marsh was a harbour pilot for twenty-six years and writes about the city from the water.',
}
export const levOrr: Columnist = {
  name: 'Lev Orr',
  about: 'Lev Orr teaches economics at Linden University and keeps bees on its roof.',
}
export const nadiaBrandt: Columnist = {
  name: 'Nadia Brandt',
  about: 'Nadia Brandt is a novelist. Her last book, “The Tide Table”, is set in Saltmere.',
}
