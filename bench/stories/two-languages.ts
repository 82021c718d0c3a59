import type { Text } from './data.ts'

const nearMisses = 200

type Event = [title: string, lead: string, ukrainianTitle: string, ukrainianLead: string]

/** Made-up events of one day; those of a family have people and places in common. */
const families: Event[][] = [
  [
    [
      'Zelensky and Macron sign pact on drones in Paris',
      'France is to deliver 250 drones to Ukraine by autumn, Emmanuel Macron said.',
      'Зеленський і Макрон підписали в Парижі угоду про дрони',
      'Франція передасть Україні 250 безпілотників до осені, повідомив Еммануель Макрон.',
    ],
    [
      'Macron rejects call for early election',
      'The French president told Le Monde that the National Assembly would sit until 2027.',
      'Макрон відкинув заклики до дострокових виборів',
      'Президент Франції сказав Le Monde, що Національна асамблея працюватиме до 2027 року.',
    ],
    [
      'Zelensky dismisses head of Odesa region',
      'Oleh Kiper led the region for two years; his deputy Serhiy Hryniv takes over.',
      'Зеленський звільнив голову Одеської області',
      'Олег Кіпер керував регіоном два роки, обов’язки виконуватиме його заступник Сергій Гринів.',
    ],
  ],
  [
    [
      'Tusk opens border crossing at Hrebenne after 40 days',
      'Lorries are again passing from Poland to Ukraine, Donald Tusk said in Lublin.',
      'Туск відкрив пункт пропуску Гребенне після 40 днів блокади',
      'Вантажівки знову їдуть з Польщі в Україну, заявив Дональд Туск у Любліні.',
    ],
    [
      'Polish farmers dump grain at Dorohusk',
      'Police counted 160 tractors on the road; Donald Tusk called for calm.',
      'Польські фермери висипали зерно в Дорогуську',
      'Поліція нарахувала на дорозі 160 тракторів, Дональд Туск закликав до спокою.',
    ],
    [
      'Tusk survives vote of confidence in Sejm',
      'He had 243 votes against 210, Marshal Szymon Holownia announced in Warsaw.',
      'Туск отримав вотум довіри в Сеймі',
      'Його підтримали 243 депутати, проти були 210, оголосив у Варшаві маршалок Шимон Головня.',
    ],
  ],
  [
    [
      'Dynamo Kyiv beat Shakhtar 3-1 to win cup',
      'Vladyslav Vanat scored twice at the stadium in Rivne.',
      '«Динамо» обіграло «Шахтар» 3:1 і здобуло Кубок',
      'Владислав Ванат забив двічі на стадіоні в Рівному.',
    ],
    [
      'Shakhtar sell Sudakov to Napoli for 45 million euros',
      'Heorhiy Sudakov signed until 2029, the club from Donetsk said.',
      '«Шахтар» продав Судакова в «Наполі» за 45 мільйонів євро',
      'Георгій Судаков підписав контракт до 2029 року, повідомив донецький клуб.',
    ],
    [
      'Dynamo Kyiv sack coach Shovkovskyi',
      'Oleksandr Shovkovskyi leaves after a defeat by Polissya from Zhytomyr.',
      '«Динамо» звільнило тренера Шовковського',
      'Олександр Шовковський пішов після поразки від житомирського «Полісся».',
    ],
  ],
  [
    [
      'Svitolina reaches Wimbledon semi-final',
      'Elina Svitolina beat Iga Swiatek in two sets in London.',
      'Світоліна вийшла в півфінал Вімблдону',
      'Еліна Світоліна обіграла Ігу Швьонтек у двох сетах у Лондоні.',
    ],
    [
      'Swiatek withdraws from Montreal with knee injury',
      'Iga Swiatek hopes to be fit for New York, her coach Wim Fissette said.',
      'Швьонтек знялася з турніру в Монреалі через травму коліна',
      'Іга Швьонтек сподівається зіграти в Нью-Йорку, сказав її тренер Вім Фіссетт.',
    ],
    [
      'Svitolina and Monfils open tennis school in Odesa',
      'Gael Monfils taught 80 children on the first day.',
      'Світоліна і Монфіс відкрили тенісну школу в Одесі',
      'Гаель Монфіс провів заняття для 80 дітей першого дня.',
    ],
  ],
  [
    [
      'Missile strike on Kharkiv kills 7',
      'Mayor Ihor Terekhov said two houses in Saltivka were hit; 31 people were hurt.',
      'Ракетний удар по Харкову: 7 загиблих',
      'Мер Ігор Терехов повідомив про влучання у два будинки на Салтівці, поранено 31 людину.',
    ],
    [
      'Kharkiv opens underground school for 900 pupils',
      'Ihor Terekhov said it was the second of its kind in Saltivka.',
      'У Харкові відкрили підземну школу на 900 учнів',
      'Ігор Терехов сказав, що це друга така школа на Салтівці.',
    ],
    [
      'Kharkiv metro drivers to strike over pay',
      'The union demands 12 per cent; the mayor, Ihor Terekhov, offers half.',
      'Машиністи харківського метро готують страйк',
      'Профспілка вимагає 12 відсотків, мер Ігор Терехов пропонує половину.',
    ],
  ],
  [
    [
      'Earthquake of magnitude 6.4 shakes Izmir',
      'Turkish agency AFAD reports 19 dead; Recep Erdogan flew to the city.',
      'Землетрус магнітудою 6,4 стався в Ізмірі',
      'Турецьке агентство AFAD повідомляє про 19 загиблих, до міста вилетів Реджеп Ердоган.',
    ],
    [
      'Erdogan offers to host talks in Istanbul',
      'Recep Erdogan spoke with Antonio Guterres about grain from Odesa.',
      'Ердоган запропонував провести переговори в Стамбулі',
      'Реджеп Ердоган говорив з Антоніу Гутеррішем про зерно з Одеси.',
    ],
    [
      'Turkey raises key rate to 48 per cent',
      'The lira rose after the decision of Fatih Karahan, governor of the bank in Ankara.',
      'Туреччина підняла ставку до 48 відсотків',
      'Ліра зміцнилася після рішення голови банку в Анкарі Фатіха Карахана.',
    ],
  ],
  [
    [
      'Naftogaz buys 500 million cubic metres of gas from Orlen',
      'Sergii Koretskyi signed the contract with the Polish firm in Gdansk.',
      'Нафтогаз купив 500 мільйонів кубометрів газу в Orlen',
      'Сергій Корецький підписав контракт із польською компанією у Гданську.',
    ],
    [
      'Naftogaz sues Gazprom in Zurich for 5 billion dollars',
      'The arbitrators will hear the case in March, Sergii Koretskyi said.',
      'Нафтогаз подав позов проти Газпрому в Цюриху на 5 мільярдів доларів',
      'Арбітри розглянуть справу в березні, сказав Сергій Корецький.',
    ],
    [
      'Orlen to build wind farm off Gdynia',
      'The 76 turbines will feed Pomerania from 2028.',
      'Orlen збудує вітропарк біля Гдині',
      '76 турбін живитимуть Помор’я з 2028 року.',
    ],
  ],
  [
    [
      'Scholz calls Zelensky about Patriot systems',
      'Berlin will send a third battery, Olaf Scholz said after the call.',
      'Шольц зателефонував Зеленському щодо систем Patriot',
      'Берлін передасть третю батарею, сказав Олаф Шольц після розмови.',
    ],
    [
      'Scholz loses vote in Bundestag',
      'Friedrich Merz demands an election in February; 394 members voted against Olaf Scholz.',
      'Шольц програв голосування в Бундестазі',
      'Фрідріх Мерц вимагає виборів у лютому; проти Олафа Шольца голосували 394 депутати.',
    ],
    [
      'Rheinmetall opens plant near Lviv',
      'Armin Papperger says Lynx vehicles will be built there from May.',
      'Rheinmetall відкрив завод під Львовом',
      'Армін Паппергер каже, що машини Lynx складатимуть там із травня.',
    ],
  ],
  [
    [
      'Fire on ferry off Corfu: 280 saved',
      'The Euroferry Olympia was on its way from Igoumenitsa to Brindisi.',
      'Пожежа на поромі біля Корфу: врятовано 280 людей',
      'Euroferry Olympia прямував з Ігумениці до Бріндізі.',
    ],
    [
      'Wildfire reaches suburbs of Athens',
      'Kyriakos Mitsotakis asked the European Union for planes; Penteli was cleared.',
      'Лісова пожежа дісталася передмість Афін',
      'Кіріакос Міцотакіс попросив у Євросоюзу літаки, Пентелі евакуювали.',
    ],
    [
      'Mitsotakis and Meloni agree on cable from Crete to Sicily',
      'Giorgia Meloni said in Rome that it would cost 2.4 billion euros.',
      'Міцотакіс і Мелоні домовилися про кабель від Криту до Сицилії',
      'Джорджа Мелоні сказала в Римі, що він коштуватиме 2,4 мільярда євро.',
    ],
  ],
  [
    [
      'Apple fined 1.8 billion euros by Brussels',
      'Margrethe Vestager says the firm hid cheaper music from users of Spotify.',
      'Брюссель оштрафував Apple на 1,8 мільярда євро',
      'Маргрете Вестагер каже, що компанія приховувала дешевшу музику від користувачів Spotify.',
    ],
    [
      'Apple shows glasses in Cupertino',
      'Tim Cook said the device would cost 1,299 dollars.',
      'Apple показала окуляри в Купертіно',
      'Тім Кук сказав, що пристрій коштуватиме 1299 доларів.',
    ],
    [
      'Spotify cuts 1,500 jobs',
      'Daniel Ek wrote to staff in Stockholm that growth had slowed.',
      'Spotify скоротить 1500 працівників',
      'Даніель Ек написав співробітникам у Стокгольмі, що зростання сповільнилося.',
    ],
  ],
  [
    [
      'Usyk beats Fury on points in Riyadh',
      'Oleksandr Usyk is champion of all four bodies; Tyson Fury wants a third fight.',
      'Усик переміг Ф’юрі за очками в Ер-Ріяді',
      'Олександр Усик став чемпіоном усіх чотирьох версій, Тайсон Ф’юрі хоче третього бою.',
    ],
    [
      'Fury arrested for speeding in Morecambe',
      'Tyson Fury drove at 140 kilometres an hour, Lancashire police said.',
      'Ф’юрі затримали за швидкість у Моркамі',
      'Тайсон Ф’юрі їхав 140 кілометрів на годину, повідомила поліція Ланкаширу.',
    ],
    [
      'Usyk Foundation gives 20 houses to families from Mariupol',
      'Oleksandr Usyk handed over the keys in Vorzel.',
      'Фонд Усика передав 20 будинків родинам із Маріуполя',
      'Олександр Усик вручив ключі у Ворзелі.',
    ],
  ],
  [
    [
      'Trump names Kellogg envoy to Ukraine',
      'Keith Kellogg, a retired general, will go to Kyiv in January.',
      'Трамп призначив Келлога посланцем в Україні',
      'Генерал у відставці Кіт Келлог поїде до Києва в січні.',
    ],
    [
      'Trump sets tariff of 25 per cent on Canada and Mexico',
      'Justin Trudeau and Claudia Sheinbaum promised an answer.',
      'Трамп увів мито 25 відсотків для Канади та Мексики',
      'Джастін Трюдо і Клаудія Шейнбаум пообіцяли відповідь.',
    ],
    [
      'Judge in New York delays sentence of Trump',
      'Juan Merchan will decide on 26 November whether the case goes on.',
      'Суддя в Нью-Йорку відклав вирок Трампу',
      'Хуан Мерчан вирішить 26 листопада, чи триватиме справа.',
    ],
  ],
  [
    [
      'Starmer and Zelensky sign treaty for 100 years in Kyiv',
      'Keir Starmer promised 3 billion pounds a year.',
      'Стармер і Зеленський підписали в Києві угоду на 100 років',
      'Кір Стармер пообіцяв 3 мільярди фунтів щороку.',
    ],
    [
      'Starmer dismisses transport minister Haigh',
      'Louise Haigh had been convicted over a telephone in 2014.',
      'Стармер звільнив міністерку транспорту Гейг',
      'Луїзу Гейг 2014 року засудили через телефон.',
    ],
    [
      'Storm Bert floods Pontypridd',
      'Keir Starmer spoke with Eluned Morgan; 200 houses in Wales stand in water.',
      'Шторм Берт затопив Понтіпріт',
      'Кір Стармер говорив з Елунед Морган; у Вельсі у воді стоять 200 будинків.',
    ],
  ],
  [
    [
      'Train from Przemysl to Kyiv derails near Lviv',
      'Ukrzaliznytsia says 14 passengers were hurt at Mostyska.',
      'Потяг Перемишль – Київ зійшов з рейок під Львовом',
      'Укрзалізниця повідомляє про 14 постраждалих пасажирів біля Мостиськ.',
    ],
    [
      'Ukrzaliznytsia orders 90 coaches from Stadler',
      'Peter Spuhler signed the contract in Bern.',
      'Укрзалізниця замовила 90 вагонів у Stadler',
      'Петер Шпулер підписав контракт у Берні.',
    ],
    [
      'Lviv bans cars from Market Square',
      'Andriy Sadovyi says the rule holds from April.',
      'Львів забороняє авто на площі Ринок',
      'Андрій Садовий каже, що правило діє з квітня.',
    ],
  ],
  [
    [
      'Ukraine and Moldova open bridge at Yampil',
      'Denys Shmyhal and Dorin Recean met at the Dniester; it took 1,400 workers.',
      'Україна і Молдова відкрили міст у Ямполі',
      'Денис Шмигаль і Дорін Речан зустрілися на Дністрі, міст зводили 1400 робітників.',
    ],
    [
      'Sandu wins second term in Moldova',
      'Maia Sandu had 55 per cent, Alexandr Stoianoglo 45, the commission in Chisinau says.',
      'Санду перемогла в Молдові вдруге',
      'Мая Санду отримала 55 відсотків, Александр Стояногло – 45, каже комісія в Кишиневі.',
    ],
    [
      'Moldova cuts gas to Tiraspol',
      'Dorin Recean blames Gazprom; 350,000 people are without heating.',
      'Молдова припинила постачання газу до Тирасполя',
      'Дорін Речан звинувачує Газпром; без опалення 350 000 людей.',
    ],
  ],
  [
    [
      'NASA delays Artemis flight to 2026',
      'Bill Nelson said the heat shield of Orion must be mended.',
      'NASA відклало політ «Артеміди» до 2026 року',
      'Білл Нельсон сказав, що тепловий щит «Оріона» треба виправити.',
    ],
    [
      'Starship explodes over Turks and Caicos',
      'SpaceX lost contact after 8 minutes, Elon Musk wrote.',
      'Starship вибухнув над островами Теркс і Кайкос',
      'SpaceX втратила зв’язок через 8 хвилин, написав Ілон Маск.',
    ],
    [
      'Musk brings Starlink to Ukrtelecom customers',
      'Elon Musk and Yuriy Kurmaz agreed on 5,000 dishes.',
      'Маск підключить Starlink абонентам Укртелекому',
      'Ілон Маск і Юрій Курмаз домовилися про 5000 антен.',
    ],
  ],
  [
    [
      'Vilnius marathon won by Kenyan Kiptoo',
      'Edwin Kiptoo needed 2 hours 11 minutes.',
      'Вільнюський марафон виграв кенієць Кіптоо',
      'Едвін Кіптоо подолав дистанцію за 2 години 11 хвилин.',
    ],
    [
      'Nauseda opens solar park at Kaunas',
      'Gitanas Nauseda says Lithuania will need no foreign power in 2030.',
      'Науседа відкрив сонячний парк у Каунасі',
      'Гітанас Науседа каже, що Литві 2030 року не потрібен чужий струм.',
    ],
    [
      'Cargo plane crashes near Vilnius airport',
      'The Boeing of Swiftair flew for DHL from Leipzig; one pilot died.',
      'Вантажний літак розбився біля аеропорту Вільнюса',
      'Boeing компанії Swiftair летів для DHL з Лейпцига, один пілот загинув.',
    ],
  ],
  [
    [
      'Orban meets Putin in Moscow',
      'Viktor Orban said Hungary would not send weapons to Kyiv.',
      'Орбан зустрівся з Путіним у Москві',
      'Віктор Орбан сказав, що Угорщина не надсилатиме зброї Києву.',
    ],
    [
      'Fico calls off trip to Kyiv',
      'Robert Fico wants to meet Denys Shmyhal in Uzhhorod instead.',
      'Фіцо скасував поїздку до Києва',
      'Роберт Фіцо хоче натомість зустрітися з Денисом Шмигалем в Ужгороді.',
    ],
    [
      'Magyar leads Orban by 11 points in poll',
      'Peter Magyar’s Tisza has 47 per cent, Median says.',
      'Мадяр випереджає Орбана на 11 пунктів',
      'Партія «Тиса» Петера Мадяра має 47 відсотків, за даними Median.',
    ],
  ],
  [
    [
      'Louvre shows Malevich from Kyiv',
      'Laurence des Cars opened the exhibition with 42 works by Kazimir Malevich.',
      'Лувр показує київського Малевича',
      'Лоранс де Кар відкрила виставку з 42 робіт Казимира Малевича.',
    ],
    [
      'Thieves steal crown from Louvre',
      'Two men came with a lorry to the Galerie Apollon, Rachida Dati said.',
      'З Лувру викрали корону',
      'Двоє чоловіків під’їхали вантажівкою до галереї Аполлона, сказала Рашида Даті.',
    ],
    [
      'Zhadan receives prize in Leipzig',
      'Serhiy Zhadan dedicates it to readers in Kharkiv.',
      'Жадан отримав премію в Лейпцигу',
      'Сергій Жадан присвячує її читачам у Харкові.',
    ],
  ],
  [
    [
      'Boeing strike in Seattle ends after 53 days',
      'Workers take 38 per cent more, the union IAM says; Kelly Ortberg welcomed it.',
      'Страйк на Boeing у Сіетлі завершився через 53 дні',
      'Працівники отримають на 38 відсотків більше, каже профспілка IAM; Келлі Ортберг вітає це.',
    ],
    [
      'Ryanair to fly to Lviv and Kyiv again',
      'Michael O’Leary promised 24 routes once the sky opens.',
      'Ryanair знову літатиме до Львова та Києва',
      'Майкл О’Лірі пообіцяв 24 маршрути, щойно небо відкриють.',
    ],
    [
      'Boeing of Jeju Air crashes at Muan',
      '179 people died in South Korea; two were saved.',
      'Boeing авіакомпанії Jeju Air розбився в Муані',
      'У Південній Кореї загинули 179 людей, двох врятовано.',
    ],
  ],
]

export type LanguagePair = { y: boolean; english: number; ukrainian: number }

/** The English texts, the Ukrainian ones in the same order, and the pairs that are asked of. */
export function twoLanguages(): { english: Text[]; ukrainian: Text[]; pairs: LanguagePair[] } {
  const events = families.flatMap((family, at) => family.map((event) => ({ event, family: at })))
  const places = [...events.keys()]
  const misses = places
    .flatMap((a) => places.filter((b) => b !== a).map((b) => ({ a, b })))
    .sort((one, other) => distance(one) - distance(other))
    .slice(0, nearMisses)
  // Members of a family have names in common; then those of the families beside it.
  function distance({ a, b }: { a: number; b: number }) {
    return Math.abs((events[a]?.family ?? 0) - (events[b]?.family ?? 0)) * 100 + Math.abs(a - b)
  }
  return {
    english: events.map(({ event: [title, lead] }) => ({ title, lead })),
    ukrainian: events.map(({ event: [, , title, lead] }) => ({ title, lead })),
    pairs: [
      ...places.map((place) => ({ y: true, english: place, ukrainian: place })),
      ...misses.map(({ a, b }) => ({ y: false, english: a, ukrainian: b })),
    ],
  }
}
