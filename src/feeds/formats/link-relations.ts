/**
 * The relations that a link names (RFC 8288, 3.3): in lower case, those registered by their names, also
 * where they are given as addresses at IANA (RFC 4287, 4.2.7.2). A link without any is an alternate.
 */
export function relationsOf(rel: string | undefined): string[] {
  const names = (rel ?? '')
    .toLowerCase()
    .split(/\s+/)
    .map((name) =>
      name.replace(/^https?:\/\/www\.iana\.org\/assignments\/(?:link-)?relations?\//, ''),
    )
    .filter(Boolean)
  return names.length > 0 ? names : ['alternate']
}
