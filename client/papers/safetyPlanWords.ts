/** What every copy of a safety plan says, in plain words: short sentences, nothing that only a professional knows. Source: S0, the template's fixed texts (9.1) and its guidance (9.2). */

export const RIGHTS = [
  'This plan is not legally binding. You may ask a solicitor for advice.',
  'Take the time you need. You do not have to sign today.',
  'You do not have to sign. If you do not want to, tell us why. We will write that down.',
  'Ask us if anything is not clear. We can read it to you, explain it, or get it in your language.',
  'You may have somebody with you to speak up for you. This is called an advocate.',
] as const

export const WHAT_NEXT = [
  'We will look at this plan with you again. If it changes, we will give you the new one.',
  'If something does not go as agreed, tell us. A manager will look at it and decide what to do. That can be more help. It can also be legal advice, or the police.',
  'We share this plan with people who help you. That can be the school or the health visitor.',
] as const

export const LAWS = [
  'You may ask the police if a partner has been violent before. This is called Clare’s Law.',
  'You may ask the police if somebody near your children has harmed a child before. This is called Sarah’s Law.',
] as const

export const KEPT_BACK = 'Not shown on this copy'
