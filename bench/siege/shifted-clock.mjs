// Loaded before the program: its wall clock is off by as many milliseconds as stand in CLOCK_FILE.
import { readFileSync } from 'node:fs'

let offMs = 0
setInterval(() => {
  try {
    offMs = Number(readFileSync(process.env.CLOCK_FILE, 'utf8'))
  } catch {
    // Not set yet.
  }
}, 50).unref()

const RealDate = Date
const realNow = Date.now.bind(Date)
const realInstant = Temporal.Now.instant.bind(Temporal.Now)
globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length > 0) super(...given)
    else super(realNow() + offMs)
  }
  static now() {
    return realNow() + offMs
  }
}
Temporal.Now.instant = () => realInstant().add({ milliseconds: offMs })
