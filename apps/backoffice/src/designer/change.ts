import type { ParameterText } from '@latchkey/engine';
import type { DrawnTimer } from './drawing.ts';

/** One act of drawing. Each is one step of undo. */
export type Change =
  | { readonly kind: 'name'; readonly element: string; readonly name: string }
  | { readonly kind: 'documentation'; readonly element: string; readonly text: string }
  | {
      readonly kind: 'parameter';
      readonly element: string;
      readonly name: string;
      /** Absent removes it. */
      readonly value?: ParameterText | undefined;
    }
  | { readonly kind: 'condition'; readonly element: string; readonly text: string }
  | { readonly kind: 'default'; readonly element: string; readonly isDefault: boolean }
  | { readonly kind: 'timer'; readonly element: string; readonly timer: DrawnTimer }
  | { readonly kind: 'error'; readonly element: string; readonly code: string }
  | { readonly kind: 'interrupting'; readonly element: string; readonly isInterrupting: boolean }
  /** Puts what an entry of the palette stands for into the middle of what is seen. */
  | { readonly kind: 'add'; readonly entry: string }
  | { readonly kind: 'append'; readonly element: string; readonly entry: string }
  | { readonly kind: 'replace'; readonly element: string; readonly entry: string }
  /** Attaches a boundary event: `error:<code>`, `error` for any, or `timer`. */
  | { readonly kind: 'attach'; readonly element: string; readonly event: string }
  | { readonly kind: 'connect'; readonly element: string; readonly target: string }
  | { readonly kind: 'remove'; readonly elements: readonly string[] }
  | { readonly kind: 'align'; readonly elements: readonly string[]; readonly how: Alignment }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

export type Alignment = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom' | 'horizontal' | 'vertical';
