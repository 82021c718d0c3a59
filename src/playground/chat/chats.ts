/** Someone whose chat the page shows. */
export type Person = { id: number; name: string; role: 'reader' | 'admin' }

/** A group or channel of theirs. */
export type Place = { id: number; name: string; type: 'group' | 'channel' }

export type ChatOptions = {
  host: string
  port: number
  people: readonly Person[]
  places?: readonly Place[]
  /** Lets time pass until the next digest of a chat; false if it gets none. */
  nextDigest?: (chatId: number) => Promise<boolean>
}

/** A person, and the chat of theirs that is meant: the private one with the bot, or a place. */
export type Seat = { person: Person; chatId: number; type: 'private' | Place['type'] }

/** Reads who acts where, from foreign values; null where there is no such person or place. */
export function readSeat(
  { people, places = [] }: Pick<ChatOptions, 'people' | 'places'>,
  personId: unknown,
  placeId: unknown,
): Seat | null {
  const person = people.find(({ id }) => id === Number(personId))
  if (!person) return null
  if (placeId === undefined || placeId === null) {
    return { person, chatId: person.id, type: 'private' }
  }
  const place = places.find(({ id }) => id === Number(placeId))
  return place ? { person, chatId: place.id, type: place.type } : null
}
