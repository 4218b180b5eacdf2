import type { Connection } from '@temporalio/client'
import { encodeSearchAttributeIndexedValueType } from '@temporalio/common/lib/search-attributes'
import { SEARCH_ATTRIBUTES } from '../workflows/protocol'

type Namespace = { readonly connection: Pick<Connection, 'operatorService'>; readonly namespace: string }

const wanted = Object.entries(SEARCH_ATTRIBUTES).map(([name, type]) => ({
  name,
  type,
  code: encodeSearchAttributeIndexedValueType(type.toUpperCase() as Uppercase<typeof type>),
}))

/** Refuses a namespace that does not know Caseclock's search attributes: the first plan of every case would stop there. Throws what to run. */
export async function requireSearchAttributes({ connection, namespace }: Namespace): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace })
  const missing = wanted.filter(({ name, code }) => customAttributes[name] !== code)
  if (missing.length === 0) return
  const other = missing.filter(({ name }) => name in customAttributes).map(({ name }) => name)
  throw new Error(
    other.length > 0
      ? `The Temporal namespace ${namespace} knows ${other.join(' and ')} as another type. Every case would stop there: let Caseclock have a namespace of its own, and run tools/compose/temporal-namespace.sh for it.`
      : `The Temporal namespace ${namespace} does not know the search attributes ${missing.map(({ name }) => name).join(', ')}, and every case would stop there. Run \`temporal operator search-attribute create --namespace ${namespace} ${missing.map(({ name, type }) => `--name ${name} --type ${type}`).join(' ')}\`, then start the worker again.`,
  )
}

/** Registers those that the namespace does not know yet. For servers of this machine; in production the operator does it once. */
export async function registerSearchAttributes({ connection, namespace }: Namespace): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace })
  const missing = wanted.filter(({ name }) => !(name in customAttributes))
  if (missing.length === 0) return
  await connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: Object.fromEntries(
      missing.flatMap(({ name, code }) => (code === undefined ? [] : [[name, code]])),
    ),
  })
}
