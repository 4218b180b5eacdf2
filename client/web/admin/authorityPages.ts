import { textOf } from '../app/formText'
import { contrastWithWhite, LEAST_CONTRAST, ratio } from '../../../domain/picture/contrast'
import { setAuthority } from '../../commands/setAuthority'
import { authorityNow, councilColour } from '../../queries/web/authorityNow'
import { goTo, type Answer } from '../app/answer'
import { formCommand } from '../app/formCommand'
import { page, type Asked, type Page } from '../app/page'
import { adminPage, refusedBy, type Wrong } from './sections'

const needs = 'run-authority'

export const AUTHORITY_PAGES: readonly Page[] = [
  page({ method: 'GET', path: '/admin/authority', needs, answer: (asked) => authorityPage(asked) }),
  page({ method: 'POST', path: '/admin/authority', needs, answer: change }),
]

async function authorityPage({ db, form }: Asked, wrong?: Wrong): Promise<Answer> {
  const { name, emergencyLine } = await authorityNow(db)
  const colour = await councilColour(db)
  const typed = (field: string, now: string): string => (typeof form[field] === 'string' ? form[field] : now)
  return adminPage({
    ...{ title: 'Name, colour and emergency line', ...wrong },
    sections: [
      { words: contrastWords(colour) },
      {
        form: {
          ...{ action: '/admin/authority', button: 'Save' },
          fields: [
            {
              kind: 'text',
              name: 'name',
              label: 'What the council calls itself',
              hint: 'At the top of every page',
              value: typed('name', name),
            },
            {
              kind: 'text',
              name: 'colour',
              label: 'Colour of the header',
              hint: `Like #1d3d5c. White letters stand on it: at least ${String(LEAST_CONTRAST)} to 1`,
              value: typed('colour', colour),
            },
            {
              ...{ kind: 'area', rows: 3 },
              name: 'emergencyLine',
              label: 'Whom to ring in an emergency',
              hint: 'At the foot of every page and mail',
              value: typed('emergencyLine', emergencyLine),
            },
          ],
        },
      },
    ],
  })
}

/** The field that was refused, as far as it can be told from what was typed. */
const fieldOf = ({ name, colour }: { readonly name: string; readonly colour: string }): { readonly at?: string } =>
  name === '' ? { at: 'name' } : (contrastWithWhite(colour) ?? 0) < LEAST_CONTRAST ? { at: 'colour' } : {}

export function contrastWords(colour: string): string {
  const contrast = contrastWithWhite(colour)
  return contrast === undefined
    ? `The colour now, ${colour}, is none. Give another.`
    : `White letters on the colour now, ${colour}, have a contrast of ${ratio(contrast)} to 1; at least ${String(LEAST_CONTRAST)} to 1 is needed. Browsers may show the colour before for up to an hour.`
}

async function change(asked: Asked): Promise<Answer> {
  const { db, processes, reader, form } = asked
  const words = {
    name: textOf(form, 'name'),
    colour: textOf(form, 'colour'),
    emergencyLine: textOf(form, 'emergencyLine').replace(/\s+/g, ' '),
  }
  const answer = await setAuthority({ db, processes }, { ...words, actorId: reader.id, commandId: formCommand(form) })
  if ('refused' in answer) return authorityPage(asked, { ...refusedBy(answer), ...fieldOf(words) })
  return goTo('/admin/authority', 'Saved. Every page and every mail from now on says so.')
}
