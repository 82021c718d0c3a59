#!/usr/bin/env node
// Plain JavaScript that every Node can read, so that an old one gets a sentence and not a syntax error.
const path = require('node:path')
const { pathToFileURL } = require('node:url')

const major = Number(process.versions.node.split('.')[0])
const main = path.join(__dirname, '../src/main.ts')
if (major < 26) {
  console.error(
    `Courant runs on Node 26, this is Node ${process.versions.node}. ` +
      'Run it with "npm start" or "npx courant", which use the Node that npm installed with it.',
  )
  process.exitCode = 1
} else if (__dirname.includes(`${path.sep}node_modules${path.sep}`)) {
  // Node strips no types below node_modules: a hook does, in this process and in its threads.
  const hook = pathToFileURL(path.join(__dirname, 'strip-types.mjs')).href
  process.execve(process.execPath, [
    process.execPath,
    ...['--max-semi-space-size=8', '--disable-warning=ExperimentalWarning', '--import', hook],
    ...[main, ...process.argv.slice(2)],
  ])
} else {
  import(pathToFileURL(main).href)
}
