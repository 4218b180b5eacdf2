import { raiseDispute } from '../../commands/disputes/raise'
import { answerInformation, askInformation, endStage, resolveDispute } from '../../commands/disputes/steps'
import { mattersPage } from '../../queries/disputes/mattersPage'
import type { ReadableCase } from '../../queries/reading/readableCase'
import { NOTHING_HERE, show, type Answer } from '../app/answer'
import { forCase } from '../app/forCase'
import { dayWords } from '../app/momentWords'
import { page, type Asked, type Page } from '../app/page'
import { caseAddress } from '../case/caseAddress'
import { caseForm, FRESH, type Again } from './caseForm'
import { textOf } from '../app/formText'

const PATH = '/cases/:ref/disputes'

/** What of a case is disputed, and what agencies were asked for. */
async function showMatters({ db, reader, today }: Asked, { ref }: ReadableCase, again: Again): Promise<Answer> {
  const found = await mattersPage(db, ref, reader.id)
  if ('refused' in found) return NOTHING_HERE
  const dueWords = (due: typeof today | null) =>
    due === null
      ? { due: 'Nothing asks for it any more', late: false }
      : { due: `${due.isBefore(today) ? 'Late: was due' : 'Due by'} ${dayWords(due)}`, late: due.isBefore(today) }
  return show(
    'plans/disputes.njk',
    {
      ...{ ref, caseHref: caseAddress(ref), base: caseAddress(ref, 'disputes') },
      disputes: found.disputes.map(({ id, raisedOn, about, immediateRisk, stage, of, dueOn }) => ({
        ...{ id, about: about ?? 'What it is about is not recorded', immediateRisk, ...dueWords(dueOn) },
        raised: `Raised on ${dayWords(raisedOn)}`,
        stage: `Stage ${String(stage)} of ${String(of)}`,
      })),
      requests: found.requests.map(({ id, askedOn, agency, what, dueOn }) => ({
        ...{ id, agency, what: what ?? 'For what is not recorded', ...dueWords(dueOn) },
        asked: `Asked on ${dayWords(askedOn)}`,
      })),
      ...{ typed: again.typed, problems: again.problems },
    },
    again.status,
  )
}

const to = (_asked: Asked, { ref }: ReadableCase): string => caseAddress(ref, 'disputes')

/** Where its form is on the page: the first field, or the part of the page where more than one stands. */
const AT = { raise: '#about', stage: '#stage', resolve: '#stage', ask: '#agency', answered: '#answered' } as const

const form = (
  act: keyof typeof AT,
  said: string | ((asked: Asked) => string),
  run: Parameters<typeof caseForm>[0]['act'],
): Page => caseForm({ path: `${PATH}/${act}`, at: AT[act], act: run, said, to, again: showMatters })

/** `/cases/:ref/disputes`: professional disputes with their stages, and requests for information. */
export const DISPUTE_PAGES: readonly Page[] = [
  page({
    ...{ method: 'GET', path: PATH, needs: 'see-own-work' },
    answer: forCase(PATH, (asked, about) => showMatters(asked, about, FRESH)),
  }),
  form(
    'raise',
    ({ form: sent }) =>
      textOf(sent, 'immediateRisk') === 'yes'
        ? 'The dispute is raised, and the service manager is told now. Caseclock is no emergency channel: ring them too.'
        : 'The dispute is raised. Its first stage runs.',
    (asked, command) =>
      raiseDispute(asked, {
        ...{ ...command, about: textOf(asked.form, 'about') },
        immediateRisk: textOf(asked.form, 'immediateRisk') === 'yes',
      }),
  ),
  form('stage', 'The stage has ended; the next one runs.', (asked, command) =>
    endStage(asked, { ...command, of: textOf(asked.form, 'of'), outcome: textOf(asked.form, 'outcome') }),
  ),
  form('resolve', 'The dispute is resolved.', (asked, command) =>
    resolveDispute(asked, { ...command, of: textOf(asked.form, 'of'), reason: textOf(asked.form, 'outcome') }),
  ),
  form('ask', 'What was asked is recorded.', (asked, command) =>
    askInformation(asked, { ...command, agency: textOf(asked.form, 'agency'), what: textOf(asked.form, 'what') }),
  ),
  form('answered', 'The answer is recorded.', (asked, command) =>
    answerInformation(asked, { ...command, of: textOf(asked.form, 'of'), words: textOf(asked.form, 'words') }),
  ),
]
