import { isId } from '../../commands/isId'
import { casesHeld, personAbout, rolesHeld, type PersonAbout } from '../../queries/admin/personPage'
import { permissionsOf } from '../../queries/reading/loadReader'
import { NOTHING_HERE, type Answer } from '../app/answer'
import { textOf } from '../app/formText'
import type { Asked } from '../app/page'
import { aboutLines, heldTable, rolesTable } from './personRows'
import { adminPage, type Section, type Wrong } from './sections'

const CASES = 100

/** Whom a path is about; undefined where nobody has that id. */
export const personOf = ({ db, params, today }: Asked): Promise<PersonAbout | undefined> => {
  const { id = '' } = params
  return isId(id) ? personAbout(db, id, today.toString()) : Promise.resolve(undefined)
}

/** Somebody: who they are, their roles, their cases, and what can be arranged for them. */
export async function personPage(asked: Asked, wrong?: Wrong): Promise<Answer> {
  const { db, reader, today } = asked
  const about = await personOf(asked)
  if (about === undefined) return NOTHING_HERE
  const { id, name } = about
  const [roles, held] = await Promise.all([rolesHeld(db, id, today.toString()), casesHeld(db, reader, id, CASES + 1)])
  const mayEnd = about.calendars > 0 && permissionsOf(reader).has('end-calendars')
  const links = [
    { text: 'Arrange cover for them', href: `/admin/cover?person=${encodeURIComponent(name)}` },
    ...(about.left ? [] : [{ text: 'Give them a role', href: `/admin/people/${id}/roles` }]),
    {
      text: about.left ? 'Say that they are in post after all' : 'Say that they have left',
      href: `/admin/people/${id}/left`,
    },
  ]
  return adminPage({
    ...{ title: name, ...wrong },
    sections: [
      { bullets: aboutLines(about) },
      { links },
      { table: rolesTable(roles, id) },
      { table: heldTable(held, CASES) },
      reassignForm(asked, id),
      addressForm(asked, about),
      ...(mayEnd ? [calendarForm(id)] : []),
    ],
  })
}

const reassignForm = ({ form }: Asked, id: string): Section => ({
  heading: 'Give their cases to somebody else',
  words: 'You see first what would move, and nothing is changed by that.',
  form: {
    ...{ action: `/admin/people/${id}/reassign`, button: 'See what would move' },
    fields: [
      { kind: 'text', name: 'to', label: 'To whom', hint: 'A name or a staff number', value: textOf(form, 'to') },
      {
        ...{ kind: 'text', name: 'cases', label: 'Which cases', value: textOf(form, 'cases') },
        hint: 'References with commas between them; leave it empty for all',
      },
    ],
  },
})

const addressForm = ({ form }: Asked, { id, email }: PersonAbout): Section => ({
  heading: 'Where mail goes',
  words:
    'They sign in by this address, too. No extract changes it again, unless it turns out to be the address of somebody else.',
  form: {
    ...{ action: `/admin/people/${id}/address`, button: 'Save the address' },
    fields: [
      {
        kind: 'text',
        name: 'address',
        label: 'Address',
        value: 'address' in form ? textOf(form, 'address') : (email ?? ''),
      },
    ],
  },
})

const calendarForm = (id: string): Section => ({
  heading: 'Their calendar',
  words:
    'Whoever knows the address of a calendar sees what is in it. End it where it may have been passed on; they can make another.',
  form: { action: `/admin/people/${id}/calendars`, fields: [], button: 'End their calendar address' },
})
