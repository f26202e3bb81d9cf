import type { Messages } from './messages.ts';

/** Hebrew. */
export const he: Messages = {
  missing: 'יש למלא את השדה הזה.',
  missingChoice: 'יש לבחור אפשרות אחת.',
  missingTick: 'יש לסמן את התיבה כדי להמשיך.',
  appeared: 'בעקבות התשובות נוספה השאלה הזאת. יש לעיין גם בה.',
  invalid: {
    text: 'יש לבדוק את הערך הזה.',
    number: 'יש להזין מספר, למשל 42 או 1.5.',
    email: 'יש להזין כתובת דוא״ל, למשל name@example.com.',
    phone: 'יש להזין מספר טלפון, למשל ‎+972 2 123 4567.',
    date: 'יש להזין תאריך קיים.',
    choice: 'יש לבחור אחת מהאפשרויות.',
    checkbox: 'יש לסמן את התיבה או להשאיר אותה ריקה.',
  },
  length: {
    between: 'יש להשתמש ב־{min} עד {max} תווים.',
    atLeast: 'יש להשתמש ב־{min} תווים לפחות.',
    atMost: 'יש להשתמש ב־{max} תווים לכל היותר.',
  },
  range: {
    between: 'יש להזין ערך בין {min} ל־{max}.',
    atLeast: 'יש להזין {min} או יותר.',
    atMost: 'יש להזין {max} או פחות.',
  },
};
