import { textOf } from '../app/formText'
import { setCover } from '../../commands/setCover'
import { dayBoxes, formDay, isEmptyDay } from '../app/formDay'
import { formCommand } from '../app/formCommand'
import type { Asked } from '../app/page'
import { REASON_ITEMS } from './coverRows'
import { personTyped } from './personTyped'
import { refusedBy, type Section, type Wrong } from './sections'

/** The form by which cover is arranged, with what was typed. `at`: where it is sent. */
export function coverForm({ form, query }: Pick<Asked, 'form' | 'query'>, at: string): Section {
  const reason = textOf(form, 'reason')
  return {
    heading: 'Arrange cover',
    words: 'What waits for who is away, and what is told on those days, goes to whoever covers.',
    form: {
      ...{ action: at, button: 'Arrange cover' },
      fields: [
        {
          kind: 'text',
          name: 'person',
          label: 'Who is away',
          hint: 'A name or a staff number',
          value: textOf(form, 'person') || textOf(query, 'person'),
        },
        {
          kind: 'text',
          name: 'by',
          label: 'Who covers',
          hint: 'Leave it empty where nobody does: then whoever is next is asked',
          value: textOf(form, 'by'),
        },
        { kind: 'day', name: 'from', label: 'First day away', boxes: dayBoxes(form, 'from') },
        {
          kind: 'day',
          name: 'to',
          label: 'Last day away',
          hint: 'May be left empty for sickness',
          boxes: dayBoxes(form, 'to'),
        },
        {
          kind: 'radios',
          name: 'reason',
          label: 'Why',
          items: REASON_ITEMS.map((one) => ({ ...one, checked: one.value === reason })),
        },
      ],
    },
  }
}

type Arranged = { readonly said: string } | ({ readonly said?: undefined } & Wrong)

/** Arranges what was typed, or says what is wrong with it. Whether the reader may for this person is the command's to say. */
export async function arrangeCover(asked: Asked): Promise<Arranged> {
  const { db, processes, reader, form } = asked
  const person = await personTyped(db, form['person'], 'Who is away')
  if (person.problem !== undefined) return { ...person, at: 'person' }
  const by = textOf(form, 'by') === '' ? undefined : await personTyped(db, form['by'], 'Who covers')
  if (by?.problem !== undefined) return { problem: by.problem, at: 'by' }
  const from = formDay(form, 'from', 'The first day away')
  if (from.problem !== undefined) return { problem: from.problem, at: 'from' }
  const to = isEmptyDay(form, 'to') ? undefined : formDay(form, 'to', 'The last day away')
  if (to?.problem !== undefined) return { problem: to.problem, at: 'to' }
  const { reason } = form
  if (reason !== 'leave' && reason !== 'sickness' && reason !== 'other')
    return { problem: 'Choose why they are away.', at: 'reason' }
  const answer = await setCover(
    { db, processes },
    {
      ...{ personId: person.person.id, coverId: by?.person.id ?? null, from: from.day, to: to?.day ?? null, reason },
      ...{ actorId: reader.id, commandId: formCommand(form) },
    },
  )
  if ('refused' in answer) return refusedBy(answer)
  return { said: `Cover for ${person.person.name} is arranged.` }
}
