import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const ROOT = path.join(__dirname, '..', '..')
const FOR_MANAGERS = [
  'docs/answering-alerts.md',
  'docs/alerts-and-figures.md',
  'docs/people.md',
  'docs/undelivered.md',
  'docs/access.md',
] as const

const read = (document: string): string => readFileSync(path.join(ROOT, document), 'utf8')

/** Words of ours that nobody outside knows. */
const oursIn = (text: string): readonly string[] => text.match(/\b(rung|obligation|notice)s?\b/gi) ?? []

/** Pages beside this one that a page leads to and that are not there. */
const deadLinks = (document: string, text: string): readonly string[] =>
  [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)]
    .map(([, to]) => to ?? '')
    .filter((to) => !existsSync(path.join(ROOT, path.dirname(document), to)))

describe('what managers read', () => {
  it.each(FOR_MANAGERS)('%s has no word of ours', (document) => {
    expect(oursIn(read(document))).toEqual([])
  })

  it('a word of ours is found', () => {
    expect(oursIn('The next rung reads it. Notices are withdrawn, unnoticed.')).toEqual(['rung', 'Notices'])
  })

  it('says where it stands beside an emergency', () => {
    for (const document of ['README.md', 'docs/answering-alerts.md', 'docs/alerts-and-figures.md'])
      expect(read(document)).toMatch(/no emergency channel/)
  })
})

describe('links between pages', () => {
  it.each([...FOR_MANAGERS, 'README.md', 'UPGRADING.md', 'CONTRIBUTING.md', 'docs/policy.md', 'docs/operations.md'])(
    'of %s lead somewhere',
    (document) => {
      expect(deadLinks(document, read(document))).toEqual([])
    },
  )

  it('one that leads nowhere is found', () => {
    expect(deadLinks('docs/policy.md', 'See [a](../README.md), [b](gone.md).')).toEqual(['gone.md'])
  })
})
