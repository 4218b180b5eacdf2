import { always } from '../../../domain/policy/policySchedule'
import { englandFamilySafeguarding1 } from '../../../domain/policy/englandFamilySafeguarding1'
import { timeline } from '../../../domain/timeline/timeline'
import { calendar, event, facts, obligationsOf } from '../facts'

const document = (...signatories: string[]) =>
  event('safety-plan-agreed', '2026-03-30', { how: 'formal', reviewMode: 'six-weekly', signatories })
const signed = (role: string) => event('safety-plan-signed', '2026-04-01', { role }, { id: `signed by ${role}` })

/** Which parts were asked for, and how each stands on the day of the signatures. */
const parts = (...events: Parameters<typeof facts>[0]) =>
  obligationsOf('safety-plan-signed', facts(events))
    .map(({ part, end }) => `${part} ${end.outcome === 'met' ? 'signed' : 'open'}`)
    .sort()

const problems = (...events: Parameters<typeof facts>[0]) =>
  timeline(facts(events), always(englandFamilySafeguarding1), calendar).problems

const BOTH = [signed('parent'), signed('team manager')]

describe('up to five signatures: social worker, one or two parents, team manager always, the attending officer or else a detective sergeant', () => {
  it.each(['social worker', 'SW', 'attending officer', 'DS', 'Detective Sergeant', 'police', 'Health visitor'])(
    '%s is no parent',
    (role) => {
      expect(parts(document(role, 'parent', 'team manager'), ...BOTH)).toEqual([
        'parents signed',
        'team-manager signed',
      ])
      expect(parts(document('parent', 'team manager'), signed(role))).toEqual(['parents open', 'team-manager open'])
      expect(problems(document(role, 'parent'), signed(role))).toEqual([])
    },
  )

  it('all five', () => {
    const all = document('social worker', 'mother', 'father', 'team manager', 'attending officer')
    expect(parts(all, signed('Mum'), signed('TM'))).toEqual(['parents open', 'team-manager signed'])
    expect(parts(all, signed('Mum'), signed('Dad'), signed('TM'))).toEqual(['parents signed', 'team-manager signed'])
  })

  it.each(['Nan’s friend', 'unreadable'])('nobody knows %s: a problem, and never a parent', (role) => {
    expect(parts(document(role, 'parent'), ...BOTH)).toEqual(['parents signed', 'team-manager signed'])
    expect(parts(document(role, 'team manager'), signed(role))).toEqual(['parents open', 'team-manager open'])
    const said = problems(document(role), signed(role))
    expect(said.map(({ events }) => events)).toEqual([['safety-plan-agreed 2026-03-30'], [`signed by ${role}`]])
    expect(said.map(({ problem }) => problem).join()).not.toContain(role)
  })
})
