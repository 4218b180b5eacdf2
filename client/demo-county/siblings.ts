import type { LocalDate } from '@js-joda/core'
import type { CountyTables } from './countyTables'
import type { Chance } from './random'
import type { Story } from './story'

const FORENAMES = [
  'Pebble',
  'Lantern',
  'Saffron',
  'Comet',
  'Bramble',
  'Velvet',
  'Marble',
  'Tinsel',
  'Acorn',
  'Ripple',
  'Cobalt',
  'Thimble',
]
const SURNAMES = ['Mock', 'Sample', 'Place', 'Tester', 'Dummer', 'Ficton', 'Notreal', 'Invent', 'Madeup', 'Pretend']
const ENDINGS = ['ford', 'wood', 'holm', 'by', 'field', 'shaw', 'ham', 'ley']
const ETHNICITIES = ['WBRI', 'WBRI', 'WBRI', 'WBRI', 'WOTH', 'MWBC', 'MWAS', 'AIND', 'APKN', 'BAFR', 'NOBT']

/** Only a family that came lately can still be waiting for a birth. */
const MAY_BE_UNBORN: readonly Story[] = ['assessment', 'waiting', 'transfer']

interface Household {
  readonly tables: CountyTables
  readonly random: Chance
  readonly today: LocalDate
  readonly story: Story
  readonly referred: LocalDate
}

/** The children of one family: words for names, one surname, four at most, the eldest under 15 when they were referred. */
export function addSiblings({ tables, random, today, story, referred }: Household): { id: string; unborn: boolean }[] {
  const family = tables.id()
  const surname = `${random.pick(SURNAMES)}${random.pick(ENDINGS)}`
  const unbornFirst = MAY_BE_UNBORN.includes(story) && random.percent(20)
  const names = [...FORENAMES]
  return Array.from({ length: random.pick([1, 1, 2, 2, 2, 3, 4]) }, (_, index) => {
    const id = tables.id()
    const unborn = unbornFirst && index === 0
    const sex = unborn ? 'U' : random.pick(['F', 'M'])
    const [forename = 'Pebble'] = names.splice(random.between(0, names.length - 1), 1)
    tables.add('ssd_person', {
      pers_person_id: id,
      pers_forename: unborn ? 'Unborn' : forename,
      pers_surname: surname,
      pers_sex: sex,
      pers_gender: sex,
      pers_ethnicity: unborn ? 'NOBT' : random.pick(ETHNICITIES),
      pers_send_flag: 'N',
      ...(unborn
        ? { pers_expected_dob: today.plusDays(random.between(20, 120)).toString() }
        : { pers_dob: referred.minusDays(random.between(300, 5200)).toString() }),
    })
    tables.add('ssd_family', { fami_table_id: tables.id(), fami_family_id: family, fami_person_id: id })
    return { id, unborn }
  })
}
