import { authorityNow } from '../../queries/web/authorityNow'
import { file, NOTHING_HERE, type Answer } from '../app/answer'
import type { Asked } from '../app/page'
import { exampleMails } from './exampleMails'
import { adminPage } from './sections'

/** `/admin/templates`: what each mail says, as text and as a mail program shows it. */
export async function templatesPage({ db }: Asked): Promise<Answer> {
  const { emergencyLine } = await authorityNow(db)
  const answer = adminPage({
    title: 'What the mails say',
    sections: [
      {
        words:
          'Each with an example; case, day and people are invented. A mail carries both forms: with headings and tables, and as text alone for who reads it so.',
      },
      ...exampleMails(emergencyLine).map(({ name, what, subject, text }) => ({
        ...{ heading: what, words: `Subject: ${subject}`, text },
        frame: { title: `${what}, with headings and tables`, href: `/admin/templates/${name}` },
      })),
    ],
  })
  return answer.answer === 'page' ? { ...answer, frames: true } : answer
}

/** `/admin/templates/:mail`: one of them as a mail program shows it, for the frame on that page. */
export async function templateAsMail({ db, params }: Asked): Promise<Answer> {
  const { emergencyLine } = await authorityNow(db)
  const mail = exampleMails(emergencyLine).find(({ name }) => name === params['mail'])
  return mail === undefined ? NOTHING_HERE : file('text/html; charset=utf-8', mail.html, { mail: true })
}
