import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { createProgram } from '../src/cli/program.ts'
import { settingNames } from '../src/config.ts'
import { createI18n } from '../src/i18n/i18n.ts'
import { adminCommands } from '../src/telegram/admins/commands.ts'
import { readerCommands } from '../src/telegram/readers/commands.ts'

const root = path.join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

describe('the documentation', () => {
  it('names every setting in README and .env.example', () => {
    for (const name of settingNames) {
      expect(read('README.md')).toContain(`\`${name}\``)
      expect(read('.env.example')).toMatch(new RegExp(`^#? ?${name}=`, 'm'))
    }
  })

  it('names no setting that does not exist', () => {
    const named = [...read('.env.example').matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, name]) => name)
    expect(named.toSorted()).toEqual(settingNames.toSorted())
  })

  it('names every command of the bot in README, and has its words', () => {
    const i18n = createI18n()
    for (const { name } of [...readerCommands, ...adminCommands]) {
      expect(read('README.md')).toContain(`\`/${name}`)
      expect(i18n.t('en', `command-${name}`)).not.toContain('{')
    }
  })

  it('names every command and flag of the command line in README', () => {
    const visit = (command: Command): string[] => [
      command.name(),
      ...command.options.flatMap((option) => option.long ?? []),
      ...command.commands.flatMap(visit),
    ]
    const names = visit(createProgram(process)).filter((name) => name !== '--help')
    expect(names).toContain('--columns')
    for (const name of names) expect(read('README.md')).toContain(name)
  })

  it('has words for every key that the code asks for', () => {
    const keys = globSync('src/**/*.ts', { cwd: root })
      .map(read)
      .flatMap((text) => [...text.matchAll(/(?:\bt|say|words)\((?:ctx, )?'([a-z-]+)'/g)])
      .map(([, key = '']) => key)
    expect(keys.length).toBeGreaterThan(20)
    const words = new Set([...read('locales/en.ftl').matchAll(/^([a-z-]+) =/gm)].map(([, k]) => k))
    expect(keys.filter((key) => !words.has(key))).toEqual([])
  })
})
