import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { englandFamilySafeguarding1 as policy } from '../../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../../domain/policy/policySchedule'
import { sentence } from '../../../domain/timeline/sentence'
import { timeline } from '../../../domain/timeline/timeline'
import { calendar, dueAndEnd, event, facts, obligationsOf, TO_18 } from '../facts'
import { closed, left } from './grounds'

const raised = event('dispute-raised', '2026-03-02', {})
const stageEnded = (on: string, stage: number | string, more = {}) =>
  event('dispute-stage-ended', on, { dispute: 'dispute-raised 2026-03-02', stage }, more)
const resolved = (on: string) =>
  event('dispute-resolved', on, { dispute: 'dispute-raised 2026-03-02', reason: 'agreed' })
const stages = (...events: ChronologyEvent[]) =>
  obligationsOf('dispute', facts([raised, ...events])).map((one) => `${one.part} ${dueAndEnd(one)}`)
const twoEnded = [stageEnded('2026-03-04', 1), stageEnded('2026-03-11', 2)]
const twoMet = ['1 2026-03-04 met 2026-03-04', '2 2026-03-11 met 2026-03-11']

describe('resolved with reason; never later than 20 wd after it was raised', () => {
  const allFour = [1, 2, 3, 4].map((stage) =>
    stageEnded(['2026-03-04', '2026-03-06', '2026-03-10', '2026-03-12'][stage - 1] ?? '', stage),
  )

  it('stays open when its last stage was recorded as ended', () => {
    expect(stages(...allFour).at(-1)).toBe(`4 2026-03-20 ${TO_18}`)
    expect(stages(...allFour, stageEnded('2026-03-12', 5))).toEqual(stages(...allFour))
  })

  it('until it is resolved', () => {
    expect(stages(...allFour, resolved('2026-03-18'))).toEqual([
      '1 2026-03-04 met 2026-03-04',
      '2 2026-03-11 met 2026-03-06',
      '3 2026-03-13 met 2026-03-10',
      '4 2026-03-20 met 2026-03-18',
    ])
  })
})

describe('dispute: raised, then end of each stage; stages 2, 5, 5, 8 wd, never later than 20 wd after it was raised', () => {
  it.each<{ events: ChronologyEvent[]; gives: string[]; because: string }>([
    { events: [], gives: [`1 2026-03-04 ${TO_18}`], because: 'the first stage' },
    {
      events: [stageEnded('2026-03-04', 1)],
      gives: ['1 2026-03-04 met 2026-03-04', `2 2026-03-11 ${TO_18}`],
      because: 'its end starts the next',
    },
    {
      events: [...twoEnded, stageEnded('2026-03-18', 3)],
      gives: [...twoMet, '3 2026-03-18 met 2026-03-18', `4 2026-03-30 ${TO_18}`],
      because: 'all in time is the twentieth working day',
    },
    {
      events: [...twoEnded, stageEnded('2026-03-26', 3)],
      gives: [...twoMet, '3 2026-03-18 met 2026-03-26', `4 2026-03-30 ${TO_18}`],
      because: 'a late stage takes its days from the next',
    },
    {
      events: [stageEnded('2026-04-07', 1)],
      gives: ['1 2026-03-04 met 2026-04-07', `2 2026-03-30 ${TO_18}`],
      because: 'a stage that begins after the twentieth day is late from the first',
    },
    {
      events: [stageEnded('2026-03-04', 1), resolved('2026-03-09')],
      gives: ['1 2026-03-04 met 2026-03-04', '2 2026-03-11 met 2026-03-09'],
      because: 'resolved: the open stage is met and no other begins',
    },
    {
      events: [stageEnded('2026-03-04', 1), resolved('2026-03-04')],
      gives: ['1 2026-03-04 met 2026-03-04'],
      because: 'a stage ended by the resolution',
    },
    {
      events: [resolved('2026-03-03'), stageEnded('2026-03-10', 1)],
      gives: ['1 2026-03-04 met 2026-03-03'],
      because: 'nothing begins after it is resolved',
    },
    {
      events: [stageEnded('2026-03-03', 1), stageEnded('2026-03-04', 1, { id: 'again' })],
      gives: ['1 2026-03-04 met 2026-03-03', `2 2026-03-10 ${TO_18}`],
      because: 'recorded twice, ended once',
    },
    {
      events: [stageEnded('2026-03-03', 2)],
      gives: ['1 2026-03-04 met 2026-03-03', `3 2026-03-10 ${TO_18}`],
      because: 'a stage that was passed over',
    },
    {
      events: [stageEnded('2026-03-03', 'managers met')],
      gives: ['1 2026-03-04 met 2026-03-03', `2 2026-03-10 ${TO_18}`],
      because: 'a stage called by another name is the one that runs',
    },
    {
      events: [stageEnded('2026-03-03', 4)],
      gives: ['1 2026-03-04 met 2026-03-03', `4 2026-03-13 ${TO_18}`],
      because: 'the last stage has no end but the resolution: what was passed over ended',
    },
    {
      events: [closed('2026-03-03'), stageEnded('2026-03-10', 1)],
      gives: ['1 2026-03-04 cancelled 2026-03-03'],
      because: 'the case closed',
    },
    {
      events: [left('2026-03-03', 'died')],
      gives: ['1 2026-03-04 cancelled 2026-03-03'],
      because: 'the child died',
    },
  ])('$because', ({ events, gives }) => {
    expect(stages(...events)).toEqual(gives)
  })

  it('over a bank holiday: raised on Maundy Thursday, due on the Wednesday after Easter', () => {
    const [first] = obligationsOf('dispute', facts([event('dispute-raised', '2026-04-02', {})]))
    expect(first?.dueOn.toString()).toBe('2026-04-08')
  })

  it('who is told when a stage is late is the person of the next', () => {
    const told = obligationsOf('dispute', facts([raised, ...twoEnded, stageEnded('2026-03-18', 3)])).map(
      ({ late, reminders }) => [
        ...late.map(({ to, on, at }) => `${to.join()} ${on.toString()} ${at}`),
        ...reminders.map(({ step, on }) => `${step} ${on.toString()}`),
      ],
    )
    expect(told).toEqual([
      ['team-manager 2026-03-04 evening', 'due-1wd 2026-03-03'],
      ['service-manager 2026-03-11 evening', 'due-1wd 2026-03-10'],
      ['head-of-service 2026-03-18 evening', 'due-1wd 2026-03-17'],
      ['director 2026-03-30 evening', 'due-1wd 2026-03-27'],
    ])
  })

  it('says that the twentieth working day comes sooner', () => {
    const [, , , last] = obligationsOf('dispute', facts([raised, ...twoEnded, stageEnded('2026-03-26', 3)]))
    expect(last?.explanation.map(sentence)).toContain(
      'Dispute raised on 2 March 2026: 20 working days after it is sooner, 30 March 2026',
    )
  })

  it('keeps every key when an earlier stage is recorded late, and when it is corrected', () => {
    const keys = (...events: ChronologyEvent[]) =>
      obligationsOf('dispute', facts([raised, ...events])).map(({ trigger, part }) => `${part} ${trigger}`)
    const second = stageEnded('2026-03-11', 2)
    expect(keys(second).at(-1)).toBe('3 dispute-stage-ended 2026-03-11')
    expect(keys(second, stageEnded('2026-03-04', 1))).toEqual([
      '1 dispute-raised 2026-03-02',
      '2 dispute-stage-ended 2026-03-04',
      '3 dispute-stage-ended 2026-03-11',
    ])
    const corrected = stageEnded('2026-03-12', 2, { supersedes: 'dispute-stage-ended 2026-03-11' })
    expect(keys(second, corrected).at(-1)).toBe('3 dispute-stage-ended 2026-03-11')
  })

  it('a council with three stages has three, and no end breaks it', () => {
    const rules = policy.rules.map((rule) =>
      rule.id === 'dispute' && rule.parts !== undefined ? { ...rule, parts: rule.parts.slice(0, 3) } : rule,
    )
    const given = facts([raised, ...[1, 2, 3, 4].map((n) => stageEnded(`2026-03-0${String(n + 2)}`, n))])
    const found = timeline(given, always({ ...policy, rules }), calendar).obligations.filter(
      ({ rule }) => rule === 'dispute',
    )
    expect(found.map(({ part }) => part)).toEqual(['1', '2', '3'])
  })
})
