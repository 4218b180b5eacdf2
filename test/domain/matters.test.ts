import { alertsAnew, type StandingAlert } from '../../domain/escalation/alertsAnew'
import { mattersOf, membersOf } from '../../domain/escalation/matters'
import { goesWithUnder } from '../../domain/policy/alertRules'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../domain/policy/policySchedule'
import { keyOf, type Obligation } from '../../domain/timeline/obligation'
import { calendar, day } from './facts'

const PACK = englandFamilySafeguarding1
const goesWith = goesWithUnder(always(PACK))

/** Something late: `rule subject dueOn`, its trigger named after them. */
function late(text: string): Obligation {
  const [rule = '', subject = '', dueOn = ''] = text.split(' ')
  const data = PACK.rules.find(({ id }) => id === rule)
  return {
    ...{ rule, subject, part: '', trigger: `of ${text}`, policy: PACK.id, kind: data?.kind ?? 'obligation' },
    ...{ triggerOn: day('2026-01-05'), dueOn: day(dueOn), limitOn: day(dueOn), bookedFor: null, occurrence: 1 },
    ...{ end: { outcome: 'open' }, reminders: [], late: [], lateUnit: 'working-days' },
    ...{ notKnownFromImport: false, explanation: [] },
  }
}
const words = ({ rule, subject, dueOn }: Obligation): string => `${rule} ${subject} ${dueOn.toString()}`
const grouped = (texts: readonly string[]) =>
  mattersOf(texts.map(late), goesWith).map(({ leads, evidence }) => [leads.map(words), evidence.map(words)])

const REVIEW = 'review-first c1 2026-06-18'

describe('one alert for one matter', () => {
  it('a late review that also trips three stalls is one matter with its evidence', () => {
    const stalls = ['no-progress c1 2026-06-10', 'summary-late-twice case 2026-06-12', 'goal school 2026-06-15']
    expect(grouped([...stalls, REVIEW])).toEqual([[[REVIEW], stalls]])
  })

  it.each([
    {
      what: 'siblings share the matter of one rule and one due date',
      late: [REVIEW, 'review-first c2 2026-06-18'],
      matters: [[[REVIEW, 'review-first c2 2026-06-18'], []]],
    },
    {
      what: 'another due date is another matter',
      late: [REVIEW, 'review-first c2 2026-06-25'],
      matters: [
        [[REVIEW], []],
        [['review-first c2 2026-06-25'], []],
      ],
    },
    {
      what: "a sibling's drift is no evidence about this child",
      late: [REVIEW, 'no-progress c2 2026-06-10'],
      matters: [
        [['no-progress c2 2026-06-10'], []],
        [[REVIEW], []],
      ],
    },
    {
      what: 'drift with nothing late beside it leads its own',
      late: ['no-progress c1 2026-06-10', 'worker-changes c1 2026-06-11'],
      matters: [
        [['no-progress c1 2026-06-10'], []],
        [['worker-changes c1 2026-06-11'], []],
      ],
    },
    {
      what: 'drift goes with the oldest of two',
      late: [REVIEW, 'core-group c1 2026-06-01', 'no-progress c1 2026-06-10'],
      matters: [
        [['core-group c1 2026-06-01'], ['no-progress c1 2026-06-10']],
        [[REVIEW], []],
      ],
    },
    {
      what: 'a breach stands by itself',
      late: [REVIEW, 'breach-without-next-step c1 2026-06-10'],
      matters: [
        [['breach-without-next-step c1 2026-06-10'], []],
        [[REVIEW], []],
      ],
    },
  ])('$what', ({ late: given, matters }) => {
    expect(grouped(given)).toEqual(matters)
    expect(grouped([...given].reverse())).toEqual(matters)
  })

  it('every stall that goes with a rule names rules that there are', () => {
    const ids = PACK.rules.map(({ id }) => id)
    const named = PACK.rules.flatMap(({ goesWith: rules = [] }) => rules)
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((id) => !ids.includes(id))).toEqual([])
  })
})

describe('which alert carries a matter', () => {
  const alert = (id: string, rung: number, leads: string[], evidence: string[] = []): StandingAlert => ({
    ...{ id, rung, leads: keys(leads), members: keys([...leads, ...evidence]) },
  })
  const keys = (texts: readonly string[]): ReadonlySet<string> => new Set(texts.map((text) => keyOf(late(text))))
  const anew = (
    given: readonly string[],
    standing: readonly StandingAlert[],
    ended: Parameters<typeof alertsAnew>[0]['ended'] = [],
  ) => {
    const { goesOn, opens, over } = alertsAnew({
      ...{ matters: mattersOf(given.map(late), goesWith), standing, ended, today: day('2026-07-01'), calendar },
      numbers: { comesBackWithin: 20 },
    })
    return {
      goesOn: goesOn.map(({ id, matter, from }) => [id, membersOf(matter).map(words), from]),
      opens: opens.map(({ matter, rung }) => [membersOf(matter).map(words), rung]),
      over,
    }
  }
  const STALL = 'no-progress c1 2026-06-10'

  it('goes on while any child of it is late, and takes up what comes to it', () => {
    const other = 'review-first c2 2026-06-18'
    expect(anew([other, STALL], [alert('a', 2, [REVIEW, other])])).toEqual({
      goesOn: [['a', [other], []]],
      opens: [[[STALL], 0]],
      over: [],
    })
    expect(anew([REVIEW, STALL], [alert('a', 2, [REVIEW])])).toEqual({
      goesOn: [['a', [REVIEW, STALL], []]],
      opens: [],
      over: [],
    })
  })

  it('drift that had an alert takes it along, on the rung it has reached', () => {
    expect(anew([REVIEW, STALL], [alert('a', 3, [STALL])])).toEqual({
      goesOn: [['a', [REVIEW, STALL], []]],
      opens: [],
      over: [],
    })
  })

  it('two alerts that turn out to be one matter go on in the higher', () => {
    const standing = [alert('a', 1, [REVIEW]), alert('b', 2, [STALL])]
    expect(anew([REVIEW, STALL], standing)).toEqual({ goesOn: [['b', [REVIEW, STALL], ['a']]], opens: [], over: [] })
  })

  it('is over when what it was opened for is; drift that still stands begins where it stood', () => {
    expect(anew([STALL], [alert('a', 3, [REVIEW], [STALL])])).toEqual({
      goesOn: [],
      opens: [[[STALL], 3]],
      over: ['a'],
    })
  })

  it.each([
    { endedOn: '2026-06-03', rung: 2, because: 'the twentieth working day after it' },
    { endedOn: '2026-06-02', rung: 0, because: 'one working day too late' },
  ])('late again after an alert that ended on $endedOn: rung $rung, $because', ({ endedOn, rung }) => {
    const ended = [{ about: [{ rule: 'visit', subject: 'c1' }], endedOn: day(endedOn), rung: 2 }]
    const again = 'visit c1 2026-06-29'
    expect(anew([again], [], ended).opens).toEqual([[[again], rung]])
    expect(anew(['visit c2 2026-06-29'], [], ended).opens).toEqual([[['visit c2 2026-06-29'], 0]])
  })
})
