const words = (...lines: string[]) => new Set(lines.join(' ').split(' '))

/** Written before a name or a number, with a full stop: no sentence ends after them. */
export const beforeNames = words(
  // English: titles, ranks, first halves of place names, references, months.
  'mr mrs ms mx messrs dr prof rev hon fr st mt ft gen lt col capt cmdr sgt cpl pvt adm brig maj',
  'gov sen rep pres supt det insp vs nos vol pp fig eq e.g i.e viz cf',
  'jan feb mar apr jun jul aug sep sept oct nov dec',
  // Ukrainian: places and streets, people, references.
  'м с смт сел вул просп пр пров пл бул бульв наб мкр буд кв кім корп оф ім св гр пос нам бл',
  'проф доц акад ред упоряд гол зам заст ген полк підполк кап лейт серж п пп див напр рис табл іл',
  'розд пор ст ч пп',
  // Russian, Polish, German, French, Spanish, Italian.
  'ул пер кн ks ul al pl inż hr dipl ing bzw z.b d.h nr mme mlle sra dott sig',
)

/** A sentence may end after them: it does when the next word is one that opens sentences. */
export const afterNames = words(
  'inc co corp ltd llc jr sr bros plc u.s u.k e.u u.n d.c a.m p.m ph.d b.a m.a обл ор р-н',
)

/** Written before a number: no sentence ends between them. */
export const beforeNumbers = words('no art sec ch approx est ca p г р рр бл')

/** Words that open English sentences and are no part of a name: "the U.S. The talks". */
export const openers = words(
  'the a an this that these those it its he she they we i you his her their our in on at by for from with',
  'as after before but and or if when while since there what who how why where however meanwhile',
)
