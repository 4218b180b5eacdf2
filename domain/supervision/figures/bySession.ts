import { byText } from '../byText'
import type { FigureSession } from './figureRows'

/** Sessions in order of day and time: as one team holds them. */
export const bySession = (a: FigureSession, b: FigureSession): number =>
  a.on.compareTo(b.on) || byText(a.at, b.at) || byText(a.id, b.id)
