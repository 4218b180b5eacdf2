import { answerProposal } from '../../commands/closing/answerProposal'
import { propose } from '../../commands/closing/propose'
import { takeEffect } from '../../commands/closing/takeEffect'
import type { What } from '../../../domain/closing/handshakes'
import type { Decision } from '../../../domain/closing/undecided'
import { closingPage } from '../../queries/closing/closingPage'
import { earlierSentence } from '../../queries/plans/earlierSentence'
import type { ReadableCase } from '../../queries/reading/readableCase'
import { childrenOf } from '../../queries/web/case/childrenOf'
import { NOTHING_HERE, show, type Answer } from '../app/answer'
import { forCase } from '../app/forCase'
import { page, type Asked, type Page } from '../app/page'
import { caseAddress } from '../case/caseAddress'
import { boxesTyped } from './boxesTyped'
import { caseForm, FRESH, type Again } from './caseForm'
import { handshakeShown, LEVEL_WORDS, mattersShown } from './closingShown'
import { daysGiven } from './daysGiven'
import { given, textOf } from '../app/formText'

const PATH = '/cases/:ref/closing'

/** Where the step-downs and the closing of a case stand, what is open on it, and the forms that can be sent now. */
async function showClosing({ db, reader }: Asked, about: ReadableCase, again: Again): Promise<Answer> {
  const { ref } = about
  const found = await closingPage(db, ref, reader.id)
  if ('refused' in found) return NOTHING_HERE
  const names = await childrenOf(db, about.id)
  const handshakes = found.handshakes.map(handshakeShown)
  const withDecisions = (list: typeof found.fallsAway) =>
    mattersShown(list, names).map((one) => ({ ...one, decided: again.typed[one.field] ?? '' }))
  return show(
    'plans/closing.njk',
    {
      ...{ ref, caseHref: caseAddress(ref), base: caseAddress(ref, 'closing'), open: found.open },
      chronologyHref: caseAddress(ref, 'chronology'),
      earlier: found.earlier.map((one) => earlierSentence(one, ref)),
      handshakes: handshakes.toReversed(),
      toAnswer: handshakes.filter(({ canAnswer }) => canAnswer),
      toEffect: handshakes.filter(({ canTakeEffect }) => canTakeEffect),
      fallsAway: withDecisions(found.fallsAway),
      goesOn: mattersShown(found.goesOn, names),
      followUps: mattersShown(found.followUps, names),
      levels: Object.entries(LEVEL_WORDS).map(([value, text]) => ({ value, text })),
      ...{ typed: again.typed, problems: again.problems },
      boxes: {
        changeSince: boxesTyped(again.typed, 'changeSince'),
        childSeenOn: boxesTyped(again.typed, 'childSeenOn'),
      },
    },
    again.status,
  )
}

/** What it is about; undefined where the form does not say: nothing is closed because nobody chose. */
const whatOf = (form: Asked['form']): What | undefined => {
  const what = textOf(form, 'what')
  return what === 'step-down' || what === 'closure' ? what : undefined
}

const UNCHOSEN = { problems: [{ text: 'Choose what is proposed', href: '#what' }] }

const proposed: Parameters<typeof caseForm>[0]['act'] = async (asked, command) => {
  const { form } = asked
  const read = daysGiven(form, {
    changeSince: { what: 'Since when the change has held' },
    childSeenOn: { what: 'When the child was last seen' },
  })
  const what = whatOf(form)
  const missing = [
    ...(what === undefined ? UNCHOSEN.problems : []),
    ...(textOf(form, 'tried') === '' ? [{ text: 'Enter what was tried', href: '#tried' }] : []),
    ...(textOf(form, 'whoNotices') === '' ? [{ text: 'Enter who will notice if it slips', href: '#whoNotices' }] : []),
    ...(textOf(form, 'chronologyRead') === 'yes'
      ? []
      : [{ text: 'Read the chronology first, and say that you have', href: '#chronologyRead' }]),
  ]
  if (read.problems !== undefined || missing.length > 0 || what === undefined)
    return { problems: [...missing, ...(read.problems ?? [])] }
  return propose(asked, {
    ...{ ...command, what },
    ...(what === 'step-down' ? { levels: { from: textOf(form, 'from'), to: textOf(form, 'to') } } : {}),
    evidence: {
      ...{ changeSince: read.days.changeSince ?? '', childSeenOn: read.days.childSeenOn ?? '' },
      ...{ chronologyRead: true, tried: textOf(form, 'tried'), whoNotices: textOf(form, 'whoNotices') },
      ...given(form, 'sooner'),
    },
  })
}

const answered: Parameters<typeof caseForm>[0]['act'] = async (asked, command) => {
  const { form } = asked
  const what = whatOf(form)
  if (what === undefined) return UNCHOSEN
  const answer = textOf(form, 'answer')
  if (answer !== 'accepted' && answer !== 'declined')
    return { problems: [{ text: 'Choose: accept it or decline it', href: '#answer' }] }
  return answerProposal(asked, {
    ...{ ...command, what, answer },
    ...given(form, 'by'),
    ...given(form, 'reason'),
  })
}

/** `decided-visit@CHILD`: what is decided of that matter. */
const decisionsOf = (form: Asked['form']): readonly Decision[] =>
  Object.keys(form).flatMap((name) => {
    const [, rule, subject] = /^decided-([a-z0-9-]+)@(.+)$/.exec(name) ?? []
    const decision = textOf(form, name)
    return rule === undefined || subject === undefined || decision === '' ? [] : [{ rule, subject, decision }]
  })

const effective: Parameters<typeof caseForm>[0]['act'] = async (asked, command) => {
  const { form, db, reader } = asked
  const what = whatOf(form)
  if (what === undefined) return UNCHOSEN
  const decisions = what === 'closure' ? decisionsOf(form) : []
  const found = what === 'closure' ? await closingPage(db, command.ref, reader.id) : undefined
  const undecided =
    found === undefined || 'refused' in found
      ? []
      : mattersShown(found.fallsAway, new Map()).filter(
          ({ field }) => !decisions.some(({ rule, subject }) => field === `decided-${rule}@${subject ?? ''}`),
        )
  if (undecided.length > 0)
    return {
      problems: undecided.map(({ title, due, field }) => ({
        text: `Say what is decided of: ${title}, due ${due}`,
        href: `#${field}`,
      })),
    }
  return takeEffect(asked, { ...command, what, decisions, ...given(form, 'reason') })
}

const to = (_asked: Asked, { ref }: ReadableCase): string => caseAddress(ref, 'closing')

/** `/cases/:ref/closing`: proposed with what shows that it may be, answered by somebody else by name, and in effect. */
export const CLOSING_PAGES: readonly Page[] = [
  page({
    ...{ method: 'GET', path: PATH, needs: 'see-own-work' },
    answer: forCase(PATH, (asked, about) => showClosing(asked, about, FRESH)),
  }),
  caseForm({
    ...{ path: `${PATH}/propose`, at: '#propose', act: proposed, to, again: showClosing },
    said: 'It is proposed. Somebody else accepts or declines it by name.',
  }),
  caseForm({
    ...{ path: `${PATH}/answer`, at: '#answer', act: answered, to, again: showClosing },
    said: ({ form }) =>
      textOf(form, 'answer') === 'accepted' ? 'It is accepted. It still has to take effect.' : 'It is declined.',
  }),
  caseForm({
    ...{ path: `${PATH}/effect`, at: '#effect', act: effective, to, again: showClosing },
    said: 'It is in effect.',
  }),
]
