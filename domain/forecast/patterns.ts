import { element, type Markup } from '../picture/svg'
import type { ForecastKind } from './forecastKind'

/** GOV.UK's text colour: 17 to 1 on white. */
export const INK = '#0b0c0c'

/** How each kind is filled: a shade and, over it, lines or dots, so that they differ when printed black and white. */
const FILLS: Readonly<Record<ForecastKind, { readonly shade: string; readonly over: string }>> = {
  icpc: { shade: '#0b0c0c', over: '' },
  'transfer-in': { shade: '#ffffff', over: 'M0 6 L6 0 M-1 1 L1 -1 M5 7 L7 5' },
  review: { shade: '#5694ca', over: '' },
  'core-group': { shade: '#ffffff', over: 'M0 3 H6' },
  'cin-review': { shade: '#ffdd00', over: 'M3 0 V6' },
  visit: { shade: '#d8e6f3', over: '' },
  other: { shade: '#ffffff', over: 'M3 3 h1.4' },
}

/** The patterns of every kind, named for the picture they stand in. */
export const patterns = (id: string): Markup =>
  element(
    'defs',
    {},
    ...Object.entries(FILLS).map(([kind, { shade, over }]) =>
      element(
        'pattern',
        { id: `${id}-${kind}`, width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
        element('rect', { width: 6, height: 6, fill: shade }),
        ...(over === '' ? [] : [element('path', { d: over, stroke: INK, 'stroke-width': 1.2 })]),
      ),
    ),
  )

export const patternFor = (id: string, kind: ForecastKind): string => `url(#${id}-${kind})`
