const english = {
  locale: 'en-GB',
  home: 'Home',
  here: 'You are here',
  sections: 'Sections',
  sectionNames: ['City', 'Region', 'Science', 'Culture', 'Sport', 'Opinion'],
  newsroom: 'Newsroom',
  caption: 'The estuary. Drawing: sample archive',
  readAlso: 'Read also',
  share: 'Share',
  print: 'Print',
  letter: 'The day’s news in your inbox',
  subscribe: 'Subscribe',
  news: 'News',
  moreNews: 'More news',
  about: 'About us',
  contact: 'Contact',
  terms: 'Terms',
  disclaimer: 'The editors do not always share the opinions expressed in columns.',
}

const ukrainian: typeof english = {
  locale: 'uk',
  home: 'Головна',
  here: 'Ви тут',
  sections: 'Розділи',
  sectionNames: ['Місто', 'Область', 'Наука', 'Культура', 'Спорт', 'Думки'],
  newsroom: 'Редакція',
  caption: 'Лиман. Малюнок із архіву зразків',
  readAlso: 'Читайте також',
  share: 'Поділитися',
  print: 'Друкувати',
  letter: 'Новини дня поштою',
  subscribe: 'Підписатися',
  news: 'Новини',
  moreNews: 'Більше новин',
  about: 'Про нас',
  contact: 'Контакти',
  terms: 'Умови',
  disclaimer: 'Редакція не завжди поділяє думки авторів колонок.',
}

/** The words around an outlet's articles. */
export function wordsFor(language: 'en' | 'uk'): typeof english {
  return language === 'uk' ? ukrainian : english
}
