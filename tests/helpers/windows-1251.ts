const letters = [
  ...new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, i) => i)),
]

/** The bytes of a text in windows-1251; letters that it lacks become question marks. */
export function toWindows1251(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => Math.max(letters.indexOf(letter), 0) || 63)
}
