import { plainText } from '../text/plain-text.ts'
import { foldSpace } from '../text/space.ts'
import type { CutPage } from './cut-page.ts'

/** What a page says of itself in its head. */
export type PageHead = {
  /** The first content of each `meta`, by its property, name or itemprop in small letters. */
  metas: Map<string, string>
  /** The address of `rel=canonical`. */
  canonical: string | null
  htmlLanguage: string | null
  /** What `title` says. */
  windowTitle: string | null
}

export function readHead(document: Document, cut: Pick<CutPage, 'metas' | 'canonical'>): PageHead {
  return {
    metas: new Map([...cut.metas].map(([name, value]) => [name, plainText(value.slice(0, 5000))])),
    canonical: cut.canonical && plainText(cut.canonical.slice(0, 5000)),
    htmlLanguage: document.documentElement.getAttribute('lang'),
    windowTitle: foldSpace(document.title).slice(0, 500) || null,
  }
}
