import { conferenceSteps, CONFERENCE_STEP_IDS } from '../../../domain/conference/conferenceSteps'
import {
  paperworkLines,
  paperworkStep,
  PAPERWORK_WORDS,
  type Paperwork,
} from '../../../domain/conference/paperworkLines'
import { ROLES } from '../../../domain/access/role'
import { calendar, day } from '../facts'

const review: Paperwork = {
  ...{ kind: 'review', bookedFor: day('2026-05-28'), bookedSeenOn: day('2026-04-01') },
  ...{ invitationsOut: false, reportsMissing: 2 },
}
const lines = (paperwork: Partial<Paperwork> = {}) =>
  paperworkLines({ ...review, ...paperwork }, calendar).map(({ step, on }) => `${on.toString()} ${step}`)

describe('the paperwork of a conference', () => {
  it.each([
    {
      of: {},
      gives: [
        '2026-05-06 invitations-for-2026-05-28',
        '2026-05-18 reports-asked-for-2026-05-28',
        '2026-05-21 reports-late-for-2026-05-28',
      ],
      because: 'fifteen, seven and four working days before; 4 and 25 May are bank holidays',
    },
    { of: { invitationsOut: true, reportsMissing: 0 }, gives: [], because: 'all of it is done' },
    {
      of: { invitationsOut: true, bookedSeenOn: day('2026-05-26') },
      gives: [],
      because: 'booked two working days before, nobody is asked on the day itself',
    },
    {
      of: { bookedSeenOn: day('2026-05-20'), reportsMissing: 0 },
      gives: ['2026-05-22 invitations-for-2026-05-28'],
      because: 'booked late: two working days after it became known',
    },
    { of: { kind: 'core-group' as const }, gives: [], because: 'a core group has no paperwork' },
  ])('$because', ({ of, gives }) => {
    expect(lines(of)).toEqual(gives)
  })

  it('has words, a citation and readers for every step', () => {
    expect(conferenceSteps.map(({ id }) => id)).toEqual([...CONFERENCE_STEP_IDS])
    for (const { id, source, to, title } of conferenceSteps) {
      expect([source, title, PAPERWORK_WORDS[id]].every((words) => words.length > 10)).toBe(true)
      expect(to.filter((role) => !ROLES.includes(role))).toEqual([])
    }
  })

  it('is known by the name of its notices, and takes nobody else’s for its own', () => {
    expect(paperworkStep('reports-late-for-2026-05-28')).toBe('reports-late')
    expect(['book-6w', 'due-10wd', 'late', 'reports', 'rung-2'].map(paperworkStep)).toEqual(Array(5).fill(undefined))
  })
})
