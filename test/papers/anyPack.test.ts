import { packPage } from '../../client/papers/packPage'
import { anyStory } from '../domain/properties/anyStory'
import { expectAlways } from '../domain/properties/expectAlways'
import { draftFor } from './exampleFamily'
import { pack, packCase } from './examples'
import { expectPaper, said } from './paperOf'

describe('the papers of any case', () => {
  it('are a whole page, whatever its record holds, in words for people', () => {
    expectAlways(
      'papers',
      anyStory,
      (story) => {
        const children = story.children.map((child) => ({ ...child, name: `Name of ${child.id.replace('c', '')}` }))
        const html = packPage(pack({ cases: [packCase({ children, draft: draftFor(story, '2026-11-03') })] }))
        expectPaper(html)
        expect(said(html)).not.toMatch(/\b(obligation|rung|notice|undefined|null|NaN)s?\b|\bc[123]\b/i)
      },
      60,
    )
  })
})
