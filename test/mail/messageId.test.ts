import { digestMessageId, noticeMessageId } from '../../activities/mail/messageId'

const digest = { recipientId: 'r1', day: '2026-11-23', part: 1, domain: 'northmoor.example' }
const notice = {
  caseId: 'c1',
  rule: 'visit',
  dueOn: '2026-11-20',
  step: 'late',
  recipientId: 'r1',
  day: '2026-11-23',
  domain: 'northmoor.example',
}

describe('a Message-ID', () => {
  it('is the same every time for the same reader, day and part', () => {
    expect(digestMessageId(digest)).toBe(digestMessageId({ ...digest }))
    expect(digestMessageId(digest)).toMatch(/^<[0-9a-f]{64}@caseclock\.northmoor\.example>$/)
  })

  it.each([{ recipientId: 'r2' }, { day: '2026-11-24' }, { part: 2 }])('differs when %j', (change) => {
    expect(digestMessageId({ ...digest, ...change })).not.toBe(digestMessageId(digest))
  })

  it.each([
    { caseId: 'c2' },
    { rule: 'assessment' },
    { dueOn: '2026-11-19' },
    { step: 'rung-2' },
    { recipientId: 'r2' },
    { day: '2026-11-24' },
    { reopened: 2 },
  ])('of an alert differs when %j', (change) => {
    expect(noticeMessageId({ ...notice, ...change })).not.toBe(noticeMessageId(notice))
  })

  it('is the one that older versions made: a restored database sends again under the same', () => {
    expect([digestMessageId(digest), noticeMessageId(notice), noticeMessageId({ ...notice, reopened: 2 })]).toEqual([
      '<1b2f4c22efc258300fde5a8d61922a21b2d9a7533b7976b06989954fd4252424@caseclock.northmoor.example>',
      '<c1678f8868ae43cab08c723ebad6141a35fa35b2652525d12d6254931921cdc9@caseclock.northmoor.example>',
      '<e120ec021dc664bf3d55780fdbb42a4af7a4773a6303f7fdf0c7f5bc28d49d13@caseclock.northmoor.example>',
    ])
  })

  it('does not confuse keys whose parts join to the same text', () => {
    const one = noticeMessageId({ ...notice, caseId: 'a|1', rule: 'b' })
    expect(one).not.toBe(noticeMessageId({ ...notice, caseId: 'a', rule: '1|b' }))
  })
})
