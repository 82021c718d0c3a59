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
  const figures = noFigures()
  for (const [place, story] of stories.entries()) writeFigures(figures, place, story)
  return pickFigures(figures, [...stories.keys()])
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

export function moveFigures(figures: StoryFigures, from: number, to: number): void {
  const { profile, newestMinute, storyId } = figures
  for (const each of [profile, newestMinute, storyId]) each[to] = each[from] ?? 0
}

/** The figures of the stories at some places. */
export function pickFigures(
  { profile, newestMinute, storyId, profiles }: GrowingFigures,
  places: readonly number[],
): StoryFigures {
  return {
    profile: pick(profile, places),
    newestMinute: pick(newestMinute, places),
    storyId: pick(storyId, places),
    profiles,
  }
}

/** A loop takes a tenth of the time of `Int32Array.from`. */
function pick(figures: readonly number[], places: readonly number[]): Int32Array {
  const picked = new Int32Array(places.length)
  for (let i = 0; i < places.length; i++) picked[i] = figures[places[i] ?? 0] ?? 0
  return picked
}
