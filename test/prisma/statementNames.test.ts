import { statementNames } from '../../prisma/statementNames'

describe('names of statements', () => {
  it('are the same for the same text, and others for another', () => {
    const nameOf = statementNames()
    expect(nameOf({ sql: 'select 1' })).toBe(nameOf({ sql: 'select 1' }))
    expect(nameOf({ sql: 'select 2' })).not.toBe(nameOf({ sql: 'select 1' }))
    expect(nameOf({ sql: 'select 1' })).not.toBe('')
  })

  it('are not given to more texts than a connection should keep; those that have one keep it', () => {
    const nameOf = statementNames(2)
    const [first, second] = ['select 1', 'select 2'].map((sql) => nameOf({ sql }))
    expect(nameOf({ sql: 'select 3' })).toBe('')
    expect([nameOf({ sql: 'select 1' }), nameOf({ sql: 'select 2' })]).toEqual([first, second])
  })
})
