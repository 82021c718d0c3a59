/** Says on standard error how far a long work has come, in one line, when that is a terminal. */
export type Progress = { say(words: string): void; end(): void }

export function createProgress(stderr: NodeJS.WriteStream): Progress {
  if (!stderr.isTTY) return { say() {}, end() {} }
  return {
    say: (words) => {
      stderr.write(`\r\x1b[K${words}`)
    },
    end: () => {
      stderr.write('\r\x1b[K')
    },
  }
}
