import { type ComponentType, componentKinds } from '@latchkey/forms';
import { html } from '../html.ts';
import { checkbox } from './checkbox.ts';
import type { Draw } from './component-view.ts';
import { dropdown } from './dropdown.ts';
import { image } from './image.ts';
import { inputs } from './input.ts';
import { notification } from './notification.ts';
import { paragraph } from './paragraph.ts';
import { qrCode } from './qr-code.ts';
import { radio } from './radio.ts';
import { subtitle } from './subtitle.ts';

const draws: Readonly<Record<ComponentType, Draw>> = {
  ...inputs,
  dropdown,
  radio,
  checkbox,
  paragraph,
  subtitle,
  notification,
  image,
  qrCode,
};

/** Draws any component. What no type knows is left out: a form is checked when it is saved. */
export const drawComponent: Draw = (view) => {
  const { type } = view.component;
  return Object.hasOwn(componentKinds, type) ? draws[type as ComponentType](view) : html``;
};
