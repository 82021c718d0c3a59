// English, Ukrainian and Russian words, the latter two by their beginnings.

/** What stands for a stock market as a whole, and no company. */
const markets = [
  'wall (?:street|st)|s&p|dow(?! chemical)|nasdaq|ftse|dax|cac|nikkei|topix|hang seng|kospi|sensex|nifty|stoxx|asx',
  '(?:asian?|european?|us|world|global|chinese|japanese|indian|australian|london|tokyo|emerging) (?:stocks?|shares|markets?|equities|futures)',
  'stocks|equities|stock (?:markets?|futures|index\\p{L}*)|share (?:markets?|index\\p{L}*)',
  '(?:фондов|американ|європей|европей|азі|азиат|світов|миров)\\p{L}* (?:бірж|бирж|ринк|рынк|рынок|індекс|индекс)\\p{L}*',
  '(?:бірж|бирж)\\p{L}* (?:сша|європи|европы|азії|азии)|волл?[ -]?стріт|уолл?[ -]?стрит',
].join('|')
/** How a market goes. */
const moves = [
  '(?:end|close|open|rise|fall|gain|slip|edge|climb|drop|jump|sink|slide|dip|rebound|retreat|advance|tumble|slump|surge|soar|plunge|rally|rallie|steady|pause|recover|extend|trade|finish|settle|start|head|turn|drift|decline|inche?|post|snap|hit|touch)(?:s|d|ed|ing)?',
  'fell|rose|sank|slid|ended|slipped|dipped|edging|closing|rallies|rallied|higher|lower|up|down|flat|mixed',
  '(?:зрос|зріс|впа|упа|пада|зниз|знижу|закр|відкр|втрат|додал|обвал|росту|раст|вырос|сниз|упал|откр|потер)\\p{L}*',
].join('|')
/** A market, and how it goes, with its number, its adverb or its day in between; not what is to be done there. */
const report = new RegExp(
  `(?<![\\p{L}\\d])(?:${markets})(?: [\\p{L}\\d]+){0,3} (?<! to )(?:${moves})(?![\\p{L}\\d])`,
  'u',
)

/** Whether a headline says how a stock market goes, as one does each day in nearly the same words. */
export function isMarketReport(title: string): boolean {
  const words = title
    .slice(0, 300)
    .toLowerCase()
    .replace(/\bu\.s\.?/g, 'us')
    .replace(/[^\p{L}\d&]+/gu, ' ')
  return report.test(words)
}
