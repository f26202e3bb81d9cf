import { operatorRoles } from '@latchkey/contract';
import { operatorWords } from './words.ts';

/** The roles as a field offers them. */
export const roleChoices = operatorRoles.map((value) => ({ value, label: operatorWords.roles[value] }));
