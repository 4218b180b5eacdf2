import { isoDay } from '../../../domain/calendar/isoDay'
import { acceptHandover } from '../../commands/handover/acceptHandover'
import { handoversTo } from '../../queries/reading/handoversTo'
import { readableCase } from '../../queries/reading/readableCase'
import { goTo, NOTHING_HERE, show, type Answer } from '../app/answer'
import { formCommand } from '../app/formCommand'
import { dayWords } from '../app/momentWords'
import { page, type Asked, type Page } from '../app/page'
import { statusOf } from '../app/refusedBy'
import { caseAddress } from '../case/caseAddress'
import { pageWords } from '../app/pageWords'
import { textOf } from '../app/formText'

/** What is being handed to the reader's teams: reference, from where, since when and until when. Nothing of what is in the case. */
async function shown({ db, reader, today }: Asked, problem?: string, status?: number): Promise<Answer> {
  const handed = await handoversTo(db, reader)
  return show(
    'handover/handovers.njk',
    {
      problems: problem === undefined ? [] : [{ text: problem, href: '#main-content' }],
      cases: handed.map(({ ref, from, to, proposed_on, due_on }) => ({
        ...{ ref, action: `/handovers/${encodeURIComponent(ref)}`, id: `moves-${encodeURIComponent(ref)}` },
        why: `Handed from ${from ?? 'no team'} to ${to} on ${dayWords(isoDay(proposed_on))}`,
        due: `To be accepted by ${dayWords(isoDay(due_on))}`,
        late: isoDay(due_on).isBefore(today),
        moves: `The case moves to ${to} today, and opens to me`,
      })),
    },
    status,
  )
}

/** `/handovers`: cases that are being handed to the reader's team; and its form, which accepts one by name. */
export const HANDOVER_PAGES: readonly Page[] = [
  page({ method: 'GET', path: '/handovers', needs: 'accept-handover', answer: (asked) => shown(asked) }),
  page({
    method: 'POST',
    path: '/handovers/:ref',
    needs: 'accept-handover',
    answer: async (asked) => {
      const { db, processes, reader, form, params } = asked
      const ref = params['ref'] ?? ''
      const isHanded = (await handoversTo(db, reader)).some((one) => one.ref === ref)
      // Sent twice, it is no longer being handed: the command answers that as it did before. Who may not read it is told what there is not.
      if (!isHanded && (await readableCase(db, reader, ref)) === undefined) return NOTHING_HERE
      const moves = textOf(form, 'moves') === 'yes'
      const answer = await acceptHandover(
        { db, processes },
        { ref, actorId: reader.id, commandId: formCommand(form), by: reader.name, moves },
      )
      if ('refused' in answer) return shown(asked, pageWords(answer.todo), statusOf(answer))
      return moves
        ? goTo(caseAddress(ref), `You have accepted case ${ref}. Read its chronology and what is due now.`)
        : goTo('/handovers', `You have accepted case ${ref}. It opens to you once it is moved to your team.`)
    },
  }),
]
