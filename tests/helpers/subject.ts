/** Words of its own for each headline, so that no two tell one event. */
export function subject(i: number): string {
  const syllables = ['ba', 'do', 'fe', 'gi', 'ku', 'la', 'mo', 'ne', 'pi', 'ru']
  const word = (seed: number) =>
    [seed, seed / 10, seed / 100, seed * 7].map((n) => syllables[Math.floor(n) % 10]).join('')
  return [5, 216, 427].map((from) => word(i * 37 + from)).join(' ')
}
