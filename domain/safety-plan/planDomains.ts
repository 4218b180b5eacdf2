/** The four domains of the form. Source: S0, the family safety plan's template (Hampshire evaluation 2021, appendix 9.1). */
export const PLAN_DOMAINS = [
  { id: 'basicCare', prefix: 'care', title: 'Basic care', plainly: 'Food, a clean home, and day-to-day care' },
  { id: 'ensuringSafety', prefix: 'safety', title: 'Ensuring safety', plainly: 'Keeping the children safe' },
  { id: 'accessToEducation', prefix: 'school', title: 'Access to education', plainly: 'Going to school or nursery' },
  { id: 'emotionalWellbeing', prefix: 'wellbeing', title: 'Emotional wellbeing', plainly: 'How the children feel' },
] as const

export type PlanDomain = (typeof PLAN_DOMAINS)[number]['id']

/** A line's own name, which it keeps in every version: the domain and a number. It can hold no name of a person. */
export const LINE_ID = /^(care|safety|school|wellbeing)-[1-9]\d?$/
