import type { CaseFacts } from '../../domain/chronology/caseFacts'
import { knownOn } from '../../domain/chronology/knownOn'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../domain/policy/policySchedule'
import { summaryDraft, type SummaryDraft } from '../../domain/supervision/summary/summaryDraft'
import { titled } from '../../domain/supervision/summary/titled'
import { timeline } from '../../domain/timeline/timeline'
import { calendar, day, event, facts, planOn, twoChildren } from '../domain/facts'

export const LAST = '2026-11-03'
export const MADE = '2026-11-27'
const policy = always(englandFamilySafeguarding1)

/** What the record fills in on the day the papers are made. */
export function draftFor(given: CaseFacts, lastOn: string | null): SummaryDraft {
  const known = knownOn(given, day(MADE))
  const due = titled(timeline(known, policy, calendar).obligations, policy)
  return summaryDraft(known, due, { lastOn: lastOn === null ? null : day(lastOn), today: day(MADE), calendar })
}

const goal = (name: string, by: string) =>
  event(
    'goal-set',
    '2026-09-14',
    { goal: name, plan: 'cpp', change: 'every day', sign: 'the register', by, otherwise: 'a meeting', otherwiseBy: by },
    { id: name },
  )
const agreed = (action: string, owner: string, by: string) =>
  event('action-agreed', LAST, { action, owner, by, meeting: 's1' }, { id: action })

/** A family of two on a child protection plan, discussed a month ago; every name in it is made up. */
export const familyFacts: CaseFacts = facts(
  [
    ...planOn('2026-09-01'),
    goal('At school every day by nine', '2026-11-20'),
    goal('Registered with a dentist', '2027-01-15'),
    event('core-group-held', '2026-09-14', { quorate: true }),
    event('visit-made', '2026-10-20', { seen: true, seenAlone: true }),
    event('discussed-in-supervision', LAST, { session: 's1' }),
    agreed('Ask the school for the attendance register', 'Sam Okafor', '2026-11-10'),
    agreed('Book the health visitor', 'Jo Field', '2026-11-17'),
    agreed('Draft the report for the review', 'Sam Okafor', '2026-12-11'),
    event('visit-made', '2026-11-05', { seen: true, seenAlone: true }),
    event('action-done', '2026-11-09', { action: 'Ask the school for the attendance register' }),
    event('visit-made', '2026-11-12', { seen: true, seenAlone: false }),
    event('visit-made', '2026-11-19', { seen: false }, { children: ['c1'] }),
    event('appointment-missed', '2026-11-20', { with: 'school' }, { children: ['c2'] }),
    event('specialist-allocated', '2026-11-23', { role: 'domestic-abuse', person: 'p9' }),
    event('goal-reviewed', '2026-11-24', { goal: 'At school every day by nine', outcome: 'part' }),
  ],
  { ...twoChildren, ref: 'N-1042' },
)
