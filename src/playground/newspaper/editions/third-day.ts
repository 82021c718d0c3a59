import type { SampleArticle } from '../edition.ts'
import { adaMarsh, levOrr, nadiaBrandt } from './columnists.ts'

// The third day of every outlet, in shorter articles than those of the other two.

export const harbourPost: SampleArticle[] = [
  {
    time: '00:05',
    section: 'City',
    title: 'Old lightship comes home to Saltmere under tow',
    standfirst:
      'The old lightship Constance is home at Saltmere and will open as a museum in the spring.',
    text: [
      'The lightship Constance came home to Saltmere under tow shortly after midnight, thirty-one years after she was sold for scrap that nobody ever collected.',
      'Volunteers paid for the tow with a raffle. The ship needs a new deck and will open as a museum in the spring.',
    ],
  },
  {
    time: '05:50',
    section: 'Weather',
    title: 'First snow in the upper valley, rain on the coast',
    standfirst: 'The pass stays open with chains.',
    text: [
      'The first snow of the season fell in the upper valley overnight, twelve centimetres at the pass, which stays open to cars with chains.',
      'On the coast it will rain until the afternoon, with four degrees and a wind from the west.',
    ],
  },
  {
    time: '07:20',
    section: 'City',
    title: 'Council lifts the ban on swimming in the canal',
    standfirst:
      'Swimming in the canal is allowed again, as its water has passed every test for two summers.',
    text: [
      'The Saltmere council has lifted the ban on swimming in the canal, which had stood since 1954, after the water passed every test for two summers.',
      'Two ladders and a lifeguard will be ready by May. Diving from the bridges remains forbidden, “also to mayors”, as the resolution puts it.',
    ],
  },
  {
    time: '08:40',
    section: 'Region',
    title: 'Sea cable brings the island of Fenn onto the grid',
    standfirst:
      'A sea cable has replaced the diesel generator of the island of Fenn after sixty years.',
    text: [
      'The island of Fenn has been connected to the mainland’s electricity by a cable of nineteen kilometres, and its diesel generator was switched off after sixty years.',
      'The 140 islanders heard the silence first. The cable also carries data, and the school has already held a lesson with a class in Saltmere.',
    ],
  },
  {
    time: '10:15',
    section: 'Business',
    title: 'Apple growers press the largest harvest since 1976',
    standfirst:
      'Cider houses in Thornwick run out of barrels for 9,000 tonnes and borrow from the Saltmere brewery.',
    text: [
      'Apple growers in the county have brought in their largest harvest since 1976, some 9,000 tonnes, and the cider houses have run out of barrels.',
      'The Saltmere brewery has lent them two hundred. It asks for them back in the spring, rinsed.',
    ],
  },
  {
    time: '12:40',
    section: 'Culture',
    title: 'Twelve-year-old draws with a grandmaster at the library',
    standfirst: 'Viktor Ahlgren won every other game of the thirty, but not that with Rosa Imlay.',
    text: [
      'Rosa Imlay, who is twelve, drew with the grandmaster Viktor Ahlgren when he played thirty games at once in the Glasshouse Library.',
      'Ahlgren won the other twenty-nine. He offered Imlay the draw, shook her hand and asked where she had learned that defence. “Here,” she said, “on Sundays.”',
    ],
  },
  {
    time: '14:50',
    section: 'Health',
    title: 'Midwives’ house to open beside the hospital',
    standfirst: 'Four rooms, a garden and a corridor to the wards.',
    text: [
      'A house led by midwives will open beside the Saint Brannock hospital in June, with four rooms, a garden and a corridor to the wards for those who need a doctor.',
      'One birth in six in the county could take place there, the hospital reckons. It has nineteen applications for its eight posts.',
    ],
  },
  {
    time: '17:10',
    section: 'Sport',
    title: 'Fog ends the regatta with two crews still on the water',
    standfirst: 'Both rowed to the wrong bank and were given tea.',
    text: [
      'Fog ended the autumn regatta with two crews still on the water; both rowed to the wrong bank, where residents gave them tea until it cleared.',
      'The jury has awarded no prize for the eights. It thanked the residents of Mill Lane by name.',
    ],
  },
  {
    time: '19:05',
    section: 'Science',
    title: 'Drillers strike warm water beneath the market hall',
    standfirst: 'The water beneath the market hall has 64 degrees and could heat the old town.',
    text: [
      'Drillers have struck water of 64 degrees at a depth of 1,900 metres beneath the market hall, enough to heat the old town for decades.',
      'Engineers will pump for three months to see whether the flow holds. The stalls stay open meanwhile, though the fishmongers have asked for shade.',
    ],
  },
  {
    time: '22:20',
    section: 'City',
    title: 'Trombone left on tram returns in time for the concert',
    standfirst: 'It travelled the whole of line 2 four times.',
    text: [
      'A trombone that was left on a tram came back to its owner eleven minutes before her concert, having travelled the whole of line 2 four times.',
      'Three passengers had each moved it to a safer seat. The driver played one note, he admits, to see whether it was undamaged.',
    ],
  },
]

export const tidewaterRecord: SampleArticle[] = [
  {
    time: '00:15',
    section: 'Waterfront',
    title: 'Old lightship Constance comes home to Saltmere past cheering crowds',
    standfirst:
      'Lanterns on both banks, nine hours of towing from Thornwick, and a horn silent since 1995.',
    text: [
      'Crowds with lanterns lined both banks of the estuary as the lightship Constance was towed home to Saltmere, and her horn sounded for the first time since 1995.',
      'The tow from Thornwick took nine hours against the tide. A raffle had paid for it; first prize was to press the button of the horn.',
    ],
  },
  {
    time: '07:40',
    section: 'Politics',
    title: 'Swimming in the canal legal again: council lifts ban of 70 years',
    standfirst:
      'All parties in favour after 104 clean tests in Saltmere, and Maud Ferrier already in the water.',
    text: [
      'Swimming in the Saltmere canal is legal again after seventy years, by a vote of all parties in the council.',
      'Councillor Maud Ferrier left the chamber with a towel. The health office will publish the tests of the water every week.',
    ],
  },
  {
    time: '09:10',
    section: 'Environment',
    title: 'Sea cable brings island of Fenn onto the grid and ends diesel',
    standfirst: 'The last barrel goes to the museum.',
    text: [
      'Islanders on Fenn toasted the end of diesel as the sea cable from the mainland went live and the generator fell silent.',
      'It had burned 300,000 litres a year. The last barrel will stand in the museum, empty and, on request, clean.',
    ],
  },
  {
    time: '13:30',
    section: 'Food',
    title: 'A cookbook from the fog: what sailors ate when nobody could see the shore',
    standfirst: 'Ninety recipes, eleven of them for onions.',
    text: [
      'A cookbook collects what the sailors of this coast ate while they waited for fog to lift: ninety recipes, eleven of them for onions alone.',
      'Its editor, Bettina Orlow, tried them all on a boat at anchor. She recommends the barley pudding and advises against the second onion soup.',
    ],
  },
  {
    time: '16:20',
    section: 'Neighbours',
    title: 'Repair café in Port Linden mends its ten-thousandth thing',
    standfirst: 'It was a toaster, as was the first.',
    text: [
      'The repair café at Port Linden station has mended its ten-thousandth thing: a toaster, as was the first, nine years ago.',
      'Two in three objects leave the table working. The rest are taken apart by children, who by now bring back some of them whole.',
    ],
  },
  {
    time: '20:30',
    section: 'Science',
    title: 'Drillers strike warm water beneath Saltmere’s market hall',
    standfirst:
      'The geologist Anton Keller had drilled for a fault and found a spring of 64 degrees.',
    text: [
      'Geologists who drilled beneath Saltmere’s market hall to map a fault have found water of 64 degrees instead, at a depth of 1,900 metres.',
      'If it flows through the winter, the city wants to heat two thousand homes with it.',
    ],
  },
]

export const visnykHavani: SampleArticle[] = [
  {
    time: '00:25',
    section: 'Узбережжя',
    title: 'До Солтміра повернувся плавучий маяк «Констанс»',
    standfirst: 'Із Торнвіка його дев’ять годин вів буксир; навесні на судні відкриють музей.',
    text: [
      'Буксир привів до Солтміра старий плавучий маяк «Констанс», який тридцять один рік тому продали на брухт, але так і не забрали.',
      'Гроші на буксир зібрали лотереєю. Судну замінять палубу, а навесні на ньому відкриють музей.',
    ],
  },
  {
    time: '07:30',
    section: 'Місто',
    title: 'У міському каналі через 70 років знову дозволили купатися',
    standfirst: 'Вода в Солтмірі витримала всі 104 перевірки, і Мод Феррієр уже скупалася.',
    text: [
      'Міська рада Солтміра скасувала заборону на купання в каналі, чинну з 1954 року: вода два літа поспіль витримала всі перевірки. Депутатка Мод Феррієр пішла із засідання з рушником.',
      'До травня поставлять дві драбини й найматимуть рятувальника. Стрибати з мостів, як і раніше, не можна.',
    ],
  },
  {
    time: '11:50',
    section: 'Транспорт',
    title: 'У заторах кондуктори читатимуть пасажирам вірші',
    standfirst: 'Найдовший триває сорок секунд.',
    text: [
      'Якщо трамвай простоїть понад три хвилини, кондуктор прочитає вірш, обіцяє транспортна компанія Солтміра.',
      'Збірку зі ста коротких віршів уклали самі пасажири. Найдовший триває сорок секунд.',
    ],
  },
  {
    time: '13:20',
    section: 'Культура',
    title: 'Дванадцятирічна шахістка зіграла внічию з гросмейстером',
    standfirst: 'Роза Імлей — єдина з тридцяти суперників, кого не здолав Віктор Альгрен.',
    text: [
      'Дванадцятирічна Роза Імлей зіграла внічию з гросмейстером Віктором Альгреном, який у бібліотеці грав одразу на тридцяти дошках.',
      'Решту двадцять дев’ять партій він виграв, а після нічиєї спитав, де вона навчилася такого захисту. «Тут, щонеділі», — відповіла Роза.',
    ],
  },
  {
    time: '15:20',
    section: 'Економіка',
    title: 'Яблук уродило стільки, що забракло бочок',
    standfirst:
      'Сидроварням Торнвіка бракує тари на 9000 тонн яблук, і бочки позичає броварня Солтміра.',
    text: [
      'Садівники графства зібрали 9000 тонн яблук — найбільше за пів століття, і сидроварням забракло бочок.',
      'Двісті бочок позичила броварня Солтміра. Повернути їх просить навесні й вимитими.',
    ],
  },
  {
    time: '17:45',
    section: 'Спорт',
    title: 'Ватерполісти тренуватимуться вдосвіта заради дітей',
    standfirst: 'Вечірні години басейну вони віддали школярам.',
    text: [
      'Ватерпольна команда віддала вечірні години басейну дитячим групам і тренуватиметься о п’ятій ранку.',
      'На перше тренування прийшли всі, крім воротаря: він заснув у трамваї й доїхав до кінцевої.',
    ],
  },
  {
    time: '19:30',
    section: 'Наука',
    title: 'Під ринком знайшли гарячу воду',
    standfirst:
      'Геолог Антон Келлер шукав у Солтмірі розлом, а знайшов джерело з температурою 64 градуси.',
    text: [
      'Під критим ринком на глибині 1900 метрів бурильники натрапили на воду з температурою 64 градуси.',
      'Три місяці її викачуватимуть, щоб перевірити, чи не слабшає потік. Якщо ні, нею грітиметься все старе місто.',
    ],
  },
  {
    time: '21:40',
    section: 'Місто',
    title: 'Двірники складають мапу найгарнішого листя',
    standfirst: 'На ній позначать і сині лавки.',
    text: [
      'Двірники Солтміра наносять на мапу вулиці, де восени найгарніше листя: вони бачать його першими.',
      'Під найкращими деревами поставлять сині лавки, а листя біля них прибиратимуть останнім.',
    ],
  },
]

export const longView: SampleArticle[] = [
  {
    time: '05:10',
    section: 'Columns',
    columnist: adaMarsh,
    title: 'What a light that moves has to teach',
    standfirst:
      'A lighthouse marks the land. A lightship marks the danger itself, and lies on top of it all winter.',
    text: [
      'A lighthouse stands on the rock and warns from a safe distance. A lightship is anchored on the shoal itself, and her crew warned others off the place where they had to stay.',
      'I steered by the Constance for nineteen years and never once thought of the men aboard. It is the fate of those who do their work well to be seen and not looked at.',
    ],
  },
  {
    time: '11:15',
    section: 'Columns',
    columnist: levOrr,
    title: 'The economics of a borrowed barrel',
    standfirst:
      'A brewery lends its rivals two hundred barrels and asks for no rent. Textbooks call it a mistake; I call it insurance.',
    text: [
      'The brewery could have charged the cider houses anything, for a barrel in a glut is worth more than what is in it. It asked for nothing but a rinse.',
      'Next year the hops may fail. Then two dozen cider makers will remember, and no contract remembers as well as an embarrassed neighbour.',
    ],
  },
  {
    time: '17:30',
    section: 'Columns',
    columnist: nadiaBrandt,
    title: 'In the canal, in November',
    standfirst:
      'I was the second person to swim there legally since 1954. The first was a councillor, and faster.',
    text: [
      'The water was seven degrees and tasted of nothing at all, which after seventy years is the highest praise one can give a canal.',
      'From below, a city is all undersides: of bridges, of boats, of ducks. I recommend it to anyone who believes that they know the place.',
    ],
  },
]
