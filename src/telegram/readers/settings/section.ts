import { InlineKeyboard } from 'grammy'
import { caps, type Paper, type Sources, withValue } from '../../../domain/paper.ts'
import { listSections, type Section } from '../../../serving/papers.ts'
import { oneLine } from '../../../text/controls.ts'
import type { Button } from '../../command.ts'
import { words } from '../../say.ts'
import type { Services } from '../../services.ts'
import { showSections } from './brings.ts'
import { sectionName } from './overview.ts'
import { addBack, choiceLabel, pageOf } from './page.ts'
import { type Change, changes, opens, type ReadChange, type ShowPage, stale } from './panel.ts'
import { shortKey } from './short-key.ts'

/** How much something counts when a page is chosen, from least to most. */
const steps = ['less', 'usual', 'more'] as const
type Step = (typeof steps)[number]

/** One section: whether it comes at all, how much it counts, how much of it a page holds, and its feeds. */
const showSection: ShowPage = async (ctx, services, { paper }, [key = '', asked]) => {
  const section = await findSection(services, key)
  if (!section) return null
  const { name, feeds } = section
  const isOn = !paper.off.sections.includes(name)
  const { shown, page, addTurns } = pageOf(
    ctx,
    feeds,
    Number(asked),
    (each) => `set:feeds:${key}:${each}`,
  )
  const act = (wish: string) => `set:in:${key}:${page}:${wish}`
  const keyboard = new InlineKeyboard()
    .text(choiceLabel(ctx, ctx.t('section-on'), isOn), act(isOn ? 'off' : 'on'))
    .text(ctx.t('section-only'), `set:only:${key}:0`)
  if (isOn) {
    keyboard.row()
    const step = stepOf(paper, (sources) => sources.sections.includes(name))
    for (const each of steps) {
      keyboard.text(choiceLabel(ctx, ctx.t(`step-${each}`), each === step), act(each))
    }
    const most = mostOf(paper, name)
    keyboard.row().text(choiceLabel(ctx, ctx.t('cap-none'), most === null), act('any'))
    for (const each of caps) {
      keyboard.text(
        choiceLabel(ctx, ctx.t('cap-most', { most: each }), each === most),
        act(`${each}`),
      )
    }
    for (const { id, title } of shown) {
      const feedStep = stepOf(paper, (sources) => sources.feeds.includes(id))
      const feedIsOn = !paper.off.feeds.includes(id)
      const of = (wish: string) => `set:feed:${key}:${page}:${id}:${wish}`
      keyboard
        .row()
        .text(choiceLabel(ctx, oneLine(title, 40), feedIsOn), of(feedIsOn ? 'off' : 'on'))
      if (feedIsOn) keyboard.text(ctx.t(`step-feed-${feedStep}`), of(after(feedStep)))
    }
    addTurns(keyboard)
  }
  keyboard.row().text(ctx.t('section-back'), 'set:brings:0')
  const html = words(ctx, isOn ? 'section-page' : 'section-page-off', {
    name: sectionName(ctx, name),
  })
  return { html, keyboard: addBack(ctx, keyboard) }
}

const readSectionWish: ReadChange = async ([key = '', , wish = ''], services) => {
  const section = await findSection(services, key)
  if (!section) return stale
  const { name } = section
  const most = caps.find((each) => String(each) === wish)
  if (most || wish === 'any') return (paper) => withCap(paper, name, most)
  return wishFor(wish, (sources, isIn) => ({
    ...sources,
    sections: withValue(sources.sections, name, isIn),
  }))
}

/** Leaves all other sections out. */
const readOnly: ReadChange = async ([key = ''], services) => {
  const section = await findSection(services, key)
  if (!section) return stale
  const names = (await listSections(services)).map(({ name }) => name)
  const others = names.filter((name) => name !== section.name)
  return (paper) => ({ ...paper, off: { ...paper.off, sections: others } })
}

const readFeedWish: ReadChange = async ([key = '', , number, wish = ''], services) => {
  const id = Number(number)
  const section = await findSection(services, key)
  if (!section?.feeds.some((feed) => feed.id === id)) return stale
  return wishFor(wish, (sources, isIn) => ({
    ...sources,
    feeds: withValue(sources.feeds, id, isIn),
  }))
}

/** Switches something on or off, or makes it count more, less or as usual. */
function wishFor(wish: string, put: (sources: Sources, isIn: boolean) => Sources): Change {
  if (wish === 'on' || wish === 'off') {
    return (paper) => ({ ...paper, off: put(paper.off, wish === 'off') })
  }
  return (paper) => ({
    ...paper,
    more: put(paper.more, wish === 'more'),
    less: put(paper.less, wish === 'less'),
  })
}

/** How many stories of a section a page may hold; null for any number. */
function mostOf({ caps }: Paper, name: string): number | null {
  return caps.find(({ section }) => section === name)?.most ?? null
}

function withCap(paper: Paper, section: string, most: number | undefined): Paper {
  const others = paper.caps.filter((cap) => cap.section !== section)
  return { ...paper, caps: most ? [...others, { section, most }] : others }
}

function stepOf({ more, less }: Paper, isIn: (sources: Sources) => boolean): Step {
  if (isIn(more)) return 'more'
  return isIn(less) ? 'less' : 'usual'
}

/** The next step of the three, round and round. */
function after(step: Step): Step {
  return steps[(steps.indexOf(step) + 1) % steps.length] ?? 'usual'
}

async function findSection(services: Services, key: string): Promise<Section | undefined> {
  const sections = await listSections(services)
  return sections.find(({ name }) => shortKey(name) === key)
}

export const sectionButtons: readonly Button[] = [
  changes(/^set:only:([\w-]{8}):(\d{1,4})$/, readOnly, showSections),
  opens(/^set:feeds:([\w-]{8}):(\d{1,4})$/, showSection),
  changes(
    /^set:in:([\w-]{8}):(\d{1,4}):(on|off|more|usual|less|any|5|2)$/,
    readSectionWish,
    showSection,
  ),
  changes(
    /^set:feed:([\w-]{8}):(\d{1,4}):(\d{1,12}):(on|off|more|usual|less)$/,
    readFeedWish,
    showSection,
  ),
]
