/** A page of headlines under their days, that names no feed. */
export function listing(days: [heading: string, titles: string[]][], head = ''): string {
  const groups = days.map(
    ([heading, titles]) =>
      `<div class="date">${heading}</div><ul>${titles
        .map((title) => `<li><a href="/n/${encodeURIComponent(title)}">${title}</a></li>`)
        .join('')}</ul>`,
  )
  return `<html lang="en"><head><title>All news</title>${head}</head><body>
    <nav><a href="/world">News from all of the world</a></nav><main>${groups.join('\n')}</main></body></html>`
}

export const sampleDays: [string, string[]][] = [
  [
    '2024, Friday<br>14 June',
    ['Bridge opens after two years', 'Storm closes the coast road', 'Council votes on trees'],
  ],
  ['2024, Thursday<br>13 June', ['Ferry timetable changes again', 'Museum finds a lost old map']],
]
