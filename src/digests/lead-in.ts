type Told = { language: string | null; isPaid: boolean }

/** A story led by an outlet that tells it in a language, if one that everybody can read does. */
export function leadIn<A extends Told, S extends { lead: A; others: readonly A[] }>(
  story: S,
  language: string,
): S {
  const { lead, others } = story
  if (lead.language === language) return story
  const first = others.find((each) => each.language === language && !each.isPaid)
  if (!first) return story
  return { ...story, lead: first, others: [lead, ...others.filter((each) => each !== first)] }
}
