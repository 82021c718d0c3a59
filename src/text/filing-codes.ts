// By which agencies file a report once more or in another form, as their clients' systems sort it: `UPDATE 2-`,
// `RPT-`, `CORRECTED-(OFFICIAL)-`. Kinds of reports (`ANALYSIS-`) and subjects (`GLOBAL MARKETS-`) are none: they say
// something of what is told.
const codes = `
  UPDATE WRAPUP CORRECTED CORRECTION RPT REPEAT REFILE BRIEF EXCLUSIVE ADVISORY
  LEAD POINT SYNTHESE SYNTHÈSE RÉPÉTITION CORRECTIF
  ACTUALIZA ACTUALIZACION ACTUALIZACIÓN RESUMEN REPITE CORREGIDO CORREGIDA EXCLUSIVA AMPLIACION AMPLIACIÓN
  ATUALIZA ATUALIZAÇÃO RESUMO REPETE CORRIGIDO CORREÇÃO EXCLUSIVO
  AKTUALISIERT ZUSAMMENFASSUNG KORRIGIERT KORREKTUR WDH WDHLG ROUNDUP EXKLUSIV
  AGGIORNA RIPETE CORRETTO
  ОБНОВЛЕНИЕ ОБНОВЛЕНО ПОВТОР ИСПРАВЛЕНИЕ ИСПРАВЛЕНО УТОЧНЕНИЕ ЭКСКЛЮЗИВ
  ОНОВЛЕННЯ ОНОВЛЕНО ВИПРАВЛЕНО УТОЧНЕННЯ ЕКСКЛЮЗИВ
`
  .trim()
  .split(/\s+/)

/** One code or some in a row, in capitals and joined to the headline: `RPT-UPDATE 1-`. */
const head = new RegExp(
  `^(?:(?:${codes.join('|')})(?: \\d{1,2})?-(?:\\(\\p{Lu}{1,20}\\)-)?){1,4}`,
  'u',
)
const isNumbered = / \d{1,2}-$/
/** As a headline begins; otherwise the word may be a part of another: `UPDATE-resistant`. */
const beginsAnew = /^[\p{Lu}\p{N}"'«“”„‘’$€£]/u

/** A headline without the codes that an agency filed it by. */
export function withoutFilingCodes(title: string): string {
  const [found = ''] = head.exec(title) ?? []
  const rest = title.slice(found.length)
  const isCode = found !== '' && (isNumbered.test(found) || beginsAnew.test(rest))
  // In a headline all in capitals the word may be any.
  return isCode && /^\S.*\p{Ll}/u.test(rest) ? rest : title
}
