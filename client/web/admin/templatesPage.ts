import { authorityNow } from '../../queries/web/authorityNow'
import type { Answer } from '../app/answer'
import type { Asked } from '../app/page'
import { exampleMails } from './exampleMails'
import { adminPage } from './sections'

/** `/admin/templates`: what each mail says, as text. Their other form, with headings and tables, carries its own style, which pages of Caseclock may not show. */
export async function templatesPage({ db }: Asked): Promise<Answer> {
  const { emergencyLine } = await authorityNow(db)
  return adminPage({
    title: 'What the mails say',
    sections: [
      {
        words:
          'Each with an example; case, day and people are invented. This is the text of each mail. The same words also go out with headings and tables, which a browser shows only in the mail itself: these pages run no style but their own.',
      },
      ...exampleMails(emergencyLine).map(({ what, subject, text }) => ({
        heading: what,
        words: `Subject: ${subject}`,
        text,
      })),
    ],
  })
}
