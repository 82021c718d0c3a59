#!/usr/bin/env node
// Plain words that every Node can read, so that an old one gets a sentence and not a syntax error.
// Being CommonJS (see package.json beside it) is what lets an old Node get this far.
const major = Number(process.versions.node.split('.')[0])
if (major < 26) {
  console.error(
    `Courant runs on Node 26, this is Node ${process.versions.node}. ` +
      'Run it with "npm start" or "npx courant", which use the Node that "npm ci" installed.',
  )
  process.exitCode = 1
} else {
  import('../src/cli/program.ts').then(({ runProgram }) => runProgram(process))
}
