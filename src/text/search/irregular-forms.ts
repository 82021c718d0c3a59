import { foldWord } from './fold.ts'

/*
 * Words whose forms no rule of their language brings together, a line for each: what stands first, and the forms
 * that have its stem. All begin with the same letter.
 */

const lines: Record<string, string> = {
  en: `
analysis analyses
axis axes
bus buses
businessman businessmen
businesswoman businesswomen
calf calves
chairman chairmen
child children
clergyman clergymen
congressman congressmen
crisis crises
diagnosis diagnoses
die dies died dying
emphasis emphases
fisherman fishermen
foot feet
gas gases
goose geese
gunman gunmen
guru gurus
half halves
hindu hindus
hypothesis hypotheses
knife knives
leaf leaves
lie lies lied lying
life lives
loaf loaves
louse lice
man men
menu menus
midwife midwives
mouse mice
oasis oases
ombudsman ombudsmen
ox oxen
paralysis paralyses
policeman policemen
policewoman policewomen
salesman salesmen
scarf scarves
serviceman servicemen
servicewoman servicewomen
shelf shelves
sky skies
spokesman spokesmen
spokeswoman spokeswomen
spy spies spied spying
synthesis syntheses
thesis theses
thief thieves
tie ties tied tying
tooth teeth
wharf wharves
wife wives
wolf wolves
woman women
zulu zulus`,
  uk: `
бій бою боєві боєм бої боїв боям боями боях
боєць бійця бійцю бійцеві бійцем бійці бійців бійцям бійцями бійцях
війна воєн
гроші грошима
дія дії дій дію дією діям діями діях
день дня дневі дню днем дні днів дням днями днях
єврей єврею
ім'я імені іменем імена імен іменам іменами іменах
Корея Корею
ліцей ліцею
люди людей людьми
мати матері матір матір'ю матерів матерям матерями матерях
музей музею
плем'я племені племена племен
сім'я сімей
стаття статей
тиждень тижня тижневі тижню тижнем тижні тижнів тижням тижнями тижнях
хокей хокею
чай чаю чаєм чаї чаїв
яйце яєць`,
  ru: `
боец бойца бойцу бойцом бойце бойцы бойцов бойцам бойцами бойцах
время времени временем времена времён временам временами временах
день дня дню днём дне дни дней дням днями днях
дочь дочери дочерью дочерей дочерям дочерьми дочерях
заяц зайца зайцу зайцем зайцы зайцев
имя имени именем имена имён именам именами именах
люди людьми
мать матери матерью матерей матерям матерями матерях
племя племени племена племён
семья семей
сестра сестёр
яйцо яиц`,
  pl: `
dzień dnia dniu dniem dni dniom dniami dniach
księga ksiąg
ludzie ludźmi
miesiąc miesięcy
ojciec ojca ojcu ojcem ojcze ojcowie ojców ojcom ojcami ojcach
przyjaciel przyjaciół przyjaciołom przyjaciółmi przyjaciołach
pies psa psu psem psy psów psom psami psach
tydzień tygodnia tygodniu tygodniem tygodnie tygodni tygodniom tygodniach`,
  de: `
Album Alben
Auto Autos
Baby Babys
Büro Büros
Casino Casinos
Drama Dramen
Embargo Embargos
Euro Euros
Firma Firmen
Foto Fotos
Gremium Gremien
Gymnasium Gymnasien
Handy Handys
Kamera Kameras
Kino Kinos
Konto Konten Kontos
Kriterium Kriterien
Ministerium Ministerien
Museum Museen
Party Partys
Praxis Praxen
Radio Radios
Risiko Risiken
Stadion Stadien
Stipendium Stipendien
Studio Studios
Taxi Taxis
Thema Themen
Video Videos
Villa Villen
Virus Viren
Visum Visa
Zentrum Zentren`,
  fr: `
aveu aveux
bail baux
beau bel belle belles
cheveu cheveux
ciel cieux
corail coraux
enjeu enjeux
feu feux
fou folle folles
jeu jeux
lieu lieux
milieu milieux
neveu neveux
nouveau nouvel nouvelle nouvelles
travail travaux
vieux vieil vieille vieilles
vitrail vitraux
vœu vœux`,
}

/** The irregular forms of a language with what they have the stem of, folded. */
export function irregularForms(language: string): ReadonlyMap<string, string> {
  const words = (lines[language] ?? '').trim().split('\n')
  return new Map(
    words.flatMap((line) => {
      const [first = '', ...forms] = line.split(' ').map(foldWord)
      return forms.map((form) => [form, first] as const)
    }),
  )
}
