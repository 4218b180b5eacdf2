import type { Page } from '../app/page'
import { CLOSING_PAGES } from './closingPages'
import { CONFERENCE_FORMS } from './conferenceForms'
import { CONFERENCE_PAGES } from './conferencesPages'
import { DISPUTE_PAGES } from './disputePages'
import { FOLLOW_UP_PAGES } from './followUpPages'
import { PLANS_OF_CASE } from './plansOfCase'
import { SAFETY_PLAN_FORM } from './safetyPlanFormPages'
import { SAFETY_PLAN_PAGES } from './safetyPlanPages'

/** What is worked on with a family: plans and goals, conferences, follow-ups, closing, safety plan, disputes. */
export const PLAN_PAGES: readonly Page[] = [
  ...PLANS_OF_CASE,
  ...CONFERENCE_PAGES,
  ...CONFERENCE_FORMS,
  ...FOLLOW_UP_PAGES,
  ...CLOSING_PAGES,
  ...SAFETY_PLAN_PAGES,
  ...SAFETY_PLAN_FORM,
  ...DISPUTE_PAGES,
]
