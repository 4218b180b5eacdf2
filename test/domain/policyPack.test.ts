import { englandFamilySafeguarding1 as policy } from '../../domain/policy/englandFamilySafeguarding1'
import {
  isImmediate,
  ruleComingWith,
  rulePart,
  type Distance,
  type LateRule,
  type Rule,
} from '../../domain/policy/policyPack'

const partsOf = (rule: Rule): readonly Rule[] => rule.parts?.map(({ part }) => rulePart(rule, part)) ?? [rule]

const distance = ({ n, unit, before }: Distance) => `${String(n)} ${unit}${before === true ? ' before' : ''}`

const lateWords = (late: readonly LateRule[]) =>
  late
    .map((told) => {
      const after = isImmediate(told)
        ? `at once after ${distance(told.afterTrigger)}`
        : `${told.afterWorkingDays < 0 ? '' : '+'}${String(told.afterWorkingDays)}`
      return `${told.to.join(' and ')} ${after}`
    })
    .join(', ')

const dates = ({ interval, parts }: Rule) =>
  parts
    ?.map(
      ({ part, late, ...one }) =>
        `${part}: ${distance(one.interval)}${late === undefined ? '' : ` (${lateWords(late)})`}`,
    )
    .join(', ') ?? (interval === null ? 'the day named' : distance(interval))

const says = (id: string) => {
  const rule = ruleComingWith(policy, id)
  return `${dates(rule)} | ${rule.reminders.map(({ step }) => step).join(' ')} | ${lateWords(rule.late)} | ${rule.basis}`
}

describe('the built-in pack says what the handbook, section 3, says', () => {
  it.each([
    ['referral-decision', '1 working-days | due-0 | service-manager +1 | statutory'],
    ['referrer-feedback', '5 working-days | due-1wd | team-manager +3 | product'],
    ['assessment', '45 working-days | due-15wd due-5wd due-1wd | team-manager +1 | statutory'],
    ['assessment-child-seen', '10 working-days | due-3wd | team-manager +1 | local'],
    ['enquiry-child-seen', '1 working-days | at-once | team-manager +0 | local'],
    [
      'strategy-to-icpc',
      '15 working-days | book-10wd due-3wd due-1wd | team-manager and conference-service +0 | statutory',
    ],
    ['icpc-report', '2 working-days before | due-2wd | team-manager +0 | local'],
    ['transfer-in-conference', '15 working-days | due-5wd | team-manager +1 | statutory'],
    ['reconvene', '10 working-days | due-5wd due-1wd | team-manager and independent-reviewing-officer +1 | local'],
    ['conference-decision', '1 working-days | due-2wd | conference-service +1 | local'],
    ['conference-record', '20 working-days | due-2wd | conference-service +1 | local'],
    ['core-group-first', '10 working-days | due-5wd due-1wd | team-manager +1 | statutory'],
    ['core-group', '6 weeks | due-7d due-1wd | team-manager +1 | local'],
    [
      'visit',
      '10 working-days | due-2wd | social-worker +1, team-manager +2, team-manager at once after 28 days | local',
    ],
    ['visit-safety-plan', '5 days | due-1d | team-manager +1 | practice'],
    [
      'review-first',
      '3 months | book-6w due-10wd due-2wd | team-manager and independent-reviewing-officer +0 | statutory',
    ],
    [
      'review-next',
      '6 months | book-6w due-10wd due-2wd | team-manager and independent-reviewing-officer +0 | statutory',
    ],
    ['review-report', '5 working-days before | due-5wd due-1wd | team-manager +0 | local'],
    ['plan-gate', '10 working-days | due-5wd | team-manager +1 | product'],
    ['goal', 'the day named | due-10wd due-2wd | team-manager +5 | product'],
    ['long-plan', '15m: 15 months, 18m: 18 months, 24m: 24 months (head-of-service +0) | due-0 |  | local'],
    ['cpp-follow-up-3m', '3 months | due-10wd due-2wd | team-manager +5 | product'],
    ['cpp-follow-up-6m', '6 months | due-10wd due-2wd | team-manager +5 | product'],
    ['closure-follow-up', '3m: 3 months, 6m: 6 months, 12m: 12 months | due-5wd | team-manager +10 | product'],
    ['baseline', 'start: 20 working-days, review: 10 working-days before | due-5wd | team-manager +2 | product'],
    ['cin-visit', '20 working-days | due-3wd | social-worker +1, team-manager +3 | local'],
    ['cin-review', 'first: 6 weeks, next: 3 months | due-10wd due-2wd | team-manager +5 | local'],
    ['plo-review', '8 weeks | due-10wd due-2wd | service-manager +1 | local'],
    ['plo-end', '16 weeks | due-10wd due-2wd | service-manager +1 | local'],
    ['safety-plan-written', '5 days | due-3d due-1d | team-manager and detective-sergeant +1 | practice'],
    ['safety-plan-signed', '2 working-days | due-1wd | team-manager +1 | product'],
    ['safety-plan-review', '6 weeks | due-5wd due-1wd | team-manager +1 | practice'],
    ['conditional-caution', '3 months | due-14d due-3d | detective-sergeant and team-manager +0 | practice'],
    ['gcs-month', 'the day named |  | team-manager -2 | practice'],
    [
      'dispute',
      '1: 2 working-days (team-manager +0), 2: 5 working-days (service-manager +0), 3: 5 working-days (head-of-service +0), 4: 8 working-days (director +0) | due-1wd | team-manager +0 | local',
    ],
    ['individual-supervision', '4 weeks | due-7d due-1wd | team-manager +1 | local'],
    ['information-request', '10 working-days | due-2wd | team-manager +1 | product'],
    ['handover', '5 working-days | due-2wd | team-manager and receiving-team-manager +1 | product'],
    ['handshake', '10 working-days | due-3wd | team-manager +1 | product'],
    ['action', 'the day named | due-2wd | team-manager +5 | product'],
    ['allocation', '2 working-days | at-once | team-manager +0 | product'],
    ['no-progress', '20 working-days |  | team-manager +0 | product'],
    ['reviews-without-goal-met', 'the day named |  | team-manager +0 | product'],
    ['absent-twice', 'the day named |  | team-manager +0 | product'],
    ['summary-late-twice', '5 working-days before |  | team-manager +0 | product'],
    ['worker-changes', 'the day named |  | team-manager +0 | product'],
    ['back-within-a-year', 'the day named |  | team-manager +0 | product'],
    ['repeat-plan-without-reason', 'the day named |  | team-manager +0 | product'],
    ['specialist-vacant', 'the day named |  | team-manager +0 | product'],
    ['booking-without-outcome', '2 working-days |  | team-manager +0 | product'],
    [
      'breach-without-next-step',
      'passed-on: 1 working-days (team-manager and detective-sergeant +0) | at-once | team-manager +0 | product',
    ],
    ['not-seen-twice', 'the day named |  | team-manager +0 | product'],
    ['appointments-missed', 'the day named |  | team-manager +0 | product'],
    ['plan-ended-without-ground', 'the day named |  | team-manager +0 | product'],
  ])('%s: %s', (id, text) => {
    expect(says(id)).toBe(text)
  })

  it.each(policy.rules.map((rule) => [rule.id, rule] as const))(
    '%s climbs as the ladder of the handbook does, from its first rung to its top',
    (_, rule) => {
      const whole = ['team-manager +0', 'service-manager +3', 'head-of-service +5', 'director +5']
      for (const { ladder } of partsOf(rule)) {
        const rungs = ladder.map(({ role, afterWorkingDays }) => `${role} +${String(afterWorkingDays)}`)
        const own = rungs.slice(ladder[0]?.role === 'conference-service' ? 1 : 0)
        const from = whole.findIndex((rung) => rung.split(' ')[0] === own[0]?.split(' ')[0])
        expect(own.slice(1)).toEqual(whole.slice(from + 1, from + own.length))
      }
    },
  )

  it('whoever stands above the worker hears at the lead time that nothing is booked, beside those who book', () => {
    const booking = policy.rules.flatMap(({ id, reminders }) =>
      reminders.filter(({ step }) => step.startsWith('book-')).map(({ step, to }) => `${id} ${step}: ${to.join(', ')}`),
    )
    expect(booking).toEqual([
      'strategy-to-icpc book-10wd: social-worker, conference-service, team-manager',
      'review-first book-6w: social-worker, conference-service, team-manager',
      'review-next book-6w: social-worker, conference-service, team-manager',
    ])
  })

  it('a stall finds so many of a kind running, or within a time', () => {
    const numbers = policy.rules.flatMap(({ id, count, within, alsoWithin }) => {
      const words = [within, alsoWithin].map((one) => (one === undefined ? '' : ` within ${distance(one)}`)).join('')
      return count === undefined && words === ''
        ? []
        : [`${id}: ${count === undefined ? 'one' : String(count)}${words}`]
    })
    expect(numbers).toEqual([
      'reviews-without-goal-met: 2',
      'absent-twice: 2',
      'summary-late-twice: 2',
      'worker-changes: 3 within 6 months',
      'back-within-a-year: one within 12 months within 6 months',
      'not-seen-twice: 2',
      'appointments-missed: 2',
    ])
  })

  it('meetings are due on the working day before, everything else stays; extracts carry what their tables hold', () => {
    const which = (pick: (rule: (typeof policy.rules)[number]) => boolean) =>
      policy.rules.filter(pick).map(({ id }) => id)
    expect(which(({ roll }) => roll === 'back')).toEqual([
      'strategy-to-icpc',
      'transfer-in-conference',
      'reconvene',
      'core-group-first',
      'core-group',
      'review-first',
      'review-next',
      'cin-review',
      'safety-plan-review',
    ])
    expect(which(({ carriedBySource }) => carriedBySource)).toEqual([
      'referral-decision',
      'assessment',
      'strategy-to-icpc',
      'transfer-in-conference',
      'reconvene',
      'visit',
      'review-first',
      'review-next',
      'cin-visit',
      'allocation',
      'worker-changes',
      'back-within-a-year',
      'not-seen-twice',
      'plan-ended-without-ground',
    ])
  })
})
