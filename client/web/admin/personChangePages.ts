import { endRole } from '../../commands/people/endRole'
import { giveRole } from '../../commands/people/giveRole'
import { setAddress } from '../../commands/people/setAddress'
import { setInPost } from '../../commands/people/setInPost'
import { rolesHeld, type PersonAbout } from '../../queries/admin/personPage'
import { goTo, NOTHING_HERE, type Answer } from '../app/answer'
import { formCommand } from '../app/formCommand'
import { textOf } from '../app/formText'
import { page, type Asked, type Page } from '../app/page'
import { personOf, personPage } from './personPage'
import { roleItems, roleWords, sourceOf } from './personRows'
import { adminPage, refusedBy, type Section, type Wrong } from './sections'
import { teamTyped } from './teamTyped'

const needs = 'administer'

/** What an administrator changes of somebody: their address, whether they are in post, their roles. */
export const PERSON_CHANGE_PAGES: readonly Page[] = [
  page({ method: 'POST', path: '/admin/people/:id/address', needs, answer: changeAddress }),
  page({ method: 'GET', path: '/admin/people/:id/left', needs, answer: (asked) => leftPage(asked) }),
  page({ method: 'POST', path: '/admin/people/:id/left', needs, answer: setLeft }),
  page({ method: 'GET', path: '/admin/people/:id/roles', needs, answer: (asked) => rolePage(asked) }),
  page({ method: 'POST', path: '/admin/people/:id/roles', needs, answer: give }),
  page({ method: 'GET', path: '/admin/people/:id/roles/:role', needs, answer: (asked) => endPage(asked) }),
  page({ method: 'POST', path: '/admin/people/:id/roles/:role', needs, answer: end }),
]

const sentBy = ({ reader, form }: Asked): { readonly actorId: string; readonly commandId: string } => ({
  actorId: reader.id,
  commandId: formCommand(form),
})

async function changeAddress(asked: Asked): Promise<Answer> {
  const about = await personOf(asked)
  if (about === undefined) return NOTHING_HERE
  const command = { personId: about.id, address: textOf(asked.form, 'address'), ...sentBy(asked) }
  const answer = await setAddress(asked, command)
  if ('refused' in answer) return personPage(asked, { ...refusedBy(answer), at: 'address' })
  return goTo(`/admin/people/${about.id}`, `Mail goes to ${command.address} from now on.`)
}

/** Leaves everything as it is. */
const backTo = ({ id, name }: PersonAbout): Section => ({
  links: [{ text: `Back to ${name}`, href: `/admin/people/${id}` }],
})

async function leftPage(asked: Asked, wrong?: Wrong): Promise<Answer> {
  const about = await personOf(asked)
  if (about === undefined) return NOTHING_HERE
  const { id, name, left, byHand } = about
  const anew = byHand ? [] : ['The next extract says anew whether they are in post: have it changed there, too.']
  return adminPage({
    ...{ title: left ? `Is ${name} in post after all?` : `Has ${name} left?`, ...wrong },
    sections: [
      {
        bullets: left
          ? [
              'They can sign in again, and their roles count again.',
              'Work that was ended when they left stays ended.',
              ...anew,
            ]
          : [
              'From today they cannot sign in, and nobody tells them anything.',
              'Their open cases have no worker until they are given to somebody: their manager is told, and reminded.',
              ...anew,
            ],
      },
      {
        form: {
          ...{ action: `/admin/people/${id}/left`, fields: [], hidden: { left: left ? 'no' : 'yes' } },
          button: left ? 'They are in post' : 'They left today',
        },
      },
      backTo(about),
    ],
  })
}

async function setLeft(asked: Asked): Promise<Answer> {
  const about = await personOf(asked)
  if (about === undefined) return NOTHING_HERE
  const said = textOf(asked.form, 'left')
  if (said !== 'yes' && said !== 'no') return leftPage(asked, { problem: 'Say it with the button on this page.' })
  const answer = await setInPost(asked, { personId: about.id, inPost: said === 'no', ...sentBy(asked) })
  if ('refused' in answer) return leftPage(asked, refusedBy(answer))
  return goTo(`/admin/people/${about.id}`, said === 'no' ? `${about.name} is in post.` : `${about.name} has left.`)
}

async function rolePage(asked: Asked, wrong?: Wrong): Promise<Answer> {
  const { form } = asked
  const about = await personOf(asked)
  if (about === undefined) return NOTHING_HERE
  return adminPage({
    ...{ title: `Give ${about.name} a role`, ...wrong },
    sections: [
      {
        words:
          'From today on, beside the roles they hold. It opens cases to them at once, and what is told to this role is told to them from now on.',
      },
      {
        form: {
          ...{ action: `/admin/people/${about.id}/roles`, button: 'Give them the role' },
          fields: [
            { kind: 'radios', name: 'role', label: 'Role', items: roleItems(textOf(form, 'role')) },
            {
              ...{ kind: 'text', name: 'team', label: 'For which team', value: textOf(form, 'team') },
              hint: 'A part of its name; it counts for the teams below it, too. Empty for a role that serves the whole authority',
            },
          ],
        },
      },
      backTo(about),
    ],
  })
}

async function give(asked: Asked): Promise<Answer> {
  const about = await personOf(asked)
  if (about === undefined) return NOTHING_HERE
  const team = await teamTyped(asked.db, asked.form['team'])
  if (team.problem !== undefined) return rolePage(asked, { problem: team.problem, at: 'team' })
  const role = textOf(asked.form, 'role')
  if (role === '') return rolePage(asked, { problem: 'Choose a role.', at: 'role' })
  const answer = await giveRole(asked, { personId: about.id, role, teamId: team.teamId, ...sentBy(asked) })
  if ('refused' in answer)
    return rolePage(asked, { ...refusedBy(answer), ...(answer.refused === 'bad-data' ? { at: 'team' } : {}) })
  return goTo(`/admin/people/${about.id}`, `${about.name} is ${role.replaceAll('-', ' ')} from today on.`)
}

async function endPage(asked: Asked, wrong?: Wrong): Promise<Answer> {
  const about = await personOf(asked)
  const roles = about === undefined ? [] : await rolesHeld(asked.db, about.id, asked.today.toString())
  const held = roles.find(({ id }) => id === asked.params['role']?.toLowerCase())
  if (about === undefined || held === undefined) return NOTHING_HERE
  const action = `/admin/people/${about.id}/roles/${held.id}`
  return adminPage({
    ...{ title: `End a role of ${about.name}`, ...wrong },
    sections: [
      {
        bullets: [
          `${roleWords(held)}. Who says so: ${sourceOf(held).says.toLowerCase()}.`,
          'It ends today: what it opened is closed to them at once, and what waits for them is told to whoever stands there then.',
          sourceOf(held).back,
        ],
      },
      ...(held.now ? [{ form: { action, fields: [], button: 'End it now' } }] : [{ words: 'It is over already.' }]),
      backTo(about),
    ],
  })
}

async function end(asked: Asked): Promise<Answer> {
  const about = await personOf(asked)
  if (about === undefined) return NOTHING_HERE
  const answer = await endRole(asked, { personId: about.id, roleId: asked.params['role'] ?? '', ...sentBy(asked) })
  if ('refused' in answer) {
    if (answer.refused === 'unknown-person') return NOTHING_HERE
    if (answer.refused === 'already-ended') return goTo(`/admin/people/${about.id}`, 'The role had ended before.')
    return endPage(asked, refusedBy(answer))
  }
  return goTo(`/admin/people/${about.id}`, 'The role has ended.')
}
