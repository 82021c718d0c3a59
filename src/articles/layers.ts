import { type Block, readBlocks } from './blocks.ts'

/** Layers that lie over a page, by the names that vendors and templates give them. */
const vendors =
  /^(?:onetrust|ot-sdk|didomi|cybot|cookiebot|usercentrics|uc-banner|qc-cmp|quantcast|borlabs|bbb?-?cookie|sp[_-]message|iubenda|truste|evidon|klaro|tarteaucitron|osano|cmplz|complianz|moove[_-]gdpr|fc-consent|fc-dialog|cc-window|cc-banner|cky|cmpbox|cmpwrapper|termly|ketch|axeptio|sqzs|cli-|wt-cli|cookie-?law-?info|eu-?cookie|catapult-cookie|pum-overlay|pea_cook|ez-cookie|adopt-|transcend)/i
const named =
  /^(?!(?:has|no|not|with|without|show|hide|tag|category|post|is)[-_])(?:[a-z0-9]+[-_]{1,2}){0,3}(?:cookies?|consent|gdpr|dsgvo|rgpd|lgpd|ccpa|cmp|privacy|datenschutz)(?:[-_]{0,2}(?:law|eu|consent|notice|banner|bar|popup|pop-up|modal|dialog|overlay|layer|message|msg|info|warning|alert|wall|manager|container|content|box|wrapper|wrap|prompt|sdk|panel|settings|preferences|hint|hinweis|policy|disclaimer|ui|root|bottom|top|text|inner|notification|toast|statement|tool|screen|window|management|agreement|approval|accept|choice|control|note|holder|section|block|popin|bandeau|layerid|main)){1,4}$/i
const alone = /^(?:cookies?|consent|gdpr|dsgvo|rgpd|cmp)$/i
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
  const names = `${element.getAttribute('class') ?? ''} ${element.id}`
  const role = element.getAttribute('role') ?? ''
  const isDialog = /^(?:alert)?dialog$/.test(role) || element.hasAttribute('aria-modal')
  if (names.length > 1 ? !isDialog && !names.split(/\s+/).some(isLayerName) : !isDialog)
    return false
  if (holdsArticle(element)) return false
  return aboutConsent.test((element.textContent ?? '').slice(0, 2000))
}

function isLayerName(name: string): boolean {
  return vendors.test(name) || named.test(name) || alone.test(name)
}

function holdsArticle(element: Element): boolean {
  return [element, ...element.getElementsByTagName('*')].some(
    ({ nodeName, textContent }) =>
      nodeName === 'ARTICLE' ||
      nodeName === 'MAIN' ||
      nodeName === 'BODY' ||
      (nodeName === 'H1' && !aboutConsent.test(textContent ?? '')),
  )
}
