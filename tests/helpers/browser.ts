import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'
import { onTestFinished } from 'vitest'

/** A real Chromium that ends with the test. It comes from npm and asks nothing of the machine. */
export async function aBrowser(): Promise<Browser> {
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu'],
    headless: true,
  })
  onTestFinished(() => browser.close())
  return browser
}
