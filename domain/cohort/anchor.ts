/** What the index date is the day of. One for a whole report: anchors are never mixed (handbook, section 5). */
export const ANCHORS = ['plan-start', 'plan-end', 'closure', 'referral'] as const

export type Anchor = (typeof ANCHORS)[number]

export const isAnchor = (text: string): text is Anchor => (ANCHORS as readonly string[]).includes(text)

/** The index date in words, for the head of a report. */
export const ANCHOR_WORDS: Readonly<Record<Anchor, string>> = {
  'plan-start': 'the start of a child protection plan',
  'plan-end': 'the end of a child protection plan',
  closure: 'the closing of the case',
  referral: 'the referral',
}
