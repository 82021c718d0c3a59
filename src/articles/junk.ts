const junkTags = new Set(
  'NAV FORM ASIDE FIGCAPTION FIGURE FOOTER BUTTON SELECT TEXTAREA DIALOG'.split(' '),
)
const junkRoles = new Set(
  'navigation complementary search dialog menu menubar contentinfo banner form toolbar'.split(' '),
)

/** Elements that never hold an article's own text, by what they are. */
export function isJunkTag(element: Element): boolean {
  return junkTags.has(element.nodeName) || junkRoles.has(element.getAttribute('role') ?? '')
}

const words = (list: string) => new RegExp(`(?:^|[^a-z])(?:${list})(?:[^a-z]|$)`, 'i')

// The words that templates of news sites use, in any of their usual spellings.
const junkNames = words(
  `(?:img|image|photo|figure|media|video|picture)?[-_]?(?:captions?|credits?)|by-?lines?|date-?lines?|
  share|shar(?:ing|ebar)|social|socials|newsletters?|sign-?up|subscri(?:be|ption)|related|recirc\\w*|
  promos?|breadcrumbs?|toolbar|advert\\w*|sponsor\\w*|trending|sidebar|copyrights?|timestamp|
  pub-?date|outbrain|taboola|read-?(?:more|also|next)|more-(?:from|on|stories|news)|most-?(?:read|popular)|
  recommend\\w*|carousel|rail|swiper|slider|slideshow|gallery|callout|pull-?quote|inline-?gallery|
  author-?(?:bio|info|box|card|name)|about-?(?:the-?)?author|print-only|screen-reader\\w*|sr-only|
  visually-?hidden|skip-?link|cookies?|paywall|disclaimer|poll|quiz|player`.replace(/\s+/g, ''),
)
const doubtfulNames = words(
  'author|meta|tags?|tag-?list|comments?|popular|ads?|promo\\w*|bio|info|widget|embed|toc|footer|header|kicker|disclosure',
)
const pictureNames = words(
  '(?:inline-?|lead-?)?(?:img|images?|photos?|figure|pictures?|media|video|embed)\\w*',
)

/** How sure a class or an id is that an element stands beside the article. */
export type JunkClaim = 'sure' | 'doubtful' | 'picture' | null

export function junkClaim(element: Element): JunkClaim {
  const names = `${element.getAttribute('class') ?? ''} ${element.id}`
  if (names.length < 3) return null
  const separated = names.replace(/([a-z])([A-Z])/g, '$1-$2')
  if (junkNames.test(separated)) return 'sure'
  if (doubtfulNames.test(separated)) return 'doubtful'
  return pictureNames.test(separated) ? 'picture' : null
}
