/** Children a worker holds on average, above which it is hard to do the work in full. Source: Family Safeguarding evaluation 2020 via Caseclock handbook, section 1. */
export const CHILDREN_PER_WORKER = 15

/** Whether somebody holds more than that: said in words beside the number, and decided by nobody but a manager. */
export const isOverCaseload = (children: number): boolean => children > CHILDREN_PER_WORKER
