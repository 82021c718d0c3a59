import { createProfiles, type Profiles } from './profiles.ts'
import type { NewsStory } from './story.ts'

type Figure = 'profile' | 'newestMinute' | 'storyId'

/**
 * What ranking asks of stories, in lists by their places: of a hundred thousand objects, looking at each
 * takes longer than all that is counted with it.
 */
export type StoryFigures = Readonly<Record<Figure, Int32Array>> & { profiles: Profiles }

/** The same in lists that grow. */
export type GrowingFigures = Readonly<Record<Figure, number[]>> & { profiles: Profiles }

export function noFigures(): GrowingFigures {
  return { profile: [], newestMinute: [], storyId: [], profiles: createProfiles() }
}

export function figuresOf(stories: readonly NewsStory[]): StoryFigures {
  const figures = pickFigures(noFigures(), [], stories.length)
  for (const [place, story] of stories.entries()) writeFigures(figures, place, story)
  return figures
}

export function writeFigures(
  figures: StoryFigures | GrowingFigures,
  place: number,
  story: NewsStory,
): void {
  figures.profile[place] = figures.profiles.numberOf(story)
  figures.newestMinute[place] = story.newestMinute
  figures.storyId[place] = story.storyId ?? 0
}

/** The figures of the stories at some places, with room for so many. */
export function pickFigures(
  { profile, newestMinute, storyId, profiles }: GrowingFigures,
  places: readonly number[],
  size: number,
): StoryFigures {
  return {
    profile: pick(profile, places, size),
    newestMinute: pick(newestMinute, places, size),
    storyId: pick(storyId, places, size),
    profiles,
  }
}

function pick(from: readonly number[], places: readonly number[], size: number): Int32Array {
  const to = new Int32Array(size)
  for (let i = 0; i < places.length; i++) to[i] = from[places[i] ?? 0] ?? 0
  return to
}
