/** Bot tokens as @BotFather gives them, also where an address has escaped them. */
const tokens = /\d+(?::|%3A)[\w-]{20,}/gi

/** Text without any bot token in it. */
export function withoutTokens(text: string): string {
  return text.replaceAll(tokens, '<token>')
}
