import type { SampleArticle } from '../edition.ts'

export const firstDay: SampleArticle[] = [
  {
    time: '00:25',
    section: 'Waterfront',
    title: 'Night ferry sails from Saltmere again, eleven years on',
    standfirst: 'Every seat was taken when the first crossing left the old quay after midnight.',
    text: [
      'Passengers queued from nine in the evening for the first night ferry from Saltmere to Port Linden in eleven years, and not all of them got on.',
      'The harbour office had expected a hundred people and sold 240 tickets in an hour. A second boat will stand by for the rest of the week.',
      'Shop owners in Port Linden said that they would open later at weekends if the crowds keep coming.',
    ],
  },
  {
    time: '06:55',
    section: 'Politics',
    title: 'Glasshouse Library stays open on Sundays: the vote splits the council',
    standfirst: 'One independent made the difference.',
    text: [
      'Sunday opening at the Glasshouse Library survives, after a single independent, Councillor Maud Ferrier, crossed the floor and split the council eleven to ten.',
      'Ferrier had been against the plan until a class of nine-year-olds wrote to her. She read one of the letters into the record.',
      'The vote takes 180,000 crowns a year from the parking fund until a review in two years.',
    ],
  },
  {
    time: '08:20',
    section: 'Environment',
    title: 'Oyster beds clean the old dock twice as fast as hoped, university finds',
    standfirst:
      'Researchers of Linden University say that the 90,000 oysters of Saltmere filter the whole basin every four days.',
    text: [
      'The water in Saltmere’s old dock is clearer than at any time since records began in 1951, and oysters are the reason, according to a study by Linden University.',
      'The 90,000 animals filter the basin every four days. The team counted 31 species that were not there before, among them pipefish and two kinds of seahorse.',
      'The study warns against eating the oysters, because of lead in the mud beneath them.',
    ],
  },
  {
    time: '11:35',
    section: 'Economy',
    title: 'Calder shipyard takes order for six electric pilot boats: forty jobs',
    standfirst: 'Half of the posts are apprenticeships.',
    text: [
      'Calder & Daughters will build six electric pilot boats and hire forty people for it, the shipyard and three port authorities announced at the slipway.',
      'Half of the posts are apprenticeships, open to applicants of any age. The youngest welder at the yard today is fifty-three.',
      'The first boat is due in eighteen months.',
    ],
  },
  {
    time: '13:10',
    section: 'Food',
    title: 'The best chowder on the coast is made in a petrol station',
    standfirst: 'Our critic drove past it for nine years.',
    text: [
      'The best chowder on the coast is made in a petrol station on the Thornwick road, by a former ship’s cook named Bartholomew Ng, between one and three in the afternoon.',
      'It has smoked haddock, waxy potatoes and a spoon of brown butter, and it costs less than the petrol you burn to get there.',
      'There are four stools. Bring your own bowl and he fills it to the brim.',
    ],
  },
  {
    time: '15:45',
    section: 'Science',
    title: 'Why harbour seals sing louder than they used to',
    standfirst: 'Quieter ferries have let a chorus come back.',
    text: [
      'Harbour seals in the estuary sing longer and louder than ten years ago, and biologists believe that quieter ferries are the reason.',
      'Underwater microphones recorded males calling for up to nine hours in the breeding season; in the years of diesel engines they gave up after three.',
      'The recordings can be heard at the lighthouse on Sundays, where visitors have compared them to a door, a trombone and an uncle.',
    ],
  },
  {
    time: '21:15',
    section: 'Neighbours',
    title: 'Port Linden to share its snow ploughs with Saltmere',
    standfirst: 'The two towns bury an old quarrel under new snow.',
    text: [
      'Port Linden and Saltmere will share their snow ploughs this winter, ending a quarrel that began when one town cleared the bridge only to its middle.',
      'Six ploughs will now clear both towns by a common plan, with schools and hospitals first.',
      'The line at the middle of the bridge has been painted over.',
    ],
  },
]

export const secondDay: SampleArticle[] = [
  {
    time: '00:40',
    section: 'Coast',
    title: 'All eleven sailors rescued from freighter adrift off Cape Tern',
    standfirst: 'Helicopter and lifeboat reached the Marigold Star in gusts of 95 km/h.',
    text: [
      'All eleven crew of the timber ship Marigold Star are safe after a helicopter and a lifeboat took them off in gusts of 95 kilometres an hour near Cape Tern.',
      'The ship had lost her rudder shortly before ten in the evening and was drifting towards the skerries when the tug Perseverance got a line aboard.',
      'It was the 400th rescue by the Cape Tern lifeboat, whose coxswain, Wilhelmina Drake, delivers the post by day.',
    ],
  },
  {
    time: '07:15',
    section: 'Politics',
    title: 'A tree for every child born: council backs green birth certificate',
    standfirst: 'The first 300 go to bare streets of Saltmere, says the gardener Oskar Lindqvist.',
    text: [
      'Every baby born in Saltmere this year will get a tree, the council decided without a vote against, and streets without any green will get theirs first.',
      'The plan costs 410,000 crowns and is paid from the fund for storm damage, since trees drink rain that would otherwise flood cellars.',
      'Twins get two trees, and they will stand side by side.',
    ],
  },
  {
    time: '08:45',
    section: 'Science',
    title: 'First picture of the coast from students’ satellite',
    standfirst:
      'A radio amateur in Thornwick was the first to hear the satellite from Saltmere, at a height of 520 kilometres.',
    text: [
      'A satellite built at the technical school of Saltmere has photographed the coast from an orbit of 520 kilometres, and radio amateurs heard the picture before its makers did.',
      'The first to decode it was a retired postmaster in Thornwick, with an aerial made from a tape measure.',
      'The satellite will report the temperature of the sea for a year and then burn up, leaving nothing behind.',
    ],
  },
  {
    time: '11:20',
    section: 'Economy',
    title: 'Bakers’ cooperative buys Stonegate mill with millions from customers',
    standfirst:
      'Fourteen bakeries of Saltmere paid 3.4 million crowns; the smallest loan was ten, from a boy of seven.',
    text: [
      'Nineteen hundred customers have lent fourteen bakeries the money to buy the Stonegate mill; the smallest loan was ten crowns, from a boy of seven who likes rolls.',
      'The loans bear no interest but come with a loaf a month. The cooperative expects to pay them back in eight years.',
      'The mill last turned in 2016. Its stones are in good order, its roof is not.',
    ],
  },
  {
    time: '14:30',
    section: 'Sport',
    title: 'Rower Mira Sandoval wins world title in a photo finish',
    standfirst: 'Four hundredths of a second, eleven minutes of waiting.',
    text: [
      'Eleven minutes after she crossed the line Mira Sandoval was told that she was champion of the world in the single sculls, by four hundredths of a second.',
      'Sandoval, who is 26 and works as a pharmacist, trains at five in the morning on the canal “because nobody is there to see me catch a crab”.',
      'The silver medal went to Annika Vos, who embraced her before either knew the result.',
    ],
  },
  {
    time: '16:50',
    section: 'Science',
    title: 'Ancient fish trap found in the mud at low tide',
    standfirst: 'Willow stakes cut with stone axes.',
    text: [
      'A walker has found a fish trap of willow stakes in the estuary mud that archaeologists believe to be five thousand years old.',
      'The gale had stripped away half a metre of mud. The stakes were cut with stone axes, and the marks of the blades can still be seen.',
      'The find will be recorded between tides and then covered again, which is the best way to keep it.',
    ],
  },
  {
    time: '20:05',
    section: 'Neighbours',
    title: 'Thornwick’s last phone box becomes its smallest museum',
    standfirst: 'One visitor at a time, free calls to the past.',
    text: [
      'The last phone box in Thornwick has become the smallest museum of the county: one visitor at a time lifts the receiver and hears a memory of the village.',
      'Schoolchildren recorded sixty of them, from the flood of 1953 to the day the circus lost its camel.',
      'The box is open at all hours. The camel was found at the vicarage.',
    ],
  },
]
