interface Counts {
  readonly gaps: number
  readonly late: number
  /** Due within two weeks. */
  readonly due: number
  readonly moved: number
}

export interface LeadPart {
  readonly text: string
  readonly href: string
}

/** What stands first on the page of a year: each number leads to its list. Nothing is said of what there is none of. */
export const leadOf = ({ gaps, late, due, moved }: Counts): readonly LeadPart[] => [
  ...(gaps === 0 ? [] : [{ text: `${counted(gaps, 'place')} missing`, href: '#gaps' }]),
  ...(late === 0 ? [] : [{ text: `${String(late)} late`, href: '#outstanding' }]),
  ...(due === 0 ? [] : [{ text: `${String(due)} due in the next two weeks`, href: '#outstanding' }]),
  ...(moved === 0 ? [] : [{ text: `${String(moved)} moved since yesterday`, href: '#moved' }]),
]

const counted = (number: number, word: string): string => `${String(number)} ${word}${number === 1 ? '' : 's'}`
