import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Connection } from '@temporalio/client'
import { encodeSearchAttributeIndexedValueType } from '@temporalio/common/lib/search-attributes'
import { msToTs } from '@temporalio/common/lib/time'
import { registerSearchAttributes, requireSearchAttributes } from '../../worker/searchAttributes'
import { testTown, type TestTown } from '../servers/testTown'
import { workerProcess } from '../servers/workerProcess'

describe('a namespace that does not know the search attributes', () => {
  let town: TestTown
  let connection: Connection
  const namespace = `bare_${randomUUID().slice(0, 8)}`
  const here = () => ({ connection, namespace })

  beforeAll(async () => {
    town = await testTown({ startsOn: '2026-03-02' })
    connection = await Connection.connect({ address: town.environment()['TEMPORAL_ADDRESS'] ?? '' })
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: msToTs('1 day'),
    })
    for (let tries = 0; tries < 200 && !(await isKnown()); tries += 1) await wait(50)
  })
  afterAll(async () => {
    await connection.close()
    await town.stop()
  })
  const isKnown = (): Promise<boolean> =>
    connection.operatorService.listSearchAttributes({ namespace }).then(
      () => true,
      () => false,
    )

  it('gets no worker: it ends with 3 and says what to run', async () => {
    const { ended } = workerProcess({ ...town.environment(), TEMPORAL_NAMESPACE: namespace })
    const { code, said } = await ended
    expect(said).toContain(
      `temporal operator search-attribute create --namespace ${namespace} --name Team --type Keyword --name NextDue --type Datetime --name Late --type Int`,
    )
    expect(said).not.toContain('worker ready')
    expect(code).toBe(3)
  })

  it('is refused as well when one of them is of another type', async () => {
    const keyword = encodeSearchAttributeIndexedValueType('KEYWORD')
    const searchAttributes = Object.fromEntries(keyword === undefined ? [] : [['Late', keyword]])
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes })
    await expect(requireSearchAttributes(here())).rejects.toThrow('knows Late as another type')
  })

  it('gets one once they are registered; registering twice is the same as once', async () => {
    await connection.operatorService.removeSearchAttributes({ namespace, searchAttributes: ['Late'] })
    await registerSearchAttributes(here())
    await registerSearchAttributes(here())
    await expect(requireSearchAttributes(here())).resolves.toBeUndefined()
  })
})
