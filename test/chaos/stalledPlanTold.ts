import type { Chapter } from './stalledPlanStory'

const RETURNED = 'It is back: an earlier alert about it had gone up to here a short while ago'
const FOR_THE_CHAIR = 'conference service of this case (mail to the independent reviewing officer does not arrive)'

/** What the story of the stalled plan tells, whoever kills the worker meanwhile. Moments are UTC, an hour behind London. */
export const STALLED_PLAN_TOLD: readonly Chapter[] = [
  {
    what: 'the review is late, and mail to the chair bounces',
    mails: [
      'conferenceService: Held up: case T-1, review conference due today, not recorded as done',
      'teamManager: Held up: case T-1, review conference due today, not recorded as done',
    ],
    log: [
      '06-18T16:00 Review conference: told 1 teamManager (team manager of this case)',
      '06-18T16:00 Review conference: told 1 chair (independent reviewing officer of this case)',
      '06-18T16:00 Review conference: skipped 1 chair (was not told: the mail server answered 550.)',
      `06-18T16:00 Review conference: told 1 conferenceService (${FOR_THE_CHAIR})`,
    ],
  },
  {
    what: 'acknowledged and promised',
    mails: ['worker: Promised in your name: case T-1, review conference'],
    log: [
      '06-19T09:00 Review conference: acknowledged 1 teamManager',
      '06-22T08:00 Review conference: promised 1 teamManager (The review is held at the school)',
    ],
  },
  {
    what: 'the promise is broken, and the service manager is on leave',
    mails: ['deputy: Held up: case T-1, review conference 7 days late'],
    log: ['06-25T07:00 Review conference: told 2 deputy (covers for the service manager, who is on leave)'],
  },
  {
    what: 'more time',
    mails: [],
    log: ['06-26T09:00 Review conference: more-time 2 deputy (The school is closed)'],
  },
  {
    what: 'more time a second time',
    mails: ['headOfService: Held up: case T-1, review conference 11 days late'],
    log: [
      '06-29T08:00 Review conference: passed-up 2 deputy (more time was asked for a second time: It is closed still)',
      '06-29T08:00 Review conference: told 3 headOfService (head of service of this case)',
    ],
  },
  {
    what: 'the review is held',
    mails: [],
    log: ['06-30T09:00 Review conference: resolved (Done on 2026-06-30.)'],
  },
  {
    what: 'it was another child’s: the review is late again',
    mails: [
      'conferenceService: Held up: case T-1, review conference 13 days late',
      'headOfService: Held up: case T-1, review conference 13 days late',
      'serviceManager: Held up: case T-1, review conference 13 days late',
      'teamManager: Held up: case T-1, review conference 13 days late',
    ],
    log: [
      `07-01T09:00 Review conference: carried 3 (${RETURNED})`,
      '07-01T09:00 Review conference: told 1 teamManager (team manager of this case)',
      `07-01T09:00 Review conference: told 1 conferenceService (${FOR_THE_CHAIR})`,
      '07-01T09:00 Review conference: told 2 serviceManager (service manager of this case)',
      '07-01T09:00 Review conference: told 3 headOfService (head of service of this case)',
    ],
  },
  {
    what: 'withdrawn',
    mails: ['director: Alert withdrawn: case T-1, review conference'],
    log: ['07-02T09:00 Review conference: withdrawn headOfService (The court has made an order)'],
  },
]
