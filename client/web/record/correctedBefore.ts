import { textOf } from '../app/formText'
import { recordEvent, type RecordEvent } from '../../commands/recordEvent'
import type { Accepted } from '../../commands/command'
import type { LatestVersion } from '../../queries/web/latestVersion'
import type { Answer } from '../app/answer'
import type { Asked } from '../app/page'
import { hasForm } from './elsewhere'
import type { FormShown } from './formPage'
import { type Form } from './readFields'
import { refusedForm } from './refusedForm'

interface Before {
  readonly command: RecordEvent
  readonly again: FormShown
  readonly latest: LatestVersion['latest']
}

/** No fact leaves its case at this version: a form of it is older than the case. */
const NEVER = 0

/**
 * A correction of what somebody has put right or taken back already. The same form sent twice is answered as the first time; another's is not saved, keeps what was typed, says what is new,
 * and is of what stands now.
 */
export async function correctedBefore(asked: Asked, { command, again, latest }: Before): Promise<Answer | Accepted> {
  const answer = await recordEvent(asked, { ...command, seenVersion: NEVER })
  if ('accepted' in answer) return answer
  const { form, kind } = again
  if (answer.refused !== 'changed-since') return refusedForm(asked, again, answer)
  const todo = latest.voids
    ? 'It was taken back since you opened it. Nothing was saved: save it again only if it did happen.'
    : answer.todo
  return refusedForm(asked, { ...again, form: ofNow(form, { kind, latest }) }, { ...answer, todo })
}

/** The form as one of what stands now: of the last correction; of a new fact where it was taken back. */
function ofNow(form: Form, { kind, latest }: { kind: FormShown['kind']; latest: LatestVersion['latest'] }): Form {
  if (!latest.voids) return latest.kind === kind ? { ...form, corrects: latest.id } : form
  return textOf(form, 'void') !== '1' && hasForm(kind) ? { ...form, corrects: '' } : form
}
