import type { SessionFacts } from '../../../../domain/supervision/session/sessionFacts'
import type { SessionTold } from '../../../../domain/supervision/session/sessionLine'
import { sessionAgenda } from '../../../../domain/supervision/session/sessionAgenda'
import { calendar, day } from '../../facts'
import { AFTER_EASTER, sessionOn } from './exampleSession'
import { daysOver, look, mattersOf, MINUTE, momentOf, MORNING, tellOn } from './telling'

const said = (facts: SessionFacts, today: string, told: readonly SessionTold[] = [], minutes = 8 * 60) =>
  look(facts, day(today), told, minutes).write.map(({ step, tell, to, lane }) => `${step} ${tell} ${to} ${lane}`)

describe('due on or before, and not yet told', () => {
  const facts = sessionOn(AFTER_EASTER)

  it('says nothing before the minute of its day, and names that moment', () => {
    const before = look(facts, day('2027-03-15'), [], MINUTE - 1)
    expect(before).toMatchObject({ write: [], nextMoment: momentOf(day('2027-03-15'), MINUTE), closed: false })
    expect(said(facts, '2027-03-15', [], MINUTE)).toEqual(['attend due-10wd invitee digest'])
  })

  it('names the moment of the rung above as if what it says now were told', () => {
    const told = tellOn(daysOver(day('2027-03-01'), day('2027-03-31')), facts)
    const answer = look(facts, day('2027-04-01'), told)
    expect(answer.write.map(({ tell }) => tell)).toEqual(['rung-1'])
    expect(answer.nextMoment).toBe(momentOf(day('2027-04-02'), MINUTE))
  })

  it('after an outage tells the newest of what has passed to each reader, and one rung of each ladder', () => {
    expect(said(facts, '2027-03-31').filter((line) => !/^(attend|reply)/.test(line))).toEqual([
      'summary due-6wd case-worker digest',
      'summary rung-1 team-manager at-once',
      'papers due-3wd coordinator digest',
      'papers rung-1 team-manager at-once',
    ])
  })

  it('once its day has passed only whether it was held is asked: nobody can prepare for it any more', () => {
    expect(said(facts, '2027-04-06')).toEqual(['held rung-1 coordinator digest'])
  })

  it('nobody is reminded of a session, or asked for a reply to it, after its day', () => {
    expect(said(facts, '2027-03-31').filter((line) => /^(attend|reply)/.test(line))).toEqual([
      'attend due-10wd invitee digest',
      'reply due-5wd invitee digest',
      'reply rung-1 coordinator digest',
    ])
    expect(said(facts, '2027-04-01').filter((line) => /^(attend|reply)/.test(line))).toEqual([])
  })

  it('is not looked at again for what would be said after the last day on which it is said', () => {
    const reply = mattersOf(facts).filter(({ step }) => step === 'reply')
    const ask = (matters: typeof reply) =>
      sessionAgenda({
        ...{ matters, told: [], now: momentOf(day('2027-03-31'), MORNING), today: day('2027-03-31') },
        ...{ minute: MINUTE, momentOf, calendar },
      })
    expect(ask(reply)).toMatchObject({ write: [{ tell: 'due-5wd' }, { tell: 'rung-1' }], nextMoment: null })
    const later = [{ step: 'later', on: day('2027-04-01'), to: 'invitee' }] as const
    expect(ask(reply.map((one) => ({ ...one, ladder: [], reminders: later })))).toMatchObject({
      ...{ write: [], nextMoment: null, closed: false },
    })
    const always = reply.map((one) => ({ ...one, ladder: [], reminders: later, speaksUntil: null }))
    expect(ask(always).nextMoment).toBe(momentOf(day('2027-04-01'), MINUTE))
  })

  it('a rung whose day was missed waits for a working day, and for the minute of it', () => {
    const late = sessionOn('2027-03-18', { invitees: [], cases: [] })
    const told = tellOn(daysOver(day('2027-03-01'), day('2027-03-18')), late)
    expect(said(late, '2027-03-20', told)).toEqual([])
    expect(look(late, day('2027-03-20'), told).nextMoment).toBe(momentOf(day('2027-03-22'), MINUTE))
    expect(said(late, '2027-03-22', told, MINUTE - 1)).toEqual([])
    expect(said(late, '2027-03-22', told, MINUTE)).toEqual(['held rung-1 coordinator digest'])
  })

  it('a reader who is on the ladder and was told that it is late is not reminded any more', () => {
    const rung = { step: 'papers', subject: 'session', tell: 'rung-1', to: 'coordinator' } as const
    const told = [{ ...rung, dueOn: '2027-03-25', toldOn: '2027-03-24' }]
    expect(said(facts, '2027-03-24', told).filter((line) => line.startsWith('papers'))).toEqual([])
  })

  it('what was told of another day does not count: a session that was moved is told anew', () => {
    const told = tellOn(daysOver(day('2027-03-01'), day('2027-03-24')), facts)
    expect(said(facts, '2027-03-24', told)).toEqual([])
    const moved = sessionOn('2027-04-01', { plannedOn: day('2027-03-24') })
    expect(said(moved, '2027-03-24', told)).toEqual([
      'attend due-10wd invitee digest',
      'reply due-5wd invitee digest',
      'summary due-6wd case-worker digest',
      'summary rung-1 team-manager at-once',
    ])
  })
})
