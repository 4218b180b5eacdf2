import { event, facts } from '../facts'
import { saysOf, stalls, table } from './stalls'

const RULE = 'summary-late-twice'
const held = (on: string) => event('discussed-in-supervision', on, { session: `s ${on}` })
const summary = (on: string, session: string) => event('supervision-summary-written', on, { session: `s ${session}` })
const late = [held('2026-02-16'), summary('2026-03-11', '2026-03-16'), held('2026-03-16')]

describe('summary late for two sessions running', () => {
  it.each(
    table(
      { events: [held('2026-02-16')], gives: [], because: 'one is not two' },
      {
        events: late,
        gives: ['case 2026-03-16 open'],
        because: 'never written, then written three working days before',
      },
      {
        events: [held('2026-02-16'), summary('2026-03-09', '2026-03-16'), held('2026-03-16')],
        gives: [],
        because: 'written on the last day, 5 working days before the second',
      },
      {
        events: [held('2026-03-11'), summary('2026-03-31', '2026-04-08'), held('2026-04-08')],
        gives: ['case 2026-04-08 open'],
        because: 'Good Friday and Easter Monday do not count: the last day was 30 March',
      },
      {
        events: [held('2026-03-11'), summary('2026-03-31', '2026-04-09'), held('2026-04-09')],
        gives: [],
        because: 'for a session a day later it is 31 March',
      },
      { events: [...late, held('2026-04-14')], gives: ['case 2026-03-16 open'], because: 'a third is the same drift' },
      {
        events: [...late, summary('2026-04-01', '2026-04-14'), held('2026-04-14')],
        gives: ['case 2026-03-16 met 2026-04-14'],
        because: 'the next session with its summary in time ends it',
      },
      {
        events: [...late, event('child-left', '2026-03-20', { reason: 'moved' })],
        gives: ['case 2026-03-16 cancelled 2026-03-20'],
        because: 'the only child has left',
      },
    ),
  )('$gives: $because', ({ events, gives }) => {
    expect(stalls(RULE, facts(events))).toEqual(gives)
  })

  it('names the sessions, and the summary that was late', () => {
    expect(saysOf(RULE, facts(late))).toEqual({
      evidence: [
        'discussed-in-supervision 2026-02-16',
        'supervision-summary-written 2026-03-11',
        'discussed-in-supervision 2026-03-16',
      ],
      what: '2 sessions running without the summary written 5 working days before: found on 16 March 2026',
    })
  })
})
