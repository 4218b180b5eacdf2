import { LocalDate } from '@js-joda/core'
import type { StoryCases, StoryPerson } from '../../queries/web/storyCases'
import { dayWords } from '../app/momentWords'

/** One step of a path: what to do, with a button where there is one, and what to see. */
export interface StoryStep {
  readonly text: string
  /** To be somebody, on a page of theirs. */
  readonly be?: { readonly person: string; readonly name: string; readonly goTo: string }
  /** A button that moves the clock, or says that a manager is away. */
  readonly press?: { readonly action: string; readonly name: string; readonly value: string; readonly text: string }
}

export interface StoryPath {
  readonly title: string
  readonly intro: string
  readonly steps: readonly StoryStep[]
}

const UNTIL = { action: '/demo/clock', name: 'step', value: 'until', text: 'Run until something happens' } as const
const DAY = { action: '/demo/clock', name: 'step', value: 'day', text: 'Go to tomorrow' } as const
const caseHref = (ref: string): string => `/cases/${encodeURIComponent(ref)}`
const day = (iso: string): string => dayWords(LocalDate.parse(iso))

/** The three paths, of as many as the county has a case for just now. `inbox`: whether there is one to look into. */
export function story({ onTime, late, away }: StoryCases, today: LocalDate): readonly StoryPath[] {
  return [
    ...(onTime === null ? [] : [onTimePath(onTime)]),
    ...(late === null ? [] : [latePath(late)]),
    ...(away === null ? [] : [awayPath(away, today)]),
  ]
}

const onTimePath = ({ ref, title, dueOn, worker }: NonNullable<StoryCases['onTime']>): StoryPath => ({
  title: 'A child, on time',
  intro: `Case ${ref}: ${title}, by ${day(dueOn)}. Nothing is late, and nobody above ${worker.name} has to know.`,
  steps: [
    {
      text: `Be ${worker.name}, who works with the family. The case stands in their list, with the day and why it is that day.`,
      be: { person: worker.id, name: worker.name, goTo: '/my-work' },
    },
    {
      text: 'Let time pass. A reminder leaves some working days before, in one mail with everything else of that morning.',
      press: UNTIL,
    },
    {
      text: `Record on case ${ref} that it happened. Before you save you see which dates that sets.`,
      be: { person: worker.id, name: worker.name, goTo: caseHref(ref) },
    },
    { text: 'Let time pass again: nobody is told anything more of it. It is done.', press: DAY },
  ],
})

const latePath = ({ ref, title, dueOn, alert, told, worker }: NonNullable<StoryCases['late']>): StoryPath => ({
  title: 'A child, late',
  intro: `Case ${ref}: ${title} was due by ${day(dueOn)} and has not been recorded.`,
  steps: [
    ...(worker === null
      ? []
      : [
          {
            text: `Be ${worker.name}, who works with the family: it stands first in their list, and the case says who has been told.`,
            be: { person: worker.id, name: worker.name, goTo: '/my-work' },
          },
        ]),
    ...(told === null ? [NOT_TOLD] : toldSteps({ ref, title, alert, told })),
  ],
})

const NOT_TOLD: StoryStep = {
  text: 'Nobody above has been told yet. Let time pass until somebody is, then come back here: this path goes on.',
  press: UNTIL,
}

const toldSteps = ({
  ref,
  title,
  alert,
  told,
}: Pick<NonNullable<StoryCases['late']>, 'ref' | 'title' | 'alert'> & {
  readonly told: StoryPerson
}): readonly StoryStep[] => [
  {
    text: `Be ${told.name}, who has been told. Say what will be done and by when; or do nothing, and see what comes.`,
    be: { person: told.id, name: told.name, goTo: `/escalations/${alert}` },
  },
  { text: 'Let time pass. Without an answer the next manager up is told, with the evidence.', press: UNTIL },
  {
    text: `Look at the case: who was told what, when, and whether it arrived. It ends only when the ${title.toLowerCase()} is recorded, or a manager says why not.`,
    be: { person: told.id, name: told.name, goTo: caseHref(ref) },
  },
]

const awayPath = (
  { ref, title, dueOn, manager, cover, isAway }: NonNullable<StoryCases['away']>,
  today: LocalDate,
): StoryPath => ({
  title: 'The manager is away',
  intro: `${manager.name} manages the team of case ${ref}, whose next date is ${day(dueOn)} (${title}).`,
  steps: [
    isAway
      ? { text: `${manager.name} is away now.` }
      : {
          text: `Say that ${manager.name} is on leave until ${dayWords(today.plusDays(21))}, and that ${cover.name} covers.`,
          press: { action: '/demo/story/away', name: 'manager', value: manager.id, text: 'They are on leave' },
        },
    { text: 'Let time pass until something happens; press it again if it was about something else.', press: UNTIL },
    {
      text: `Be ${cover.name}, who is told instead. Each mail says in whose place.`,
      be: { person: cover.id, name: cover.name, goTo: '/' },
    },
    { text: `Nothing waits unread for ${manager.name}: an alert goes to whoever is there.` },
  ],
})
