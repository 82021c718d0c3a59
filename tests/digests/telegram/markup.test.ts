import { describe, expect, it } from 'vitest'
import { link, text, verbatim } from '../../../src/digests/telegram/markup.ts'

const shown = (words: string, url: string) => link(words, url).html.replace(/<[^>]*>/g, '')

describe('foreign words', () => {
  it.each([
    ['read on at bank.example today', 'bank.\u2060example'],
    ['http://10.0.0.1/x', 'http:\u2060//10.\u20600.\u20600.1/x'],
    ['tg://resolve?domain=x', 'tg:\u2060//'],
    ['ask @somebody', '@\u2060somebody'],
    ['send /stop now', '/\u2060stop'],
    ['ask @\0somebody', '@\u2060somebody'],
    ['порт.укр', 'порт.\u2060укр'],
  ])('hold no link that Telegram would find: %j', (words, held) => {
    expect(text(words).html).toContain(held)
  })

  it.each(['3.5 per cent at 10:30', 'e.g. and/or 24/7', 'Ada @ sea', 'The end.', 'a / b'])(
    'stay as they are without one: %j',
    (words) => {
      expect(text(words).html).toBe(words)
    },
  )

  it('lose what would scramble or move what stands around them', () => {
    expect(text('a\0b\u202ec\u2066d\u001b[2Je\u009bf\r\ng\ud83dh\u2028i').html).toBe(
      'abcd[2Jef\ng\ufffdh\ni',
    )
  })

  it('may be tapped where they are the bot’s own', () => {
    expect(verbatim('/refresh tries bank.example again').html).toBe(
      '/refresh tries bank.example again',
    )
  })
})

describe('a link', () => {
  const evil = 'https://evil.example/x'

  it.each([
    ['bank.example', evil],
    ['https://bank.example/login', evil],
    ['bank.example@evil.example', evil],
    ['Log in at bank.example now', evil],
    ['b\u00adank.\u200bexample', evil],
    ['bаnk.example', 'https://bank.example/'],
  ])('whose words name another host tells its own: %j', (words, url) => {
    expect(shown(words, url)).toBe(`${words} (${new URL(url).hostname})`)
  })

  it.each([
    ['evil.example', evil],
    ['Evil.example opens', 'https://www.evil.example/'],
    ['www.evil.example', evil],
    ['Гавань.укр', 'https://гавань.укр/'],
    ['Harbour 2.0 opens', evil],
  ])('whose words name its own host or none is as it is: %j', (words, url) => {
    expect(shown(words, url)).toBe(words)
  })

  it('hides no host behind a name to log in with', () => {
    expect(link('Harbour', 'https://bank.example:pass@evil.example/').html).toBe(
      '<a href="https://evil.example/">Harbour</a>',
    )
  })

  it('leads to the web alone, and always has something to tap', () => {
    expect(link('Harbour', 'tg://user?id=1').html).toBe('Harbour')
    expect(link('Harbour', 'javascript:alert(1)').html).toBe('Harbour')
    expect(shown('\u200b \u2060', evil)).toBe('evil.example')
  })
})
