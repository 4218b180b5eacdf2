import { byText } from '../../domain/supervision/byText'
import type { Alert } from './alerts'

type Ordered = Pick<Alert, 'id' | 'ref' | 'dueOn' | 'openedAt'>

/** What "oldest first" means wherever alerts are listed: by the day it was due, then as they were opened, then by case. `alerts` asks its rows in this order. */
export const oldestFirst = (a: Ordered, b: Ordered): number =>
  a.dueOn.compareTo(b.dueOn) || a.openedAt - b.openedAt || byText(a.ref, b.ref) || byText(a.id, b.id)
