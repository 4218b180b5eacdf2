import { EVENT_KINDS, fieldSchemas } from '../../../domain/chronology/eventKinds'
import { fieldShape } from '../../../client/web/record/fieldKind'
import { fieldRows } from '../../../client/web/record/fieldRows'
import { fieldWords, optionWords } from '../../../client/web/record/fieldWords'
import { hasForm, isCorrectedHere } from '../../../client/web/record/elsewhere'
import { formFields } from '../../../client/web/record/formFields'
import { THEMES } from '../../../client/web/record/themes'
import { kindForRule, recordHref } from '../../../client/web/record/kindForRule'
import { RULE_IDS } from '../../../domain/policy/ruleIds'
import type { Recordable } from '../../../client/queries/web/recordable'

const NOBODY: Recordable = {
  ...{ children: [], people: [], teams: [] },
  facts: { ref: 'N-1', team: null, children: [], events: [], liveSince: null },
}

describe('every kind of fact', () => {
  const withForm = EVENT_KINDS.filter((kind) => hasForm(kind) || isCorrectedHere(kind))

  it('stands under one theme, once', () => {
    expect(THEMES.flatMap(({ kinds }) => kinds).toSorted()).toEqual([...EVENT_KINDS].toSorted())
  })

  it.each(withForm)('%s has a form in which every field is asked for in words', (kind) => {
    const names = formFields(kind).map(([name]) => name)
    const rows = fieldRows(kind, {}, { from: NOBODY, problems: [] })
    expect(rows).toHaveLength(names.length)
    for (const row of rows) expect(Object.keys(row)).toHaveLength(1)
    for (const name of names) expect(fieldWords(kind, name)).toMatch(/^[A-Z]/)
  })

  it('is recorded on a page of its own where a field has fields within it', () => {
    const parted = EVENT_KINDS.filter((kind) =>
      Object.values(fieldSchemas(kind)).some((schema) => fieldShape(schema).kind.asks === 'parts'),
    )
    expect(parted).not.toEqual([])
    expect(parted.filter((kind) => withForm.includes(kind))).toEqual([])
  })

  it('has choices that are words, never a name of ours', () => {
    for (const kind of withForm)
      for (const [name, schema] of Object.entries(fieldSchemas(kind))) {
        const shape = fieldShape(schema).kind
        if (shape.asks !== 'one-of') continue
        for (const option of shape.options) expect(optionWords(kind, name, option)).toMatch(/^[A-Z0-9][^_]* ?/)
      }
    expect(optionWords('review-held', 'outcome', 'continue')).toBe('The plan continues')
    expect(optionWords('long-plan-decided', 'months', 15)).toBe('15 months')
  })
})

describe('what is due', () => {
  it('leads to the form of what meets it, or to the list where no single fact does', () => {
    expect(recordHref('N-1042', 'review-first', 'abc')).toBe('/cases/N-1042/record/review-held?due=abc')
    expect(recordHref('N 1/2', 'handshake')).toBe('/cases/N%201%2F2/record')
    expect(recordHref('N-1', 'a-councils-own-rule')).toBe('/cases/N-1/record')
  })
  it('is met by a kind there is', () => {
    for (const rule of RULE_IDS) {
      const kind = kindForRule(rule)
      expect(kind === null || EVENT_KINDS.includes(kind)).toBe(true)
    }
  })
})
