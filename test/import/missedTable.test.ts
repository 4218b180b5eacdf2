import { missedTable } from '../../activities/import/run/missedTable'

const BEFORE = { ssd_person: 'aa', ssd_cp_visits: 'bb' }

describe('a day that was missed', () => {
  it.each([
    ['a table left out that is as it was', ['ssd_cp_visits'], { ssd_cp_visits: 'bb' }, undefined],
    ['a table left out that changed in between', ['ssd_cp_visits'], { ssd_cp_visits: 'cc' }, 'ssd_cp_visits'],
    ['a table that changed and is there', [], { ssd_cp_visits: 'cc' }, undefined],
    ['a table no manifest told before', ['ssd_contacts'], { ssd_contacts: 'cc' }, undefined],
    ['a table this manifest does not tell', ['ssd_cp_visits'], {}, undefined],
    ['the same hash in capitals', ['ssd_person'], { ssd_person: 'AA' }, undefined],
  ] as const)('%s', (_, leftOut, hashes, missed) => {
    expect(missedTable(leftOut, hashes, BEFORE)).toBe(missed)
  })
})
