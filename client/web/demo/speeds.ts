/** How fast a demo's clock can go. `scale`: its milliseconds for each real one. */
export const SPEEDS = {
  real: { scale: 1, text: 'as fast as any clock' },
  minute: { scale: 1_440, text: 'a day in a minute' },
  seconds: { scale: 17_280, text: 'a day in five seconds' },
  still: { scale: 0, text: 'only when you move it' },
} as const

export interface SpeedShown {
  readonly value: string
  readonly text: string
  readonly checked: boolean
}

/** The choices, with the one that is now. */
export const speedsShown = (scale: number): readonly SpeedShown[] =>
  Object.entries(SPEEDS).map(([value, speed]) => ({ value, text: speed.text, checked: speed.scale === scale }))
