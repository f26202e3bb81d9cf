import type { Behaviour } from '../behaviour.ts';
import type { Gateway } from '../definition.ts';
import { firstTrue, leaveBy } from '../flows/leave.ts';

const leave = leaveBy(firstTrue);

/** An exclusive gateway passes every token on, by one flow (section 13.4.2). */
export const exclusive: Behaviour<Gateway> = { enter: leave, leave };
