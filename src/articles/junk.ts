const junkTags = new Set('NAV FORM ASIDE FIGCAPTION FIGURE FOOTER BUTTON SELECT TEXTAREA DIALOG'.split(' '))
const junkRoles = new Set('navigation complementary search dialog menu menubar contentinfo banner form toolbar'.split(' '))

/** Elements that never hold an article's own text, by what they are. */
export function isJunkTag(element: Element): boolean {
  return junkTags.has(element.nodeName) || junkRoles.has(element.getAttribute('role') ?? '')
}

const junkName =
  /(^|[-_ ])(captions?|credits?|by-?lines?|share|sharing|social|newsletter|sign-?up|subscribe|related|recirc|promo|breadcrumbs?|comments?|toolbar|advert\w*|ads?|sponsor\w*|popular|trending|sidebar|copyright|timestamp|pub-?date|outbrain|taboola|author|tags?|meta|read-?(more|also|next))([-_ ]|$)/i

/** Elements whose class or id says that they stand beside the article. */
export function isJunkByName(element: Element): boolean {
  const names = `${element.getAttribute('class') ?? ''} ${element.id}`
  return names.length > 1 && junkName.test(names.replace(/([a-z])([A-Z])/g, '$1-$2'))
}
