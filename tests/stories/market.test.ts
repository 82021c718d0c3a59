import { expect, it } from 'vitest'
import { isMarketReport } from '../../src/stories/market.ts'

it.each([
  'Wall Street ends higher as chipmakers rally',
  'Wall St closes mixed before holiday',
  'S&P 500 slips as traders await Fed minutes',
  'Asian shares slip on worries over growth',
  'U.S. stocks open flat',
  'Stocks rise on Wall Street as yields fall',
  'Wall Street set to open higher',
  'FTSE 100 drops 1.2% in early trade',
  'Фондові індекси США закрилися зростанням',
  'Європейські біржі впали через нові мита',
  'Американские биржи закрылись в минусе',
])('knows how a market goes: %s', (title) => {
  expect(isMarketReport(title)).toBe(true)
})

it.each([
  'Shares of Acme fall after profit warning',
  'American Eagle shares lower on forecast',
  'Protesters march on Wall Street',
  'Dow Chemical closes plant in Leeds',
  'Nasdaq to open an office in Warsaw',
  'Supermarket closes after fire in Leeds',
  'Christmas market opens in Vienna',
  'Біржу праці в Полтаві закрили на ремонт',
  'Ринок у Сумах згорів уночі',
])('takes for none what is other news: %s', (title) => {
  expect(isMarketReport(title)).toBe(false)
})

it('reads a hostile headline at once', () => {
  const start = process.cpuUsage()
  expect(isMarketReport('stocks '.repeat(1e5))).toBe(false)
  expect(process.cpuUsage(start).user).toBeLessThan(100_000)
})
