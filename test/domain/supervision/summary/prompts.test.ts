import { EVENT_KINDS } from '../../../../domain/chronology/eventKinds'
import { PROMPT_IDS, summaryPrompts, type PromptId } from '../../../../domain/supervision/summary/prompts'
import type { SummaryDraft } from '../../../../domain/supervision/summary/summaryDraft'
import { day, event, facts, planOn, twoChildren } from '../../facts'
import { draftOf } from './draftOf'

const promptOf = (draft: SummaryDraft, id: PromptId) => draft.prompts.find((prompt) => prompt.id === id)!
const answersOf = (draft: SummaryDraft, id: PromptId): readonly string[] =>
  promptOf(draft, id).links.flatMap(({ lines }) => lines.map(({ sentence }) => sentence))

describe('the prompts of a discussion', () => {
  it('are those of the handbook, in its order, with where they come from', () => {
    expect(summaryPrompts.prompts.map(({ id }) => id)).toEqual([...PROMPT_IDS])
    expect(summaryPrompts.source).toContain('handbook, section 4')
  })

  it('point at kinds that exist', () => {
    const kinds = summaryPrompts.prompts.flatMap((prompt) => prompt.kinds)
    expect(kinds.filter((kind) => !EVENT_KINDS.includes(kind))).toEqual([])
  })

  it('point at the parts that answer them', () => {
    const draft = draftOf(facts([]), '2026-04-07', null)
    const partsOf = (id: PromptId) => promptOf(draft, id).links.map(({ part }) => part)
    expect(partsOf('changed-since')).toEqual(['happened'])
    expect(partsOf('goals-show')).toEqual(['goals'])
    expect(partsOf('decision')).toEqual(['lastDecisions', 'late', 'dueNext'])
  })

  it('are answered by what was recorded since, and by nothing where nothing was', () => {
    const breach = event('safety-plan-breached', '2026-03-20', {})
    const draft = draftOf(facts([breach, event('dispute-raised', '2026-03-21', {})]), '2026-04-07', '2026-03-10')
    expect(answersOf(draft, 'risk-and-protective')).toEqual(['Safety plan breached on 20 March 2026.'])
    expect(answersOf(draft, 'challenge')).toEqual(['Dispute raised on 21 March 2026.'])
    expect(promptOf(draft, 'disciplines').links).toEqual([])
  })
})

describe('each child of the family', () => {
  it('has an entry of its own, by id', () => {
    const forOne = { children: ['c1'] }
    const draft = draftOf(
      facts(
        [
          ...planOn('2026-03-02').map((made) => ({ ...made, ...forOne })),
          event('visit-made', '2026-03-12', { seen: true, seenAlone: true }, forOne),
          event('visit-made', '2026-03-20', { seen: true, seenAlone: false }, forOne),
        ],
        twoChildren,
      ),
      '2026-04-20',
      '2026-03-10',
    )
    expect(promptOf(draft, 'each-child').children).toMatchObject([
      {
        child: 'c1',
        sentences: [
          'Child protection plan since 2 March 2026.',
          '2 visits made; child seen at 2, seen alone at 1. The last was on 20 March 2026.',
          'Last seen on 20 March 2026, last seen alone on 12 March 2026.',
          'No open goal.',
          expect.stringMatching(/^Late: .*First core group.*\.$/),
        ],
      },
      {
        child: 'c2',
        sentences: [
          'On no plan.',
          'No visit recorded since 10 March 2026.',
          'No visit at which the child was seen is recorded.',
          'No open goal.',
        ],
      },
    ])
  })

  it('is not charged with what is late of the case as a whole', () => {
    const ring = event('action-agreed', '2026-03-10', { action: 'ring', owner: 'A', by: '2026-03-20', meeting: 's1' })
    const draft = draftOf(facts([...planOn('2026-03-02'), ring], twoChildren), '2026-04-20', '2026-03-10')
    expect(draft.late.lines.map(({ rule }) => rule)).toContain('action')
    for (const { sentences } of promptOf(draft, 'each-child').children)
      expect(sentences.join(' ')).not.toContain('Action agreed')
  })

  it('who has died is not asked about', () => {
    const died = event('child-left', '2026-03-20', { reason: 'died' }, { children: ['c2'] })
    const draft = draftOf(facts([...planOn('2026-03-02'), died], twoChildren), '2026-04-20', '2026-03-10')
    expect(promptOf(draft, 'each-child').children[1]).toEqual({ child: 'c2', sentences: ['Died on 20 March 2026.'] })
  })

  it('who left is said to have left, until something brings the child back', () => {
    const left = event('child-left', '2026-03-20', { reason: 'moved' })
    const back = event('case-reopened', '2026-03-25', {})
    const sentencesOf = (events: Parameters<typeof facts>[0]) =>
      promptOf(draftOf(facts(events), '2026-04-20', '2026-03-10'), 'each-child').children[0]!.sentences
    expect(sentencesOf([left])).toContain('Child moved away on 20 March 2026.')
    expect(sentencesOf([left, back])).not.toContain('Child moved away on 20 March 2026.')
  })

  it('who is not recorded as born is said to be expected', () => {
    const unborn = { children: [{ id: 'c1', bornOn: null, expectedOn: day('2026-06-01') }] }
    const draft = draftOf(facts([], unborn), '2026-04-20', null)
    expect(promptOf(draft, 'each-child').children[0]!.sentences[0]).toBe(
      'Not recorded as born; expected on 1 June 2026.',
    )
  })
})
