import { conferenceList } from '../../queries/conferences/conferenceList'
import { conferencePage } from '../../queries/conferences/conferencePage'
import type { ReadableCase } from '../../queries/reading/readableCase'
import { approvers } from '../../queries/web/case/approvers'
import { NOTHING_HERE, show, type Answer } from '../app/answer'
import { forCase } from '../app/forCase'
import { page, type Asked, type Page } from '../app/page'
import { caseAddress } from '../case/caseAddress'
import { boxesTyped } from './boxesTyped'
import { FRESH, type Again } from './caseForm'
import { conferenceLine, conferenceShown } from './conferenceShown'

/** `/cases/:ref/conferences`: conferences and core groups, those to come before those that were. */
const LIST = page({
  method: 'GET',
  path: '/cases/:ref/conferences',
  needs: 'see-own-work',
  answer: forCase('/cases/:ref/conferences', async ({ db, reader, today }, { ref }) => {
    const lines = await conferenceList(db, { ref, readerId: reader.id })
    const shown = (of: typeof lines) => of.map((one) => conferenceLine(one, today.toString()))
    return show('plans/conferences.njk', {
      ...{ ref, caseHref: caseAddress(ref) },
      ahead: shown(lines.filter(({ state }) => state === 'due')),
      behind: shown(lines.filter(({ state }) => state !== 'due').toReversed()),
    })
  }),
})

const ONE = page({
  method: 'GET',
  path: '/cases/:ref/conferences/:id',
  needs: 'see-own-work',
  answer: forCase('/cases/:ref/conferences/:id', (asked, about) => showConference(asked, about, FRESH)),
})

/** One conference with its forms. One of another case is not here. */
export async function showConference(
  { db, reader, today, params }: Asked,
  { ref }: ReadableCase,
  { typed, problems, status }: Again,
): Promise<Answer> {
  const found = await conferencePage(db, { id: params['id'] ?? '', readerId: reader.id })
  if (found?.ref !== ref) return NOTHING_HERE
  const people = found.state === 'due' ? await approvers(db, today) : []
  return show(
    'plans/conference.njk',
    {
      ...{ ref, caseHref: caseAddress(ref), listHref: caseAddress(ref, 'conferences'), problems },
      ...conferenceShown(found, today.toString()),
      base: caseAddress(ref, `conferences/${found.id}`),
      typed,
      dayBoxes: { for: boxesTyped(typed, 'for'), on: boxesTyped(typed, 'on') },
      approvers: [
        { value: '', text: 'I approve it' },
        ...people
          .filter(({ id }) => id !== reader.id)
          .map(({ id, name, job_title: job }) => ({ value: id, text: `${name}, ${job}` })),
      ],
      replies: [
        { value: 'accepted', text: 'Comes' },
        { value: 'declined', text: 'Does not come' },
        { value: 'tentative', text: 'Not sure yet' },
      ],
      papers: [
        { value: 'decision', text: 'The decision' },
        { value: 'record', text: 'The record' },
      ],
    },
    status,
  )
}

export const CONFERENCE_PAGES: readonly Page[] = [LIST, ONE]
