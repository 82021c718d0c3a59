import type { CourantContext } from '../../context.ts'

/** What a language (BCP 47) is called in the reader's own; the tag itself where it is none. */
export function languageName(ctx: CourantContext, tag: string): string {
  try {
    const names = new Intl.DisplayNames([ctx.t('date-locale')], { type: 'language' })
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}
