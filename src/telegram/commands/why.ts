import { bold, concat, type Fragment, italic, link, text } from '../../digests/markup.ts'
import { layOutMessages } from '../../digests/split.ts'
import { canonicalAddress } from '../../domain/address.ts'
import { clip } from '../../domain/clip.ts'
import { findStory, type StoryMember } from '../../store/story-account.ts'
import type { Command } from '../command.ts'
import { asHtml, say } from '../say.ts'

/** Tells of a story, by its number or a headline's address, what is in it and why. */
export const why: Command = {
  name: 'why',
  audience: 'admin',
  async handle(ctx, { db }) {
    const input = ctx.match.trim()
    const key = /^\d{1,15}$/.test(input) ? Number(input) : canonicalAddress(input)
    if (key === null) return say(ctx, 'why-usage')
    const story = await findStory(db, key)
    if (!story) return say(ctx, 'why-none')
    const heading = bold(text(ctx.t('why-title', { id: story.id, count: story.members.length })))
    const notes = [
      ...(story.isPinned ? [ctx.t('why-pinned')] : []),
      ...(story.continues === null ? [] : [ctx.t('why-continues', { id: story.continues })]),
      ...story.merges,
    ]
    const bodies = [...story.members.map(describe), ...notes.map((note) => italic(text(note)))]
    const messages = layOutMessages(
      bodies.map((body) => ({ headings: [heading], body, spacing: 'loose' as const })),
    )
    for (const message of messages) await ctx.reply(message.html, asHtml)
  },
}

function describe({ id, title, url, source, reason }: StoryMember): Fragment {
  return concat(
    text(`${id}. `),
    link(text(clip(title, 200)), url),
    text(` · ${clip(source, 60)}`),
    ...(reason ? [text('\n'), italic(text(clip(reason, 400)))] : []),
  )
}
