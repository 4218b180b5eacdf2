import { blankPlan } from '../../../domain/safety-plan/blankPlan'
import { lookAgain } from '../../../domain/safety-plan/lookAgain'
import { readPlan } from '../../../domain/safety-plan/readPlan'
import { abuse, line, plan, withLines } from './examplePlan'

const problemsOf = (given: unknown): readonly string[] => {
  const read = readPlan(given)
  return 'plan' in read ? [] : read.problems.map(({ path, problem }) => `${path.join('.')}: ${problem}`)
}

describe('a written safety plan (handbook 7)', () => {
  it('is taken when it says everything, and the blank form is of its shape', () => {
    expect(problemsOf(plan())).toEqual([])
    expect(problemsOf(blankPlan)).toEqual([])
  })

  it('says everything that is wrong at once', () => {
    const wrong = plan({ timeOfferedUntil: '2026-03-01', signatories: ['mother'], parents: [{ role: 'mother' }] })
    expect(problemsOf(wrong)).toHaveLength(4)
  })

  it.each([
    ['a day that does not exist', { ...plan(), date: '2026-02-30' }, /^date: not a day that exists/],
    ['a field that nobody knows', { ...plan(), risk: 'high' }, /Unrecognized key.*risk/],
    ['no children', plan({ children: [] }), /^children: name the children/],
    ['a child twice', plan({ children: ['c1', 'c1'] }), /^children.1: this child stands twice/],
    [
      'a parent twice',
      plan({ parents: [{ role: 'mother' }, { role: 'father' }, { role: 'mother' }] }),
      /^parents.2.role/,
    ],
    ['nothing agreed', withLines({ basicCare: [], ensuringSafety: [] }), /^lines: nothing is agreed yet/],
    [
      'a line under another domain',
      withLines({ basicCare: [line('school-1')] }),
      /lines under Basic care are named care-1/,
    ],
    ['a line twice', withLines({ basicCare: [line('care-1'), line('care-1')] }), /care-1 stands twice/],
    ['a line named after somebody', withLines({ basicCare: [line('Zebedee')] }), /name a line by its domain/],
    [
      'a duty of nobody in it',
      withLines({ basicCare: [line('care-1', { duty: 'uncle' })] }),
      /uncle is none of parents/,
    ],
    [
      'a line due before the plan',
      withLines({ basicCare: [line('care-1', { by: '2026-03-01' })] }),
      /lies before the plan/,
    ],
    [
      'a review on its own day',
      plan({ review: { mode: 'date', on: '2026-03-02' } }),
      /reviewed on a day after its own/,
    ],
    [
      'a review after its end',
      plan({ review: { mode: 'date', on: '2026-10-01' } }),
      /after the last day on which it is valid/,
    ],
    ['a review date with no date', { ...plan(), review: { mode: 'date' } }, /^review/],
    ['valid until before it begins', plan({ validUntil: '2026-03-01' }), /^validUntil: .*before/],
    ['no team manager', plan({ signatories: ['social-worker', 'mother'] }), /the team manager always signs/],
    ['no social worker', plan({ signatories: ['mother', 'team-manager'] }), /the social worker signs/],
    ['no parent', plan({ signatories: ['social-worker', 'team-manager'] }), /one or two parents sign/],
    ['a stranger signing', plan({ signatories: ['social-worker', 'aunt', 'team-manager'] }), /aunt signs and is none/],
    [
      'police where they are not involved',
      plan({ signatories: ['social-worker', 'mother', 'team-manager', 'attending-officer'] }),
      /police sign only where they are involved/,
    ],
    ['no police where they are', plan({ policeInvolved: true }), /police are involved, and sign/],
    [
      'two officers',
      plan({
        policeInvolved: true,
        signatories: ['social-worker', 'mother', 'team-manager', 'attending-officer', 'detective-sergeant'],
      }),
      /of the police one signs/,
    ],
    ['a no without words', plan({ checks: { literacy: { answer: 'no' } } }), /^checks.literacy: say in words why/],
    [
      'a line not needed to be smart without words',
      withLines({ basicCare: [line('care-1', { smart: { answer: 'not-needed' } })] }),
      /^lines.basicCare.0.smart: say in words/,
    ],
    ['a character no database keeps', plan({ concerns: 'a\u0000b' }), /^concerns: it holds a character/],
  ])('is refused with %s', (_what, given, problem) => {
    expect(problemsOf(given)).toEqual(expect.arrayContaining([expect.stringMatching(problem)]))
  })
})

describe('in domestic abuse', () => {
  const safety = (change: Parameters<typeof line>[1]) =>
    withLines({ ensuringSafety: [line('safety-1', change)] }, { domesticAbuse: abuse })

  it('a line about contact binds the person who harms, and is refused as the duty of who is harmed', () => {
    expect(problemsOf(safety({ duty: 'father', contactWith: 'mother' }))).toEqual([])
    expect(problemsOf(safety({ duty: 'mother', contactWith: 'father' }))).toEqual([
      expect.stringMatching(/^lines.ensuringSafety.0.duty: .*binds the person who harms/),
    ])
  })

  it('a line of who is harmed that reads as keeping the other away is shown again, and decided by a person', () => {
    const reads = (achieve: string, duty: 'mother' | 'father') =>
      lookAgain(safety({ achieve, duty })).filter((sentence) => sentence.includes('safety-1'))
    expect(reads('she does not let him into the house', 'mother')).toHaveLength(1)
    expect(reads('no contact by telephone', 'mother')).toHaveLength(1)
    expect(reads('he stays away from the house', 'father')).toEqual([])
    expect(reads('the children are at nursery on time', 'mother')).toEqual([])
  })

  it('nobody stands on both sides, and whoever is named is in the plan', () => {
    expect(problemsOf(plan({ domesticAbuse: { harms: ['mother'], isHarmed: ['mother'] } }))).toHaveLength(1)
    expect(problemsOf(plan({ domesticAbuse: { harms: ['partner'], isHarmed: ['mother'] } }))).toEqual([
      'domesticAbuse.harms.0: partner is none of parents; add them there',
    ])
  })
})
