/** Addresses behind the words of a message, in their order. */
export function linksOf(message: object): string[] {
  if (!('entities' in message) || !Array.isArray(message.entities)) return []
  return message.entities.flatMap(({ type, url }) =>
    type === 'text_link' && typeof url === 'string' ? [url] : [],
  )
}
