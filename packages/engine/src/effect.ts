/** What the shell is to do. Plain data; the shell gives each the stable id `instance:version:position`. */
export type Effect =
  | { readonly kind: 'run-activity'; readonly token: string; readonly node: string }
  | {
      readonly kind: 'evaluate-conditions';
      readonly token: string;
      readonly node: string;
      readonly flows: readonly string[];
    }
  | { readonly kind: 'resolve-timer'; readonly timer: string; readonly expression: string }
  | { readonly kind: 'raise-incident'; readonly token: string; readonly node: string; readonly error: string }
  | {
      readonly kind: 'instance-ended';
      readonly status: 'completed' | 'terminated' | 'failed';
      readonly error?: string;
    };
