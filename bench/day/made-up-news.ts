import type { Page } from '../../src/domain/article.ts'
import type { NewArticle } from '../../src/store/articles.ts'

const letters = 'etaoinsrhldcumfpgwybvkxjqz'
const vocabulary = 30_000

/** Words as frequent as those of a language (Zipf's law), of two to eleven letters. */
export function createWords(random: () => number): (length: number) => string {
  const made = Array.from({ length: vocabulary }, () => {
    const length = 2 + Math.floor(random() * 10)
    return Array.from({ length }, () => letters[Math.floor(random() ** 2 * letters.length)]).join(
      '',
    )
  })
  /** Sentences of so many letters in all, or a few more. */
  return (length) => {
    let text = ''
    while (text.length < length) {
      text += `${made[Math.floor(vocabulary ** random()) - 1] ?? 'and'} `
      if (random() < 0.06) text = `${text.trimEnd()}. `
    }
    return `${text.trimEnd()}.`
  }
}

/** What a feed says of an article: a headline and a blurb. */
export function aFeedItem(words: (length: number) => string, id: string, atMs: number): NewArticle {
  return {
    itemId: `https://news.example/2030/03/${id}-what-the-headline-of-the-article-says`,
    url: `https://news.example/2030/03/${id}-what-the-headline-of-the-article-says`,
    title: words(70),
    author: words(12),
    kind: 'news',
    publishedAtMs: atMs,
    precision: 'minute',
    place: null,
    summary: { text: words(1000), origin: 'feed' },
    standfirst: null,
    body: null,
  }
}

/** What its page says: a text of 1,000 letters. */
export function aPage(words: (length: number) => string): Page {
  return {
    title: null,
    author: null,
    authors: [],
    authorNote: null,
    publishedAt: null,
    precision: 'none',
    language: 'en',
    standfirst: words(150),
    picture: 'https://news.example/pictures/2030/03/what-is-seen-in-the-picture-1200x630.jpg',
    kind: 'news',
    kindReason: { code: 'kind-schema-news', type: 'NewsArticle' },
    sources: {},
    text: words(1000),
  }
}
