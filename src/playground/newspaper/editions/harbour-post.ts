import type { SampleArticle } from '../edition.ts'

export const firstDay: SampleArticle[] = [
  {
    time: '00:10',
    section: 'City',
    title: 'Night ferry returns to Saltmere after eleven years',
    standfirst:
      'The night ferry from Saltmere left the old quay at ten past midnight with every seat taken.',
    text: [
      'The night ferry between Saltmere and Port Linden sailed again on its first crossing in eleven years, with all 240 seats taken and a brass band on the upper deck.',
      'The route closed when the bridge opened, but night-shift workers never stopped asking for it. “A bridge is no use to you when the last tram has gone,” said Ines Calloway, a nurse who crossed to her shift with a flask of tea on her knees.',
      'Boats leave on the hour until five in the morning. The harbour office will count passengers until spring and then decide whether the ferry stays.',
    ],
  },
  {
    time: '05:40',
    section: 'Weather',
    title: 'Fog on the estuary until noon, then a clear evening',
    standfirst: 'Pilots ask small boats to stay in harbour this morning.',
    text: [
      'Thick fog lies over the estuary and will not lift before noon, the Saltmere weather office says; visibility at the lighthouse was eighty metres at dawn.',
      'Pilots have asked small boats to stay in harbour and ferries are running at half speed. Trams are not affected.',
      'The evening will be clear and cold, with a light wind from the north and the first frost of the season in the upper valley.',
    ],
  },
  {
    time: '06:30',
    section: 'City',
    title: 'Council votes to keep the Glasshouse Library open on Sundays',
    standfirst: 'The Glasshouse Library stays open on Sundays by eleven votes to ten.',
    text: [
      'The Saltmere council voted by eleven to ten to keep the Glasshouse Library open on Sundays, ending a debate that began in the spring and went on past midnight.',
      'The money comes from the parking fund. Opponents said that roads had waited long enough; the mayor, Tomas Verhoeven, answered that nobody had ever learned to read in a pothole.',
      'About nine hundred people use the library on an ordinary Sunday, a third of them under sixteen. The new hours hold for two years.',
    ],
  },
  {
    time: '07:45',
    section: 'Science',
    title: 'Oysters clean the old dock faster than anyone hoped, researchers find',
    standfirst:
      'The oysters in the old dock filter its basin every four days, twice as fast as planned.',
    text: [
      'The oyster beds laid in the old dock two years ago now filter its whole water every four days, twice as often as planned, researchers of Linden University report.',
      'Seagrass has returned to the eastern wall and with it young bass and pipefish. “We expected clearer water. We did not expect a nursery,” said the marine biologist Dr Amara Quist.',
      'The oysters are not for eating: the mud below them still holds lead from the shipyards. A second basin is to be planted next year.',
    ],
  },
  {
    time: '09:05',
    section: 'Transport',
    title: 'Tram line 4 reaches the hospital three months early',
    standfirst:
      'Test runs from the market square of Saltmere to Saint Brannock, in 14 minutes, begin on Monday.',
    text: [
      'Tram line 4 will reach the Saint Brannock hospital three months before its date, the tram company said, after a mild autumn let the crews work through.',
      'Test runs begin on Monday and passengers can ride from the week after. The journey from the market square will take 14 minutes; by bus it takes thirty-five.',
      'Line 4 cost 61 million crowns, two million below its budget. The company will spend the rest on shelters that residents had asked for.',
    ],
  },
  {
    time: '10:50',
    section: 'Business',
    title: 'Shipyard takes its first order for electric pilot boats',
    standfirst:
      'The shipyard will build six electric pilot boats on a slipway that has been silent since 2009.',
    text: [
      'The Calder & Daughters shipyard has taken an order for six electric pilot boats, the first new vessels to be built in Saltmere since 2009.',
      'The yard will hire forty people, half of them apprentices. The boats go to three ports along the coast and can work for five hours between charges.',
      '“My grandmother launched trawlers from that slipway,” said Greta Calder, who runs the yard. “It has been silent for most of my working life.”',
    ],
  },
  {
    time: '12:20',
    section: 'Culture',
    title: 'Lost symphony of the lighthouse keeper to be played for the first time',
    standfirst: 'The score was found behind a barometer.',
    text: [
      'The Saltmere Philharmonic will give the first performance of a symphony that a lighthouse keeper wrote in the winter of 1893 and hid behind a barometer.',
      'The keeper, Josef Maren, had no lessons and wrote for the instruments he could hear from the harbour. “It has a foghorn in E flat, and it is in the right place,” said the conductor Lucia Abelard.',
      'The concert on Saturday is sold out. It will also be played through loudspeakers on the quay, weather permitting.',
    ],
  },
  {
    time: '14:15',
    section: 'Sport',
    title: 'Gulls beat Linden Rovers with the last kick of the derby',
    standfirst: 'Two goals in stoppage time turn the cup tie around.',
    text: [
      'Saltmere Gulls came from behind to beat Linden Rovers 3–2 in the cup, with two goals in stoppage time and the winner from the last kick of the match.',
      'Captain Nadia Holm headed the equaliser from a corner; ninety seconds later the substitute Piet Oduya, who is seventeen, scored from the edge of the box.',
      'The Gulls meet second-division Thornwick in the quarter-final. It will be their first since 1998.',
    ],
  },
  {
    time: '16:00',
    section: 'City',
    title: 'Market traders win their case over the clock tower scaffolding',
    standfirst: 'The court orders the city to finish by spring or pay rent.',
    text: [
      'Traders on the market square have won their case against the city: the scaffolding round the clock tower must go by the first of April or the city pays rent for the ground it covers.',
      'The scaffolding went up six years ago for repairs that were to take eight months. Twenty-two stalls lost their places and some never returned.',
      'A city spokesman said that the tower would be finished in time. The clock itself has shown ten past four since June.',
    ],
  },
  {
    time: '18:30',
    section: 'Education',
    title: 'Every school in the county to have a kitchen of its own again',
    standfirst: 'Delivered lunches end by the next school year.',
    text: [
      'Every school in Saltmere county will cook its own lunches again by next September, the county school board decided on a plan worth nine million crowns.',
      'Trials at four schools cut the food thrown away by half and cost no more than delivered meals after the first year.',
      'Pupils will help to plan the menus. The board has already received a petition, signed by two hundred children, against beetroot.',
    ],
  },
  {
    time: '20:40',
    section: 'Region',
    title: 'Upper valley switches on the country’s first shared heat store',
    standfirst: 'Summer’s warmth, kept in a flooded quarry, heats 800 homes.',
    text: [
      'The villages of the upper valley have switched on a heat store that keeps the warmth of summer in a flooded quarry and gives it to eight hundred homes in winter.',
      'Solar panels warmed the water to 85 degrees by September; engineers expect it to fall to 40 by March. Bills should drop by a third.',
      'The store belongs to the households that use it. Thirty towns have asked to see the plans, which are published free of charge.',
    ],
  },
  {
    time: '22:55',
    section: 'City',
    title: 'Power back in the old town after a swan lands on a transformer',
    standfirst: 'The bird walked away; four thousand homes sat in the dark for an hour.',
    text: [
      'Power has returned to the old town after a swan landed on a transformer by the canal and put four thousand homes in the dark for an hour.',
      'The bird lost some feathers and walked away, engineers said. The hospital ran on its own supply and nobody was hurt.',
      'The company will put a cover over the transformer in the morning. It is the third swan in two years.',
    ],
  },
]

export const secondDay: SampleArticle[] = [
  {
    time: '00:15',
    section: 'Region',
    title: 'Rescuers bring eleven sailors ashore from a freighter off Cape Tern',
    standfirst: 'Rescuers took all eleven sailors off a freighter that lost her rudder in a gale.',
    text: [
      'Rescuers brought eleven sailors ashore from the freighter Marigold Star, which lost her rudder in a gale eight miles off Cape Tern.',
      'A helicopter lifted seven of the crew in two flights and the lifeboat took the other four. One man has a broken wrist.',
      'A tug holds the ship against the wind and will tow her to Saltmere when the sea goes down. She carries timber and there is no sign of a leak.',
    ],
  },
  {
    time: '05:35',
    section: 'Weather',
    title: 'Gale eases by evening, but the sea wall stays closed',
    standfirst:
      'Gusts of 95 kilometres an hour were measured at the Saltmere lighthouse, of 104 on the island of Fenn.',
    text: [
      'The gale that reached the coast overnight will ease by evening, the Saltmere weather office says, after gusts of 95 kilometres an hour at the lighthouse.',
      'The promenade on the sea wall stays closed until tomorrow, since waves still break over it at high water, which comes at a quarter past four.',
      'Inland it will rain until noon. The weekend looks calm and bright.',
    ],
  },
  {
    time: '06:50',
    section: 'City',
    title: 'City to plant a tree for every child born this year',
    standfirst:
      'The city will plant a tree for every child, the first 300 of them in streets that have none.',
    text: [
      'Saltmere will plant a tree for every child born in the city this year, about 2,100 in all, and begin with the streets that have none.',
      'Parents can choose between a lime, a rowan and a field maple, and will get a letter saying where theirs stands.',
      'The city gardener, Oskar Lindqvist, promised to replace those that die. “Children are luckier than trees,” he said. “About one tree in ten does not see its second summer.”',
    ],
  },
  {
    time: '08:10',
    section: 'Science',
    title: 'Students’ satellite sends its first picture of the coast',
    standfirst:
      'The students’ satellite, the size of a loaf, has sent a picture of the coast from its orbit.',
    text: [
      'A satellite the size of a loaf, built by students of the Saltmere technical school, has sent its first picture: the coast from Cape Tern to the estuary, under broken cloud.',
      'It will measure the temperature of the sea twice a day for a year, and anybody with an aerial may listen. The instructions fit on one page.',
      '“It is blurred and it is ours,” said Yara Penhallow, who is eighteen and wrote the software for its camera.',
    ],
  },
  {
    time: '09:20',
    section: 'Transport',
    title: 'Harbour bridge closes for three nights next week',
    standfirst: 'Night ferry to run every half hour in its place.',
    text: [
      'The harbour bridge will be closed on three nights next week, from eleven in the evening to five, so that its expansion joints can be replaced.',
      'The night ferry will run every half hour in its place and takes bicycles free of charge. Ambulances may still cross.',
      'The joints were made to last twenty-five years and have lasted nine; the city is in talks with the maker about who pays.',
    ],
  },
  {
    time: '10:40',
    section: 'Business',
    title: 'Bakers’ cooperative buys the mill that fed the city for a century',
    standfirst: 'Fourteen bakers have bought the old mill and will grind their own flour.',
    text: [
      'Fourteen bakeries of Saltmere have bought the Stonegate mill, which fed the city for a century and was to be turned into flats.',
      'The cooperative paid 3.4 million crowns, most of it lent by 1,900 customers. It will grind grain from farms within fifty kilometres.',
      'The first flour is promised for March. The flats will be built next door, on what used to be the lorry park.',
    ],
  },
  {
    time: '12:05',
    section: 'Culture',
    title: 'Museum returns forty ship’s bells to the villages they came from',
    standfirst: 'Each will ring once on the way home.',
    text: [
      'The Maritime Museum of Saltmere is returning forty ship’s bells to the fishing villages from which they were collected in the 1920s.',
      'A boat will carry them along the coast in June and each bell will be rung once as it comes home. Casts remain in the museum.',
      '“They were given to us for safe keeping, and then we forgot the second half of the sentence,” said the director, Helena Frost.',
    ],
  },
  {
    time: '13:50',
    section: 'Sport',
    title: 'Rower Mira Sandoval wins world title by four hundredths of a second',
    standfirst: 'Mira Sandoval is Saltmere’s first world champion since 1964.',
    text: [
      'Mira Sandoval of Saltmere Rowing Club is world champion in the single sculls, by four hundredths of a second and after a photograph that took the judges eleven minutes.',
      'She lay fourth at half way and rowed the last five hundred metres faster than anyone in the history of the event.',
      'The club, which has forty-one members and one good boat, will meet her at the station tomorrow. It is the city’s first world title since 1964.',
    ],
  },
  {
    time: '15:30',
    section: 'City',
    title: 'Rents rose more slowly this year, city figures show',
    standfirst: 'Two per cent, after nine the year before.',
    text: [
      'Rents in Saltmere rose by two per cent this year after nine per cent the year before, according to figures that the city published on its open-data site.',
      'The housing office points to 640 new flats by the canal; tenants’ groups say that wages rose by less than that and that the cheapest flats became dearest fastest.',
      'The council will discuss in January whether to extend the limit on holiday lets, which ends in the summer.',
    ],
  },
  {
    time: '17:40',
    section: 'Health',
    title: 'Hospital cuts waiting times in half with evening clinics',
    standfirst: 'Knees and cataracts after six o’clock.',
    text: [
      'The Saint Brannock hospital has cut the waiting time for planned operations from fourteen weeks to seven by opening its theatres on three evenings a week.',
      'Staff volunteered for the hours and get a free day in return; the trial was to end in November and will now go on.',
      'Most of the evening patients came for knees and cataracts. “I was home for the late film,” said Arthur Bly, who is 78, “and for once I could see it.”',
    ],
  },
  {
    time: '19:25',
    section: 'Region',
    title: 'Wolves return to Thorn Forest, and farmers get dogs',
    standfirst: 'A pair with three cubs was filmed near the reservoir.',
    text: [
      'A pair of wolves with three cubs has been filmed near the reservoir in Thorn Forest, the first to breed in the county for a hundred and forty years.',
      'The county will give sheep farmers guard dogs and pay for fences. Forty-one of its sixty shepherds have asked for both.',
      '“I do not have to like them,” said the shepherd Brigid Tolland. “I have to sleep. The dogs let me sleep.”',
    ],
  },
  {
    time: '22:30',
    section: 'City',
    title: 'Clock tower chimes again by mistake, and residents ask for more',
    standfirst: 'A test rang midnight at half past nine.',
    text: [
      'The clock tower on the market square rang for the first time in six years when engineers tested its hammer and struck midnight at half past nine in the evening.',
      'The city had expected complaints. By ten o’clock it had received two, and four hundred messages asking when the bells would be back.',
      'The answer is April. Until then there will be one chime at noon on Sundays, by popular demand.',
    ],
  },
]
