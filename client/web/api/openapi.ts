import { z } from 'zod'
import type { Endpoint } from './endpoint'
import { PROBLEM } from './schemas'

const schema = (type: z.ZodType, io: 'input' | 'output'): object => {
  const made = z.toJSONSchema(type, { io })
  delete made.$schema
  return made
}

/** The document of the API, made from what answers it. OpenAPI 3.1. */
export function openapi(endpoints: readonly Endpoint[]): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const one of endpoints) {
    const path = one.page.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [one.page.method.toLowerCase()]: operation(one) }
  }
  return {
    openapi: '3.1.0',
    info: {
      ...{ title: 'Caseclock', version: '1' },
      description:
        'Whoever is signed in by the pages’ cookie asks as themselves and sees what they may see there; anything else is 404. POST carries the form token of a page in `csrf-token`.',
    },
    paths,
    components: { schemas: { Problem: schema(PROBLEM, 'output') } },
  }
}

function operation({ page, summary, query, body, output }: Endpoint): object {
  const inPath = [...page.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const { properties = {}, required = [] } = (query === null ? {} : schema(query, 'input')) as {
    properties?: Readonly<Record<string, object>>
    required?: readonly string[]
  }
  const inQuery = Object.entries(properties).map(([name, type]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: type,
  }))
  const headers =
    page.method === 'GET'
      ? []
      : ['csrf-token', 'idempotency-key', 'if-match'].map((name) => ({
          ...{ name, in: 'header', required: name !== 'if-match', schema: { type: 'string' } },
        }))
  return {
    summary,
    parameters: [...inPath, ...inQuery, ...headers],
    ...(body === null
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: schema(body, 'input') } } } }),
    responses: {
      '200': { description: 'As asked', content: { 'application/json': { schema: schema(output, 'output') } } },
      default: {
        description: 'Not done; `detail` says what to do',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}
