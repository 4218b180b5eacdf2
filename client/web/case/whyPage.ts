import { whyPart } from '../../queries/web/case/whyPart'
import { NOTHING_HERE, show } from '../app/answer'
import { forCase } from '../app/forCase'
import { page } from '../app/page'
import { caseAddress } from './caseAddress'
import { childNames } from './childNames'
import { whyShown } from './whyShown'

/** `/cases/:ref/why/:obligation`: why something is due on its day. What is of another case is not here. */
export const WHY_PAGE = page({
  method: 'GET',
  path: '/cases/:ref/why/:obligation',
  needs: 'see-own-work',
  answer: forCase('/cases/:ref/why/:obligation', async ({ db, params, today }, about) => {
    const part = await whyPart(db, about, { obligation: params['obligation'] ?? '', today })
    if (part === undefined) return NOTHING_HERE
    const { ref } = about
    return show('case/whyPage.njk', {
      ref,
      caseHref: caseAddress(ref),
      ...whyShown(part, { ref, names: childNames(part.children), today }),
    })
  }),
})
