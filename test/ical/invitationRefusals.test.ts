import { invitation, type Invitation } from '../../activities/ical/invitation'
import { INVITATION, onlyEvent } from './session'

const ics = invitation(INVITATION)
const written = (change: Partial<Invitation>): string => invitation({ ...INVITATION, ...change })

describe('nothing that is given adds a property', () => {
  const EVIL = 'x\r\nATTENDEE:mailto:evil@x.example\nX-EVIL:1\rEND:VEVENT\u2028BEGIN:VEVENT\u0085X-EVIL:2\u0000'

  it.each(['summary', 'location', 'description'] as const)('in its %s', (name) => {
    const event = onlyEvent(written({ [name]: EVIL }))
    expect(
      event
        .getAllProperties()
        .map((one) => one.name)
        .sort(),
    ).toEqual(
      onlyEvent(ics)
        .getAllProperties()
        .map((one) => one.name)
        .sort(),
    )
  })

  it.each(['organizer', 'attendee'] as const)('in the name or the address of its %s', (who) => {
    for (const person of [
      { name: EVIL, address: 'sam@x.example' },
      { name: 'Sam";X-EVIL="1":mailto:evil@x.example', address: 'sam@x.example' },
      { name: '\\";X-EVIL=1', address: 'sam;X=1,evil"@x.example' },
    ]) {
      const event = onlyEvent(written({ [who]: person }))
      expect(event.getAllProperties(who)).toHaveLength(1)
      expect(event.getAllProperties()).toHaveLength(onlyEvent(ics).getAllProperties().length)
      expect(event.getFirstProperty(who)?.getParameter('x-evil')).toBeUndefined()
      expect(String(event.getFirstProperty(who)?.getFirstValue())).toMatch(/^mailto:sam[^@]*@x\.example$/i)
    }
  })

  it('calls a person without a name by their address', () => {
    const event = onlyEvent(written({ attendee: { name: ' \r\n', address: "s.o'neill+1@x.example" } }))
    expect(event.getFirstProperty('attendee')?.getParameter('cn')).toBe("s.o'neill+1@x.example")
    expect(String(event.getFirstProperty('attendee')?.getFirstValue())).toBe("MAILTO:s.o'neill+1@x.example")
  })
})

describe('what cannot be written is refused', () => {
  it.each([
    { change: { uid: '' }, says: /UID/ },
    { change: { uid: 'a\r\nX-EVIL:1' }, says: /UID/ },
    { change: { sequence: -1 }, says: /SEQUENCE/ },
    { change: { sequence: 2 ** 31 }, says: /SEQUENCE/ },
    { change: { sequence: 0.5 }, says: /SEQUENCE/ },
    { change: { at: '9:30' }, says: /09:30/ },
    { change: { at: '24:00' }, says: /09:30/ },
    { change: { minutes: 0 }, says: /minutes/ },
    { change: { minutes: 1.5 }, says: /minutes/ },
    { change: { attendee: { name: 'Sam', address: 'nobody' } }, says: /e-mail address/ },
    { change: { attendee: { name: 'Sam', address: 'sam@' } }, says: /e-mail address/ },
    { change: { attendee: { name: 'Sam', address: 'a\r\nTo: b@x.example' } }, says: /e-mail address/ },
    { change: { organizer: { name: 'Sam', address: '' } }, says: /e-mail address/ },
  ])('$change', ({ change, says }) => {
    expect(() => written(change)).toThrow(says)
  })

  it('without an address in the message: messages reach logs', () => {
    expect(() => written({ attendee: { name: 'Sam', address: 'sam okafor@x.example' } })).not.toThrow(/okafor/)
    expect(() => written({ attendee: { name: 'Sam', address: 'sam okafor@x.example' } })).toThrow(/no valid/)
  })
})
