/** The kind of an event; of a plan also which. */
export const thingOf = ({ kind, data }: { readonly kind: string; readonly data: object }): string =>
  'plan' in data ? `${kind}/${String(data.plan)}` : kind
