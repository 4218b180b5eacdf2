/** The markers that S0 matched children on, as columns of a file. */
export const MARKERS = [
  'adult_mental_health',
  'alcohol',
  'drugs',
  'domestic_violence',
  'physical_assault',
  'poor_living_conditions',
  'medical_problems',
] as const

export type Marker = (typeof MARKERS)[number]

/** Of each marker: yes, no, or missing where nobody coded it. No fact of a chronology carries one, so they come from a file or not at all. */
export type Markers = Readonly<Partial<Record<Marker, 'yes' | 'no'>>>
