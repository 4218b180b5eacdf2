import { filledIn, readFields } from '../../../client/web/record/readFields'
import { payloadProblem } from '../../../domain/chronology/eventKinds'

describe('what was filled in', () => {
  it('becomes a payload with only what was said', () => {
    const { data, problems } = readFields('core-group-held', {
      ...{
        'f-quorate': 'yes',
        'f-absent': ' School \r\n\r\nHealth visitor',
        'f-childView': ' ',
        'f-parentsView': 'Tired',
      },
      'f-elsewhere': 'is passed over',
    })
    expect(problems).toEqual([])
    expect(data).toEqual({ quorate: true, absent: ['School', 'Health visitor'], parentsView: 'Tired' })
  })

  it.each([
    { kind: 'review-held', form: {}, says: 'Outcome: choose one' },
    { kind: 'review-held', form: { 'f-outcome': 'exploded' }, says: 'Outcome: choose one' },
    { kind: 'visit-made', form: {}, says: 'Was the child seen: say yes or no' },
    { kind: 'icpc-not-required', form: { 'f-reason': '   ' }, says: 'Reason: fill this in' },
    {
      kind: 'plo-extended',
      form: { 'f-until-day': '31', 'f-until-month': '2', 'f-until-year': '2027', 'f-reason': 'x' },
      says: 'Until must be a real day, like 27 3 2026',
    },
    {
      kind: 'plan-started',
      form: { 'f-plan': 'cpp', 'f-previousPlans': '-1' },
      says: 'Plans before this one (a number): enter a whole number, like 2',
    },
  ] as const)('is not right: $says', ({ kind, form, says }) => {
    expect(readFields(kind, form).problems.map(({ text }) => text)).toEqual([says])
  })

  it('is the same again from what was recorded', () => {
    const recorded = { until: '2027-03-05', reason: 'The court asked' }
    expect(readFields('plo-extended', filledIn('plo-extended', recorded)).data).toEqual(recorded)
    const held = { outcome: 'continue', quorate: false, decisions: ['One', 'Two'] }
    const { data } = readFields('review-held', filledIn('review-held', held))
    expect(data).toEqual(held)
    expect(payloadProblem('review-held', data)).toBeUndefined()
  })
})
