import { expect, it } from 'vitest'
import { isForecast } from '../../src/stories/forecast.ts'
import { headlineLanguage } from '../../src/stories/languages.ts'

const forecastIn = (language: string | null) => (title: string) =>
  isForecast(title, headlineLanguage(language, title))

it.each([
  'Weather forecast for Kyiv and Lviv on Friday',
  'Sunny spells on Monday, showers on Tuesday',
  'Rain expected across the north tomorrow',
  'Cloudy with highs of 21°C this afternoon',
  'Weather: mostly dry with patchy fog tonight',
  'Will it rain this weekend? The forecast',
])('knows an English forecast, however it is worded: %s', (title) => {
  expect(forecastIn('en')(title)).toBe(true)
  expect(forecastIn(null)(title)).toBe(true)
})

it.each([
  'Погода в Україні на 14 червня: тепло і без опадів',
  'Синоптики розповіли, якою буде погода наступного тижня',
  'Завтра очікуються дощі та грози, вдень +24',
  'Прогноз погоди на вихідні: мінлива хмарність',
  'Де в Україні сьогодні буде сонячно, а де дощитиме',
  'Якою буде погода у Львові 15 червня',
])('knows a Ukrainian forecast, however it is worded: %s', (title) => {
  expect(forecastIn('uk')(title)).toBe(true)
})

it.each([
  ['en', 'Storm warning: heavy rain expected tomorrow'],
  ['en', 'Record snowfall expected on Friday'],
  ['en', 'Heavy rain kills five, more showers expected tonight'],
  ['en', 'Rain delays final at Wimbledon until Friday'],
  ['en', 'Weather balloon found in field near Saltmere'],
  ['en', 'Cold case: night murder trial expected this week'],
  ['en', 'Forecast: bank expects growth this week'],
  ['uk', 'Штормове попередження: завтра дощі та грози'],
  ['uk', 'Сьогодні температурний рекорд: +38 градусів'],
  ['uk', 'Уряд погодив прогноз зростання на тиждень'],
  ['uk', 'Через сніг сьогодні знеструмлено сто сіл'],
])('takes for none what is news: %s %s', (language, title) => {
  expect(forecastIn(language)(title)).toBe(false)
})

it('reads a hostile headline at once', () => {
  const start = process.cpuUsage()
  expect(forecastIn('en')(`${'rain '.repeat(1e5)}today`)).toBe(true)
  expect(process.cpuUsage(start).user).toBeLessThan(100_000)
})
