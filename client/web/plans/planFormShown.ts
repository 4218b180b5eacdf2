import { linesOf, type PlanLine } from '../../../domain/safety-plan/linesOf'
import { PLAN_CHECKS, SMART_ASKS } from '../../../domain/safety-plan/planChecks'
import type { PlanDocument } from '../../../domain/safety-plan/planDocument'
import { PLAN_DOMAINS } from '../../../domain/safety-plan/planDomains'
import { FAMILY_ROLES, SERVICE_ROLES, roleWords } from '../../../domain/safety-plan/roles'
import type { Problem } from './caseForm'
import { planFormFields, type Choice, type FieldShown, type PlanFormFields } from './planFormFields'
import type { Typed } from './planFormFilled'
import { lineRows, peopleRows } from './planFormSize'

interface Group {
  /** Empty: its fields stand by themselves. */
  readonly title: string
  /** What cannot be changed here. */
  readonly says: string
  readonly hidden: readonly { readonly name: string; readonly value: string }[]
  readonly fields: readonly FieldShown[]
}

interface Section {
  readonly title: string
  readonly hint: string
  readonly groups: readonly Group[]
  /** The button that adds a row. */
  readonly add: Choice | null
}

interface Shown {
  readonly typed: Typed
  readonly problems: readonly Problem[]
  readonly children: readonly { readonly id: string; readonly name: string }[]
  readonly before: PlanDocument | undefined
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
const roles = (all: readonly string[]): readonly Choice[] =>
  all.map((role) => ({ value: role, text: capital(roleWords(role)) }))
const FAMILY: readonly Choice[] = [{ value: '', text: 'Choose' }, ...roles(FAMILY_ROLES)]
const DUTIES: readonly Choice[] = [{ value: '', text: 'Choose' }, ...roles([...FAMILY_ROLES, ...SERVICE_ROLES])]
const ABOUT: readonly Choice[] = [
  { value: '', text: 'Choose' },
  ...PLAN_DOMAINS.map(({ id, title }) => ({ value: id, text: title })),
]
const ANSWERS: readonly Choice[] = [
  ...[
    { value: '', text: 'Not answered yet' },
    { value: 'yes', text: 'Yes' },
  ],
  ...[
    { value: 'no', text: 'No' },
    { value: 'not-needed', text: 'Not needed' },
  ],
]

const alone = (fields: readonly FieldShown[]): Group => ({ title: '', says: '', hidden: [], fields })

/** The form of a safety plan, part by part, in the order of the paper. */
export function planFormShown({ typed, problems, children, before }: Shown): readonly Section[] {
  const make = planFormFields(typed, problems)
  const standing = new Map((before === undefined ? [] : linesOf(before)).map((line) => [line.id, line]))
  const section = (title: string, groups: readonly Group[], more: Partial<Section> = {}): Section => ({
    ...{ title, groups, hint: '', add: null },
    ...more,
  })
  return [
    section('The plan', [
      alone([
        make.day('date', 'The date of the plan'),
        make.tick(
          children.map(({ id, name }) => ({ name: `child-${id}`, text: name })),
          'Which children it is about',
        ),
        make.textarea('concerns', 'What we are worried about, and why'),
        make.input('address', 'Address', 'May be left empty. It is never printed on the family’s copy.'),
      ]),
    ]),
    section(
      'The family',
      times(peopleRows(typed), (row) => personGroup(make, row)),
      {
        hint: 'Everybody who has a part in it. In domestic abuse an agreement binds the person who harms; the printed copy never says who that is.',
        add: { value: 'add-people', text: 'Add another person' },
      },
    ),
    section(
      'What is agreed',
      times(lineRows(typed), (row) => lineGroup(make, row, standing.get(typed[`line-${String(row)}-id`] ?? ''))),
      {
        hint: 'One thing a line. A line that is left empty is not kept.',
        add: { value: 'add-lines', text: 'Add another line' },
      },
    ),
    section('Support', [
      alone([
        make.textarea('support', 'What the services do to help', 'One thing a line'),
        make.input('phones-socialWorker', 'Telephone number of the social worker'),
        make.input('phones-afterClosing', 'Number to ring once social care has left'),
      ]),
    ]),
    section('Days and signatures', [alone([...dayFields(make), policeField(make)])], {
      hint: 'The social worker and the team manager always sign.',
    }),
    section(
      'Checks',
      PLAN_CHECKS.map(({ id, asks }) => ({ ...alone(answerFields(make, `check-${id}`, 'Answer')), title: asks })),
      { hint: 'What is not answered is listed on the plan’s page. Say why, where the answer is no or not needed.' },
    ),
  ]
}

const times = <T>(count: number, make: (row: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, row) => make(row))

function personGroup(make: PlanFormFields, row: number): Group {
  const name = `person-${String(row)}`
  return {
    ...alone([
      make.select(`${name}-role`, 'Who it is', FAMILY),
      make.input(`${name}-name`, 'Name', 'May be left empty'),
      make.select(`${name}-side`, 'In domestic abuse', [
        { value: '', text: 'Does not apply' },
        { value: 'harms', text: 'Is the person who harms' },
        { value: 'is-harmed', text: 'Is the person who is harmed' },
      ]),
      make.tick([{ name: `${name}-signs`, text: 'Is asked to sign' }]),
    ]),
    title: `Person ${String(row + 1)}`,
  }
}

function lineGroup(make: PlanFormFields, row: number, before: PlanLine | undefined): Group {
  const name = `line-${String(row)}`
  const what = [
    make.textarea(`${name}-achieve`, 'What will be different'),
    make.day(`${name}-by`, 'By when'),
    make.select(`${name}-contactWith`, 'Staying away from', FAMILY, 'Only where the line is about that'),
    ...answerFields(make, `${name}-smart`, `Is it ${SMART_ASKS}`),
  ]
  if (before === undefined)
    return {
      ...alone([
        make.select(`${name}-domain`, 'What it is about', ABOUT),
        ...[make.input(`${name}-agency`, 'With whom'), make.input(`${name}-frequency`, 'How often')],
        make.select(`${name}-duty`, 'Whose part it is', DUTIES),
        ...what,
      ]),
      title: `Line ${String(row + 1)}`,
    }
  return {
    ...{ title: `Line ${before.id}`, hidden: [{ name: `${name}-id`, value: before.id }] },
    says: `With ${before.agency}, ${before.frequency}. The part of the ${roleWords(before.duty)}. To change that, leave this line out and add another.`,
    fields: [
      make.select(`${name}-out`, 'Does it stay', [
        ...[
          { value: '', text: 'It stays in the plan' },
          { value: 'met', text: 'Left out: it is done' },
        ],
        ...[
          { value: 'part', text: 'Left out: partly done' },
          { value: 'not', text: 'Left out: not done' },
        ],
      ]),
      make.input(`${name}-outWords`, 'If it is left out: what became of it'),
      ...what,
    ],
  }
}

const answerFields = (make: PlanFormFields, name: string, asks: string): readonly FieldShown[] => [
  make.select(name, asks, ANSWERS),
  make.input(`${name}-words`, 'In words'),
]

const dayFields = (make: PlanFormFields): readonly FieldShown[] => [
  make.day('timeOfferedUntil', 'The family may think it over until', 'Nobody of them is asked to sign before'),
  make.day('validUntil', 'The last day on which it is valid', 'Leave it empty where it has no end'),
  make.radios('review', 'When it is reviewed', [
    { value: 'six-weekly', text: 'Every six weeks' },
    { value: 'date', text: 'On a day of its own' },
    { value: 'until-met', text: 'Open until it is met, reviewed every six weeks' },
    { value: 'no-end', text: 'It has no end, reviewed every six weeks' },
  ]),
  make.day('reviewOn', 'The day of the review', 'Only where it is on a day of its own'),
]

const policeField = (make: PlanFormFields): FieldShown =>
  make.radios('police', 'Police', [
    { value: 'no', text: 'Are not involved' },
    { value: 'attending-officer', text: 'Are involved: the attending officer signs' },
    { value: 'detective-sergeant', text: 'Are involved: a detective sergeant signs' },
  ])
