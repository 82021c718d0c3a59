const characters: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }
const longestMessage = 4096

/** What Telegram's HTML reads as without its tags: for when Telegram cannot read it. */
export function plainHtml(html: string): string {
  return html
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll(/&(lt|gt|amp|quot);/g, (_, name: string) => characters[name] ?? '')
    .slice(0, longestMessage)
    .replace(/[\ud800-\udbff]$/, '')
}
