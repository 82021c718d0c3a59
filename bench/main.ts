import path from 'node:path'
import { parseArgs } from 'node:util'
import { benchmarks } from './benchmarks.ts'
import { printReport } from './report.ts'

// As the program is started (package.json, src/main.ts), for whatever runs in a process of its own.
process.env.NODE_OPTIONS ??= '--max-semi-space-size=8'
process.env.NODE_COMPILE_CACHE ??= path.join(import.meta.dirname, '../node_modules/.cache/courant')

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string' } },
})
const [name = ''] = positionals
const benchmark = benchmarks[name]
if (benchmark) {
  printReport(name, await benchmark({ data: values.data }))
} else {
  const names = Object.keys(benchmarks).join(', ')
  process.stderr.write(
    `Usage: npm run bench -- NAME [--data DIR], where NAME is one of: ${names}\n`,
  )
  process.exitCode = 2
}
