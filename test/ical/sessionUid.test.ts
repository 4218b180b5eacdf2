import { sessionIdOf, sessionUid } from '../../activities/ical/sessionUid'

const DOMAIN = 'northmoor.example'

describe('the UID of a session', () => {
  it('names the session and the authority, and the session is found again', () => {
    const uid = sessionUid('north-1:2027-03-02T09:30', DOMAIN)
    expect(uid).toBe('north-1:2027-03-02T09:30@caseclock.northmoor.example')
    expect(sessionIdOf(uid, DOMAIN)).toBe('north-1:2027-03-02T09:30')
  })

  it.each([
    '',
    '@caseclock.northmoor.example',
    'north-1@caseclock.southmoor.example',
    'north-1@northmoor.example',
    'north-1@caseclock.northmoor.example.evil.example',
    '<north-1@caseclock.northmoor.example>',
    '040000008200E00074C5B7101A82E008',
  ])('of another calendar is no session of ours: %s', (uid) => {
    expect(sessionIdOf(uid, DOMAIN)).toBeUndefined()
  })
})
