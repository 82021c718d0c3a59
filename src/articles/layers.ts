import { type Block, readBlocks } from './blocks.ts'
import { isLayerName } from './layer-names.ts'

const aboutConsent =
  /cookies?|consent|gdpr|privacy|datenschutz|einwillig|zustimm|vie privée|confidentialité|privacidad|privacidade|cookie|галет|куки|файл|конфіденц|конфиденц|приватн|partners|partner|プライバシー|クッキー/i
/** With less text beside it a layer is all that the page shows, and tells what kind of wall it is. */
const enoughBeside = 150

/**
 * Takes the layers that ask for consent out of a page that has an article beside them: what says by its
 * class, id or role that it is one, and speaks of it.
 */
export function removeLayers(document: Document): void {
  if (!document.body) return
  const layers = [...document.body.getElementsByTagName('*')].filter(isLayer)
  if (layers.length === 0) return
  const inLayer = ({ element }: Block) => layers.some((layer) => layer.contains(element))
  const beside = readBlocks(document.body)
    .filter((block) => !inLayer(block) && block.linkLetters * 2 < block.text.length)
    .reduce((sum, { text }) => sum + text.length, 0)
  if (beside < enoughBeside) return
  for (const layer of layers) layer.remove()
}

function isLayer(element: Element): boolean {
  if (!element.hasAttributes()) return false
  const names = `${element.getAttribute('class') ?? ''} ${element.id}`
  const role = element.getAttribute('role') ?? ''
  const isDialog = /^(?:alert)?dialog$/.test(role) || element.hasAttribute('aria-modal')
  if (names.length > 1 ? !isDialog && !names.split(/\s+/).some(isLayerName) : !isDialog)
    return false
  if (holdsArticle(element)) return false
  return aboutConsent.test((element.textContent ?? '').slice(0, 2000))
}

function holdsArticle(element: Element): boolean {
  return [element, ...element.getElementsByTagName('*')].some((each) => {
    const { nodeName } = each
    if (nodeName === 'ARTICLE' || nodeName === 'MAIN' || nodeName === 'BODY') return true
    // Text is collected of headings alone: it costs much.
    return nodeName === 'H1' && !aboutConsent.test(each.textContent ?? '')
  })
}
