import type { TestTown } from '../servers/testTown'

export interface AlertMail {
  readonly messageId: string
  /** The reader's key in the test town. */
  readonly to: string
  readonly subject: string
  /** What it says, without what only this database calls things. */
  readonly text: string
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/**
 * The mails that the sink took for a person because of an alert, in the order of their moments and then of their readers: two that leave in the same moment have no
 * order. One that it took twice under one Message-ID, because the worker died before it heard so, is here twice.
 */
export async function alertMails({ db, inbox }: Pick<TestTown, 'db' | 'inbox'>): Promise<readonly AlertMail[]> {
  const messages = await db.$queryRaw<{ mail_id: string; reader: string }[]>`
    select m.mail_id, p.source_id as reader from message m join person p on p.id = m.recipient_id
    where exists (select from notice n where n.message_id = m.id and n.escalation_id is not null) order by m.created_at, p.source_id, m.mail_id`
  const mails = await inbox.list()
  return messages.flatMap(({ mail_id, reader }) =>
    mails
      .filter(({ messageId }) => messageId === mail_id)
      .map(({ messageId, subject, text }) => ({ messageId, to: reader, subject, text: text.replace(UUID, '(id)') })),
  )
}

/** Each Message-ID once, where it came first. */
export const eachOnce = (mails: readonly AlertMail[]): readonly AlertMail[] =>
  mails.filter(({ messageId }, place) => mails.findIndex((one) => one.messageId === messageId) === place)
