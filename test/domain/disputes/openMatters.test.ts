import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { openDisputes, openRequests } from '../../../domain/disputes/openMatters'
import { englandFamilySafeguarding1 } from '../../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../../domain/policy/policySchedule'
import { foldCase, timelineOf } from '../../../domain/timeline/timeline'
import { calendar, event, facts } from '../facts'

const raised = event('dispute-raised', '2026-03-02', { about: 'the plan' })
const ended = (on: string, stage: number) =>
  event('dispute-stage-ended', on, { dispute: raised.id, stage, outcome: 'no agreement' })
const policy = always(englandFamilySafeguarding1)

const open = (...events: ChronologyEvent[]) => {
  const folded = foldCase(facts(events))
  const { obligations } = timelineOf(folded, policy, calendar)
  return {
    disputes: openDisputes(folded, { obligations, policy }).map(
      ({ stage, of, dueOn }) => `${String(stage)}/${String(of)} ${dueOn?.toString() ?? 'nothing asks'}`,
    ),
    requests: openRequests(folded, { obligations }).map(
      ({ agency, dueOn }) => `${agency} ${dueOn?.toString() ?? 'nothing asks'}`,
    ),
  }
}

describe('the open disputes of a case', () => {
  it.each<[string, ChronologyEvent[], string[]]>([
    ['raised', [raised], ['1/4 2026-03-04']],
    ['its first stage ended', [raised, ended('2026-03-04', 1)], ['2/4 2026-03-11']],
    [
      'in its last stage',
      [raised, ended('2026-03-04', 1), ended('2026-03-06', 2), ended('2026-03-10', 3)],
      ['4/4 2026-03-20'],
    ],
    ['resolved', [raised, event('dispute-resolved', '2026-03-03', { dispute: raised.id, reason: 'agreed' })], []],
    ['about immediate risk', [event('dispute-raised', '2026-03-07', { immediateRisk: true })], ['2/4 2026-03-07']],
  ])('%s', (_what, events, gives) => {
    expect(open(...events).disputes).toEqual(gives)
  })
})

describe('the requests for information of a case', () => {
  const asked = event('information-requested', '2026-03-02', { agency: 'school', what: 'attendance' })

  it('are open for 10 working days, and until they are answered', () => {
    expect(open(asked).requests).toEqual(['school 2026-03-16'])
    expect(open(asked, event('information-answered', '2026-03-09', { request: asked.id })).requests).toEqual([])
  })
})
