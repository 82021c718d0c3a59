/** A zone as Temporal names it: an offset (`+03:00`) or a name of the IANA database (`Europe/Kyiv`). */
export type ZoneId = string
