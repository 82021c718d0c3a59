export const pictureSizes = ['off', 'small', 'large'] as const

/** How large the picture of a digest's first story is shown, if it is. */
export type PictureSize = (typeof pictureSizes)[number]
