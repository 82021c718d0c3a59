import { languageOf } from './languages.ts'

/** Short words with a full stop after which no sentence ends, or ends only sometimes. All in lower case. */
export type Abbreviations = {
  /** Written before a name or a number: no sentence ends after them. */
  beforeNames: ReadonlySet<string>
  /** A sentence may end after them: it does when the next word is one that opens sentences. */
  afterNames: ReadonlySet<string>
  /** Written before a number: no sentence ends between them. */
  beforeNumbers: ReadonlySet<string>
  /** Words that open sentences and are no part of a name: "the U.S. The talks". */
  openers: ReadonlySet<string>
}

type Lists = { beforeNames?: string[]; afterNames?: string[]; beforeNumbers?: string[] }

/** Those that mean nothing else in any language that we know. */
const everywhere: Lists = {
  beforeNames: [
    // English: titles, ranks, first halves of place names, references, months.
    'mr mrs ms mx messrs dr prof rev hon fr st mt ft gen lt col capt cmdr sgt cpl pvt adm brig',
    'gov sen rep pres supt det insp vs nos vol pp fig eq e.g i.e viz cf',
    'jan feb mar apr jun jul aug sep sept oct nov dec',
    // Ukrainian and Russian: places and streets.
    'м с смт сел вул ул просп пр пров пер пл бул бульв наб мкр буд кв кім корп оф г пгт пос дер ст',
    'оз хут',
    // People.
    'проф доц акад ред упоряд гол зам заст зав ген адм полк підполк подполк кап кап-н лейт серж сер',
    'ім св гр тов кн єп еп архієп архиеп митр прот преп асист канд докт дир нач',
    // References, and languages before a word in them.
    'п пп див напр наприкл рис табл іл илл розд разд гл пор ср ч ст стор стр прим т.зв зв вып вип изд',
    'англ нім фр лат грец греч укр італ итал ісп исп яп',
    // Polish, German, French, Spanish, Italian.
    'ks ul al pl inż hr dipl ing bzw z.b d.h nr mme mlle sra dott sig',
  ],
  afterNames: [
    'inc co corp ltd llc jr sr bros plc u.s u.k e.u u.n d.c a.m p.m ph.d b.a m.a обл ор р-н yahoo!',
    // Им. is also the Russian word for `them`.
    'им',
  ],
  beforeNumbers: ['no art sec ch approx est ca p г р рр бл тел'],
}

/** Those that are whole words of other languages. */
const ofLanguage: Record<string, Lists> = {
  en: { beforeNames: ['maj'] },
  de: {
    beforeNames: [
      'fa hrn frl fam geb gest verh verw gebr hl hrsg priv.-doz univ.-prof rer nat med phil jur',
      'gem lt vgl sog bspw ggf evtl inkl exkl zzgl abzgl einschl ausschl bes insb insbes bzgl betr bez',
      'röm kath ev evang dt engl franz frz ital span russ österr schweiz amerik europ internat staatl städt',
      'ehem sen jun stv stellv allg urspr dgl entspr gegr okt dez mrz z.t u.a v.a i.d.r o.ä s.o s.u',
    ],
    afterNames: ['mio mrd tsd bio std min sek chr st str stk jh jhdt hbf bhf mill kap'],
    beforeNumbers: ['abs ziff bd abb tab anm aufl jg max mind tel az rn mo di mi do fr'],
  },
  pl: {
    beforeNames: [
      'bp abp kard śp inż mgr hab płk ppłk mjr kpt por sierż plut asp podkom nadkom kom bryg red',
      'np tzn tzw tj m.in pw os woj pow gm m.st ww wg ds zob tłum oprac wyd dyr zast pos posł',
      'ang niem łac ros ukr franc wł hiszp gen lek med sp św pseud rzek przew wicemin prez',
    ],
    afterNames: ['tys mln mld zł gr godz min im'],
    beforeNumbers: ['art ust pkt poz lit rozdz str tel ok'],
  },
  cs: {
    beforeNames: [
      'mudr judr ing mgr bc phdr rndr doc sv gen plk por kpt např tzv tj resp vč zvl popř ul nám tř',
      'okr zn angl něm lat',
    ],
    afterNames: ['tis mil mld hod kč'],
    beforeNumbers: ['č čl odst str tel kap obr tab'],
  },
  sk: {
    beforeNames: [
      'mudr judr ing mgr bc phdr rndr doc sv gen plk por kpt napr tzv tj resp vrát ul nám okr angl nem lat',
    ],
    afterNames: ['tis mil mld hod'],
    beforeNumbers: ['č čl ods str tel kap obr tab'],
  },
  da: {
    beforeNames: ['f.eks eks bl.a hhv ca inkl ekskl sml jf kgl skt adr alm vedr pga mht stk dir'],
    afterNames: ['mio mia mill kr pct kl'],
    beforeNumbers: ['kl ca nr stk tlf s bd kap'],
  },
  no: {
    beforeNames: ['f.eks eks bl.a hhv ca inkl ekskl jf kgl st adr pga mht dir red'],
    afterNames: ['mill mrd kr pst'],
    beforeNumbers: ['kl ca nr tlf s bd kap'],
  },
}

/** German words that open sentences; of its nouns, which are written large, one may follow anything. */
const german =
  'der die das ein eine einer eines er sie es wir ich ihr man sein seine ihre ihr unser dies diese dieser dieses dort da hier dann danach damit dabei dazu daher doch aber auch und oder denn wenn weil als nach vor seit bei beim bis in im am an auf aus für mit von vom zu zum zur um über unter wer was wie wo warum so nun jetzt heute gestern alle viele beide kein keine nicht nur noch schon sogar trotz wegen während zuvor zudem allerdings jedoch inzwischen laut'

const english =
  'the a an this that these those it its he she they we i you his her their our in on at by for from with as after before but and or if when while since there what who how why where however meanwhile'

const known = new Map<string, Abbreviations>()

/** The abbreviations of a language (ISO 639-1; '' where it is not known). */
export function abbreviationsOf(code: string): Abbreviations {
  const before = known.get(code)
  if (before) return before
  const own = ofLanguage[code] ?? {}
  const abbreviations = {
    beforeNames: wordsOf(everywhere.beforeNames, own.beforeNames),
    afterNames: wordsOf(everywhere.afterNames, own.afterNames),
    beforeNumbers: wordsOf(everywhere.beforeNumbers, own.beforeNumbers),
    openers: openersOf(code),
  }
  known.set(code, abbreviations)
  return abbreviations
}

function openersOf(code: string): ReadonlySet<string> {
  if (code === 'de') return wordsOf([german])
  const { stopWords } = languageOf(code)
  return code === 'en' || stopWords.size === 0 ? wordsOf([english]) : stopWords
}

function wordsOf(...lists: (string[] | undefined)[]): Set<string> {
  return new Set(lists.flatMap((lines) => lines ?? []).flatMap((line) => line.split(' ')))
}
