import type { DiscussedCase, MinutesView } from '../../client/papers/minutesView'
import type { PackCase, PackView } from '../../client/papers/packView'
import { day, facts } from '../domain/facts'
import { draftFor, familyFacts, LAST, MADE } from './exampleFamily'

export const packCase = (change: Partial<PackCase> = {}): PackCase => ({
  state: 'shown',
  ref: 'N-1042',
  children: [
    { id: 'c1', name: 'Ada Example', bornOn: day('2022-01-05'), expectedOn: null },
    { id: 'c2', name: 'Ben Example', bornOn: day('2025-06-05'), expectedOn: null },
  ],
  worker: 'Sam Okafor',
  summary: {
    text: 'Ada is at school on most days and comes in hungry.\n\nThe parents kept two of three visits; the third was called off at the door.',
    writtenBy: 'Sam Okafor',
    writtenOn: day('2026-11-24'),
    review: { by: 'Priya Shah', on: day('2026-11-26'), words: 'Say what Ben tells us.' },
  },
  draft: draftFor(familyFacts, LAST),
  ...change,
})

const about = {
  team: 'North 1',
  on: day('2026-12-01'),
  at: '09:30',
  room: 'Room 2, Civic Centre',
  chair: 'Priya Shah',
  madeFor: 'Jo Field',
  madeAt: '08:12',
  emergencyLine: 'ring North 1 on 01632 960 100, out of hours the emergency duty team on 01632 960 999.',
} as const

export const pack = (change: Partial<PackView> = {}): PackView => ({
  ...about,
  madeOn: day(MADE),
  minutesPerCase: 20,
  invited: [
    { name: 'Priya Shah', role: 'Team manager', reply: { state: 'coming' } },
    { name: 'Sam Okafor', role: 'Social worker', reply: { state: 'no-reply' } },
    {
      name: 'Ada Quinn',
      role: 'Domestic abuse worker',
      reply: {
        state: 'not-coming',
        exception: { reason: 'In court', cover: 'Lee Marsh', decision: 'approved' },
      },
    },
  ],
  cases: [
    packCase(),
    { state: 'restricted' },
    packCase({
      ref: 'N-0977',
      children: [{ id: 'c1', name: 'Cara Sample', bornOn: null, expectedOn: day('2027-01-20') }],
      worker: null,
      summary: null,
      draft: draftFor(
        facts([], { ref: 'N-0977', children: [{ id: 'c1', bornOn: null, expectedOn: day('2027-01-20') }] }),
        null,
      ),
    }),
  ],
  ...change,
})

export const discussed = (change: Partial<DiscussedCase> = {}): DiscussedCase => ({
  state: 'discussed',
  ref: 'N-1042',
  children: packCase().children,
  worker: 'Sam Okafor',
  lines: [
    {
      prompt: 'changed-since',
      at: '09:34',
      writer: 'Jo Field',
      text: 'Ada comes to school hungry; Ben sleeps through.',
    },
    { prompt: 'challenge', at: '09:41', writer: 'Jo Field', text: 'Is the breakfast club a plan, or a way round one?' },
    { prompt: 'decision', at: '09:47', writer: 'Priya Shah', text: 'Core group brought forward to 9 December.' },
  ],
  actions: [
    { action: 'Ring the school', owner: 'Sam Okafor', by: day('2026-12-02'), doneOn: day('2026-12-02') },
    { action: 'Book the core group', owner: 'Jo Field', by: day('2026-12-02'), doneOn: null },
    { action: 'See Ben alone', owner: 'Sam Okafor', by: day('2026-12-09'), doneOn: null },
  ],
  ...change,
})

export const minutes = (change: Partial<MinutesView> = {}): MinutesView => ({
  ...about,
  madeOn: day('2026-12-03'),
  attendance: [
    { name: 'Priya Shah', role: 'Team manager', was: { state: 'present' } },
    { name: 'Sam Okafor', role: 'Social worker', was: { state: 'absent' } },
    {
      name: 'Ada Quinn',
      role: 'Domestic abuse worker',
      was: { state: 'excused', reason: 'In court', cover: 'Lee Marsh' },
    },
  ],
  cases: [
    discussed(),
    { state: 'restricted' },
    { state: 'not-discussed', ref: 'N-0977', reason: 'No time was left; first on 8 December' },
  ],
  ...change,
})
