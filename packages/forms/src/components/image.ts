import { type Check, members, texts } from '../check.ts';
import type { ComponentKind } from './component-kind.ts';

const source: Check = (value, pointer, report) => {
  const isOwn = typeof value === 'string' && /^\/(?![/\\])[^\s\\]{1,2000}$/.test(value);
  const isInline =
    typeof value === 'string' &&
    /^data:image\/(png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/]+=*$/.test(value);
  if (!isOwn && !isInline) {
    report({
      pointer,
      detail: 'Must be a path of this server (/…) or an inline data:image/…;base64 picture.',
    });
  }
};

/** A picture of this server or inline: the page asks no third party for anything. `label` is its text alternative. */
export const imageKind: ComponentKind = { check: members({ label: texts, source }, ['source']) };
