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
  // What was compiled once is kept, for the next start and for each thread: a start takes half as long.
  process.env.NODE_COMPILE_CACHE ??= `${__dirname}/../node_modules/.cache/courant`
  process.getBuiltinModule('node:module').enableCompileCache(process.env.NODE_COMPILE_CACHE)
  import('../src/cli/program.ts').then(({ runProgram }) => runProgram(process))
}
