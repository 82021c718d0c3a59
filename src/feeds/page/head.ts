import type { Document } from 'domhandler'
import { canonicalAddress } from '../../domain/address.ts'
import { foldSpace } from '../../text/space.ts'
import { isElement, textOf, walk } from '../listing/outline.ts'
import { siteName } from './site-name.ts'

/** What a page says of itself as a whole. */
export type PageHead = {
  /** The name of its site; null where nothing tells it. */
  title: string | null
  /** A language tag (BCP 47) as the page gives it. */
  language: string | null
  /** The page's own address. */
  url: string | null
  /** What its links are relative to; null when nothing says it. */
  base: string | null
  /** It says to be one article (Open Graph); some sites say so of their lists too. */
  claimsArticle: boolean
}

const languageTag = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i

/** Reads a page's title, language and address; `address` is where it came from, if that is known. */
export function readHead(document: Document, address: string | null): PageHead {
  let title: string | null = null
  let site: string | null = null
  let language: string | null = null
  let own: string | null = null
  let base: string | null = null
  let claimsArticle = false
  walk(document, {
    enter(node) {
      if (!isElement(node)) return node.type === 'root'
      const { name, attribs } = node
      if (name === 'html') language = languageTag.exec(attribs.lang?.trim() ?? '')?.[0] ?? null
      else if (name === 'title') title ??= textOf(node) || null
      else if (name === 'base') base ??= attribs.href ?? null
      else if (name === 'link' && attribs.rel === 'canonical') own ??= attribs.href ?? null
      else if (name === 'meta') {
        if (attribs.property === 'og:site_name') site = foldSpace(attribs.content ?? '') || site
        if (attribs.name === 'application-name') site ??= foldSpace(attribs.content ?? '') || null
        if (attribs.property === 'og:type')
          claimsArticle = /^(?:article|video)/.test(attribs.content ?? '')
        if (attribs.property === 'og:url') own ??= attribs.content ?? null
      }
      return name !== 'svg'
    },
  })
  const url = address ?? canonicalAddress(own ?? '')
  return {
    title: site ?? (title && siteName(title, url)),
    language,
    url,
    base: canonicalAddress(base ?? '', url ?? undefined) ?? url,
    claimsArticle,
  }
}
