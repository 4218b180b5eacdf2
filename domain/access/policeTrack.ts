// Police act on safety plans, cautions and their own outcomes, and on nothing else of the record: `follow-police-track`. Source: handbook, section 1.

/** Whether police may record an event of this kind. */
export const isPoliceKind = (kind: string): boolean =>
  /^(safety-plan|caution)-/.test(kind) || kind === 'police-outcome-recorded'

/** Whether police are told of this rule's matters, and may answer their alerts. */
export const isPoliceRule = (rule: string): boolean =>
  rule.startsWith('safety-plan-') || rule === 'conditional-caution' || rule === 'breach-without-next-step'
