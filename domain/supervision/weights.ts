/**
 * What counts more than what, as numbers: whatever stands higher is worth more than all below it can add up to. A rearrangement goes through each session
 * once at most, so its sums are bounded by MOST_SESSIONS, not by the cases. Two doubles, compared one after the other: one alone cannot hold it exactly.
 */

/** Of teams that are planned together, in one month. */
export const MOST_SESSIONS = 500
/** Of a plan. */
export const MOST_MONTHS = 36
/** Of the sessions of one month a new case may wait for. */
export const MOST_WAIT = 15

/** In the first number. */
export const HIGH = {
  /** (a) A case without a slot in the month. */
  unplaced: 2 ** 48,
  /** (b) A case that leaves the session the earlier plan had it in. */
  moved: 2 ** 38,
  /** A case left out goes before one that was discussed: by the months running it has been left out. */
  overlooked: 2 ** 30,
  /** (c) Two discussions too near or too far apart. */
  spacing: 2 ** 14,
  /** A case that joins an earlier plan: sessions it waits for. */
  wait: 1,
} as const

/** In the second. */
export const LOW = {
  /** (d) Loads: of the sum of their squares. */
  even: 2 ** 32,
  /** (e) A case away from the place it was asked to keep. */
  asked: 2 ** 22,
  /** A case away from the place it has had most often. */
  habit: 2 ** 12,
  /** Weeks of the month away from its place. */
  weeks: 1,
} as const
