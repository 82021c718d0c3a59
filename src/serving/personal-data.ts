import { deletePersonalData, type PrivacyLine, readPersonalData } from '../store/personal-data.ts'
import type { Serving } from './serving.ts'

/** What is kept of people, as `/privacy` tells it: one line after another. */
export const privacyLines: readonly PrivacyLine[] = [
  'number',
  'choices',
  'chats',
  'deliveries',
  'saved',
  'suggestions',
  'problems',
]

/** All that is kept of a person as one JSON document, by the names of its tables and columns. */
export async function personalDocument(
  { db, now }: Pick<Serving, 'db' | 'now'>,
  personId: number,
): Promise<string> {
  const data = await readPersonalData(db, personId)
  return JSON.stringify({ number: personId, at: now().toString(), ...data }, null, 2)
}

/** Deletes all that is kept of a person, their digest with it. */
export function deletePerson({ db }: Pick<Serving, 'db'>, personId: number): Promise<void> {
  return db.transaction().execute((trx) => deletePersonalData(trx, personId))
}
