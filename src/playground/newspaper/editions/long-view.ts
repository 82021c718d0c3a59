import type { SampleArticle } from '../edition.ts'
import { adaMarsh, levOrr, nadiaBrandt } from './columnists.ts'

export const firstDay: SampleArticle[] = [
  {
    time: '05:00',
    section: 'Columns',
    columnist: adaMarsh,
    title: 'A bridge is not an answer to a ferry',
    standfirst:
      'We built a bridge and closed the ferry, as if the one replaced the other. It took us eleven years to see that they were never the same thing.',
    text: [
      'A bridge is for those who have somewhere to be. A ferry is for those who have someone to be with, if only for twelve minutes, and I have carried both kinds across this estuary in fog.',
      'When the bridge opened I was the last pilot to bring the night boat in. We were told that nobody would miss it, and the figures said so too; but figures count those who come, never those who stay at home because there is no way to go.',
      'So I do not ask whether the ferry will pay. I ask what a city is for at two in the morning, and I am glad that it has begun to wonder.',
    ],
  },
  {
    time: '10:30',
    section: 'Columns',
    columnist: levOrr,
    title: 'The parking fund has learned to read',
    standfirst:
      'Sunday at the library costs less than the potholes it did not mend, and returns more. That is arithmetic, not poetry.',
    text: [
      'Councils like funds with names, since a name decides an argument before it begins. Money in the parking fund belongs to cars, as money in the winter fund belongs to snow.',
      'Yet nine hundred people who read on a Sunday are worth more to the tills of the old town than ninety smoother metres of road. I have counted both, and I drive.',
      'A budget is a list of what we believe. Let us at least believe it with a pencil in hand.',
    ],
  },
  {
    time: '17:00',
    section: 'Columns',
    columnist: nadiaBrandt,
    title: 'In praise of the swan on the transformer',
    standfirst:
      'For one hour nobody in the old town could be reached. I have not slept so well since the spring.',
    text: [
      'For one hour the old town had no light, no lift and no news, and people did what people do: they came out on the stairs with candles and asked each other’s names.',
      'I learned that the man above me is a piano tuner, which explains a great deal, and that the widow on the ground floor keeps nine kinds of jam for exactly such evenings.',
      'The company will put a cover on the transformer. I understand why. I only ask that they leave a small gap, for luck.',
    ],
  },
]

export const secondDay: SampleArticle[] = [
  {
    time: '05:15',
    section: 'Columns',
    columnist: adaMarsh,
    title: 'The coxswain delivers the post',
    standfirst:
      'We call them heroes for one night a year and let them look for parking on the others. There is a better way to say thank you.',
    text: [
      'The woman who took four men off a drifting ship last night will push letters through your door this morning, and she will be late, and somebody will complain.',
      'Every lifeboat on this coast is crewed by people who have other work and who pay for their own boots. We are moved by that; we ought to be ashamed of it.',
      'Applause keeps nobody dry. The county spends more each year on the fireworks with which it salutes them than on the slipway from which they leave.',
    ],
  },
  {
    time: '11:00',
    section: 'Columns',
    columnist: levOrr,
    title: 'What a seven-year-old knows about interest',
    standfirst:
      'A boy lent ten crowns to a mill and wants rolls in return. It is the soundest bond I have seen all year.',
    text: [
      'The boy who lent his bakery ten crowns was asked what he expected for it, and he said: rolls. Every finance minister should be made to repeat the answer slowly.',
      'An investment is a promise about the future made of something you can bite into. Where nobody can say what the rolls will be, one should keep the ten crowns.',
      'The mill may fail; its roof is a ruin. But nineteen hundred people now have a reason to look up at that roof, and that is what the books of banks never show.',
    ],
  },
  {
    time: '16:30',
    section: 'Columns',
    columnist: nadiaBrandt,
    title: 'Twins get two trees',
    standfirst:
      'A city that plants a tree for a child makes the child a promise about the next eighty years. I read the small print.',
    text: [
      'The letter to the parents says where the tree stands and what to do if it ails. It does not say what the child is to do, and I like that best.',
      'Mine would be sixty this year, a lime by the gasworks, and I would know by now whether it had been kinder than I was to the people beneath it.',
      'Eighty years is long for a promise. But a lime takes forty to become itself, and so did I, and nobody cut me down for it.',
    ],
  },
]
