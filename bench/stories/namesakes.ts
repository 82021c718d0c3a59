import type { Text } from './data.ts'
import { seeded, shuffled } from './data.ts'

/** Names that can stand in a template, by slot; in the form that its sentences want. */
type Language = { names: Record<string, string[]>; templates: [title: string, lead: string][] }

const languages: Language[] = [
  {
    names: {
      place: ['Leeds', 'Cardiff', 'Norwich', 'Dundee', 'Exeter', 'Bolton', 'Derby', 'Lancaster'],
      person: ['Ada Marsh', 'Ben Okoro', 'Carla Dunn', 'Tom Hale', 'Priya Nair', 'Owen Pryce'],
      firm: ['Acme', 'Zenith', 'Norvik', 'Halden', 'Brightwell', 'Castor'],
      team: ['Rovers', 'Wanderers', 'Albion', 'Harriers', 'Athletic', 'Corinthians'],
      road: ['A12', 'M4', 'A66', 'M25', 'A303', 'M62'],
    },
    templates: [
      ['Fire destroys school in {place}', 'Crews from {place} fought the flames all night.'],
      ['Man, {n}, dies in crash on {road}', 'A driver from {place} died at the scene.'],
      ['{firm} names new chief executive', '{person} takes over at the end of the month.'],
      ['Shares of {firm} fall after profit warning', 'The firm from {place} expects less.'],
      ['{team} beat {team} {n}-1 to reach cup final', '{person} scored twice in {place}.'],
      ['Court jails {person} for {n} years over fraud', 'The judge in {place} spoke of greed.'],
      ['Police search for girl missing from {place}', '{person} was last seen on Monday.'],
      ['Thousands march in {place} against new tax', 'Streets of {place} were closed.'],
      ['{person} wins by-election in {place}', 'The candidate had {n} per cent of the vote.'],
      ['Heavy snow closes airport in {place}', 'Flights to {place} were sent elsewhere.'],
    ],
  },
  {
    names: {
      place: ['Львові', 'Харкові', 'Одесі', 'Дніпрі', 'Полтаві', 'Луцьку', 'Сумах', 'Чернігові'],
      person: ['Олена Кос', 'Іван Бондар', 'Марія Лис', 'Петро Гай', 'Ніна Сова', 'Юрій Дуб'],
      firm: ['Зеніт', 'Карпатія', 'Оріон', 'Вектор', 'Дельта', 'Кобзар'],
      team: ['Карпати', 'Ворскла', 'Десна', 'Волинь', 'Зоря', 'Буковина'],
      road: ['Н-31', 'М-06', 'Р-10', 'Т-22', 'М-14', 'Н-08'],
    },
    templates: [
      ['У {place} згорів ринок', 'Пожежу в {place} гасили до ранку.'],
      ['На трасі {road} загинув водій, йому було {n}', 'Поліція з’ясовує причини.'],
      ['Компанія «{firm}» призначила нового директора', '{person} очолить її з червня.'],
      ['«{team}» перемогла «{team}» і вийшла у фінал', 'Гол забив гравець на {n}-й хвилині.'],
      ['Суд засудив колишнього мера, якого звати {person}', 'Вирок оголосили в {place}.'],
      ['У {place} шукають зниклу школярку', 'Востаннє її бачили в понеділок.'],
      ['У {place} тисячі людей вийшли на протест', 'Вулиці були перекриті.'],
      ['{person} отримала премію за найкращий роман', 'Книгу видали в {place}.'],
    ],
  },
  {
    names: {
      place: ['Kassel', 'Bremen', 'Trier', 'Jena', 'Ulm', 'Rostock', 'Bonn', 'Mainz'],
      person: ['Anna Vogt', 'Jonas Ritter', 'Petra Lang', 'Karl Brandt', 'Lena Busch', 'Emil Kurz'],
      firm: ['Nordwerk', 'Alpina', 'Rheinstahl', 'Kronos', 'Lindner', 'Optima'],
      team: ['Eintracht', 'Fortuna', 'Viktoria', 'Borussia', 'Alemannia', 'Arminia'],
      road: ['A3', 'A7', 'B27', 'A61', 'B96', 'A9'],
    },
    templates: [
      ['Feuer zerstört Schule in {place}', 'Die Feuerwehr in {place} löschte bis zum Morgen.'],
      ['Mann, {n}, stirbt bei Unfall auf der {road}', 'Er kam aus {place}.'],
      ['{firm} bekommt neue Chefin', '{person} beginnt im Juni.'],
      ['Aktien von {firm} fallen nach Gewinnwarnung', 'Das Haus aus {place} erwartet weniger.'],
      ['{team} schlägt {team} und steht im Finale', '{person} traf zweimal.'],
      ['Gericht verurteilt {person} wegen Betrugs', 'Das Urteil fiel in {place}.'],
      ['Polizei sucht vermisstes Mädchen aus {place}', 'Zuletzt wurde es am Montag gesehen.'],
      ['Tausende protestieren in {place} gegen Mieten', 'Die Innenstadt war gesperrt.'],
    ],
  },
  {
    names: {
      place: [
        'Krakowie',
        'Gdyni',
        'Lublinie',
        'Opolu',
        'Radomiu',
        'Toruniu',
        'Kielcach',
        'Elblągu',
      ],
      person: ['Anna Wilk', 'Jan Sowa', 'Ewa Dudek', 'Piotr Lis', 'Maria Zając', 'Adam Kruk'],
      firm: ['Polmet', 'Wisłex', 'Baltona', 'Karpol', 'Orlik', 'Tatrex'],
      team: ['Wisła', 'Arka', 'Korona', 'Stal', 'Olimpia', 'Warta'],
      road: ['A4', 'S7', 'A1', 'S17', 'A2', 'S8'],
    },
    templates: [
      ['Pożar szkoły w {place}', 'Strażacy gasili ogień do rana.'],
      ['Zginął kierowca na drodze {road}, miał {n} lat', 'Policja bada przyczyny.'],
      ['{firm} ma nowego prezesa', 'Od czerwca jest nim {person}.'],
      ['{team} pokonała {team} i zagra w finale', 'Dwa gole padły w {place}.'],
      ['Sąd skazał radną, to {person}', 'Wyrok zapadł w {place}.'],
      ['Policja szuka dziewczynki zaginionej w {place}', 'Widziano ją w poniedziałek.'],
      ['Tysiące ludzi na marszu w {place}', 'Ulice były zamknięte.'],
    ],
  },
  {
    names: {
      place: ['Lyon', 'Nantes', 'Rennes', 'Dijon', 'Metz', 'Angers', 'Tours', 'Brest'],
      person: [
        'Anne Morel',
        'Luc Girard',
        'Julie Petit',
        'Paul Lambert',
        'Nina Roux',
        'Hugo Blanc',
      ],
      firm: ['Valora', 'Neptis', 'Alterys', 'Cordial', 'Soliane', 'Brévent'],
      team: ['Lions', 'Dragons', 'Corsaires', 'Aigles', 'Loups', 'Titans'],
      road: ['A6', 'A13', 'N7', 'A84', 'N12', 'A31'],
    },
    templates: [
      ['Un incendie détruit une école à {place}', 'Les pompiers de {place} ont lutté la nuit.'],
      ['Un homme de {n} ans meurt dans un accident sur la {road}', 'Il venait de {place}.'],
      ['{firm} nomme une nouvelle directrice', '{person} arrive en juin.'],
      ['Les {team} battent les {team} et vont en finale', '{person} a marqué deux fois.'],
      ['Le tribunal condamne {person} pour fraude', 'Le jugement est tombé à {place}.'],
      ['Des milliers de manifestants à {place}', 'Le centre était fermé.'],
      ['La neige ferme l’aéroport de {place}', 'Les vols ont été détournés.'],
    ],
  },
]

/** Two events told in the same words: a template filled with two sets of names that share none. */
export type Namesakes = { a: Text; b: Text }

/** So many pairs of each template, half of them with leads; always the same. */
export function namesakePairs(perTemplate: number): Namesakes[] {
  const random = seeded(5)
  return languages.flatMap(({ names, templates }) =>
    templates.flatMap(([title, lead]) =>
      Array.from({ length: perTemplate }, (_, i): Namesakes => {
        const pools = new Map(
          Object.entries(names).map(([slot, values]) => [slot, shuffled(values, random)]),
        )
        const fill = (template: string, own: Map<string, string>) =>
          template.replace(/\{(\w+)\}/g, (_, slot: string) => {
            if (slot === 'n') return String(20 + Math.floor(random() * 70))
            // Two teams of one match differ; a place in title and lead is the same.
            const known = slot === 'team' ? undefined : own.get(slot)
            const name = known ?? pools.get(slot)?.pop() ?? ''
            own.set(slot, name)
            return name
          })
        const event = (): Text => {
          const own = new Map<string, string>()
          const filled = fill(title, own)
          return { title: filled, lead: i % 2 === 0 ? null : fill(lead, own) }
        }
        return { a: event(), b: event() }
      }),
    ),
  )
}
