/** Layers that lie over a page, by the names that vendors and templates give them. */
const vendors =
  /^(?:onetrust|ot-sdk|didomi|cybot|cookiebot|usercentrics|uc-banner|qc-cmp|quantcast|borlabs|bbb?-?cookie|sp[_-]message|iubenda|truste|evidon|klaro|tarteaucitron|osano|cmplz|complianz|moove[_-]gdpr|fc-consent|fc-dialog|cc-window|cc-banner|cky|cmpbox|cmpwrapper|termly|ketch|axeptio|sqzs|cli-|wt-cli|cookie-?law-?info|eu-?cookie|catapult-cookie|pum-overlay|pea_cook|ez-cookie|adopt-|transcend)/i
const named =
  /^(?!(?:has|no|not|with|without|show|hide|tag|category|post|is)[-_])(?:[a-z0-9]+[-_]{1,2}){0,3}(?:cookies?|consent|gdpr|dsgvo|rgpd|lgpd|ccpa|cmp|privacy|datenschutz)(?:[-_]{0,2}(?:law|eu|consent|notice|banner|bar|popup|pop-up|modal|dialog|overlay|layer|message|msg|info|warning|alert|wall|manager|container|content|box|wrapper|wrap|prompt|sdk|panel|settings|preferences|hint|hinweis|policy|disclaimer|ui|root|bottom|top|text|inner|notification|toast|statement|tool|screen|window|management|agreement|approval|accept|choice|control|note|holder|section|block|popin|bandeau|layerid|main)){1,4}$/i
const alone = /^(?:cookies?|consent|gdpr|dsgvo|rgpd|cmp)$/i
const hint =
  /cook|consent|gdpr|dsgvo|rgpd|lgpd|ccpa|cmp|privacy|datenschutz|onetrust|ot-sdk|didomi|cybot|usercentrics|uc-banner|quantcast|borlabs|sp[_-]message|iubenda|truste|evidon|klaro|tarteaucitron|osano|complianz|cmplz|fc-dialog|cc-window|cc-banner|cky|termly|ketch|axeptio|sqzs|cli-|pum-|adopt-|transcend/i

/** Whether an attribute may be that of a layer; most pages have none, and need no search. */
export function namesLayer(attribute: string, value: string): boolean {
  if (attribute === 'class' || attribute === 'id') return hint.test(value)
  return attribute === 'aria-modal' || (attribute === 'role' && value.endsWith('dialog'))
}

/** Whether a class or an id is that of a layer. */
export function isLayerName(name: string): boolean {
  return vendors.test(name) || named.test(name) || alone.test(name)
}
