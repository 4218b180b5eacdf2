/** The rules whose obligations are questions, each asked by a process of its own. */
const RULES: ReadonlySet<string> = new Set(['cpp-follow-up-3m', 'cpp-follow-up-6m', 'closure-follow-up'])

export const isFollowUp = (rule: string): boolean => RULES.has(rule)
