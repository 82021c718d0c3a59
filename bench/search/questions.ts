/** What readers ask for, in any form and with slips, and the beginnings of the headlines that answer it. */
export const questions: { language: 'en' | 'uk'; asked: string; right: string[] }[] = []

const english = `
night ferries => Night ferry returns | Night ferry sails | A bridge is not an answer | Harbour bridge closes
library sundays => Council votes to keep the Glasshouse | Glasshouse Library stays open | The parking fund
oyster bed => Oysters clean | Oyster beds clean
tram to the hospitals => Tram line 4 reaches
electric boat orders => Shipyard takes its first order | Calder shipyard takes order
lost symphonies => Lost symphony
derby winners goals => Gulls beat Linden
scaffolds clock => Market traders win
school kitchens => Every school in the county
heat stores => Upper valley switches on
swan transformers => Power back in the old town | In praise of the swan
rescued sailor => Rescuers bring eleven | All eleven sailors
"cape tern" freighter => Rescuers bring eleven | All eleven sailors
tree for each born child => City to plant a tree | A tree for every child | Twins get two
student satellites => Students’ satellite sends | First picture of the coast
bridges closing nights => Harbour bridge closes
bakers mills => Bakers’ cooperative buys the mill | Bakers’ cooperative buys Stonegate
museums bell => Museum returns forty
Mira Sandovall => Rower Mira Sandoval wins world title by | Rower Mira Sandoval wins world title in
rent figures => Rents rose more slowly
wolf farmers => Wolves return
chowders => The best chowder
singing seals => Why harbour seals
snow plough => Port Linden to share
lightships tow => Old lightship comes home | Old lightship Constance | What a light that moves
swim canals ban => Council lifts the ban | Swimming in the canal legal
harvest apples => Apple growers
grandmasters draw => Twelve-year-old draws
regata => Fog ends the regatta
drill* water market => Drillers strike warm water beneath the | Drillers strike warm water beneath Saltmere
`
const ukrainian = `
нічні читальні зали => У Солтмірі відкрили нічний
туману градусів => Зранку туман
трамваєм до лікарень => Трамвай до лікарні
устриця док => Устриці очистили
хору пекаря => Хор пекарів
перемоги дербі => «Солтмір Галлз» вирвав
моряки урятували => Одинадцятьох моряків
мисом Терном => Одинадцятьох моряків
шторму набережній => Шторм ущухне
дерева дітей => Кожна новонароджена
супутника фото => Шкільний супутник
пекарня млини => Старий млин Стоунгейт | Хор пекарів
Міри Сандовал => Міра Сандовал
Sandoval lang:uk => Міра Сандовал
чемпіонка веслувальниця OR веслування => Міра Сандовал
плавучих маяків => До Солтміра повернувся
купання у каналах => У міському каналі
гросмейстером внічию => Дванадцятирічна шахістка
шахісток => Дванадцятирічна шахістка
бочки яблука => Яблук уродило
гарячої води ринку => Під ринком знайшли
Зеленський переговори => Зеленський прибув | Zelenskyy meets
Zelensky => Зеленський прибув | Zelenskyy meets
харківський OR Харкова метро => У Харкові відкрили
Києві мосту => Київ ремонтує
Kyiv => Київ ремонтує | Zelenskyy meets
Трампа => Trump speaks | Трамп виступив
портніков => Портников: про
кам'янці => У Камʼянці
партій виборах => Партії готуються
`

for (const [language, lines] of [
  ['en', english],
  ['uk', ukrainian],
] as const) {
  for (const line of lines.trim().split('\n')) {
    const [asked = '', right = ''] = line.split(' => ')
    questions.push({ language, asked, right: right.split(' | ') })
  }
}

/** Invented beside the sample newspaper: names in two alphabets, and news in which the same words stand apart. */
export const invented = [
  [
    'Зеленський прибув на переговори',
    'Президент Зеленський прибув у Київ на переговори з послами.',
  ],
  ['Zelenskyy meets ambassadors in Kyiv', 'President Zelenskyy met ambassadors on Friday.'],
  ['У Харкові відкрили станцію метро', 'Харків’яни чекали на неї вісім років.'],
  ['Київ ремонтує міст', 'Міст у Києві закриють на три ночі, а рух піде через інший.'],
  ['Trump speaks in Ohio', 'A crowd heard Donald Trump speak for an hour.'],
  ['Трамп виступив в Огайо', 'Дональд Трамп говорив годину перед тисячами людей.'],
  ['Портников: про довіру', 'Колонка Віталія Портникова про те, на чому стоїть довіра.'],
  ['У Камʼянці відкрили музей', 'Перших відвідувачів зустрів оркестр.'],
  ['Партії готуються до виборів', 'До перегонів зголосилося дванадцять партій.'],
  ['Партія товару застрягла на кордоні', 'Вантажівки чекають третю добу.'],
  ['A party on the quay', 'Music was heard until the morning.'],
  ['Harbour dues to rise', 'Captains say that the harbour has not been dredged.'],
  ['The bridge club meets', 'Forty players of cards met in the library.'],
  ['Trees felled after the storm', 'The road is open again.'],
  ['Порт підрахував вантажі', 'За рік через порт пройшло більше зерна.'],
  ['Міністр про податки', 'Податок на землю не зросте.'],
] as const
