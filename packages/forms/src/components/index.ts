import type { FormComponent } from '../document.ts';
import { checkboxKind } from './checkbox.ts';
import type { ComponentKind } from './component-kind.ts';
import { dateKind } from './date.ts';
import { dropdownKind } from './dropdown.ts';
import { emailKind } from './email.ts';
import { imageKind } from './image.ts';
import { notificationKind } from './notification.ts';
import { numberKind } from './number.ts';
import { paragraphKind } from './paragraph.ts';
import { phoneKind } from './phone.ts';
import { qrCodeKind } from './qr-code.ts';
import { radioKind } from './radio.ts';
import { subtitleKind } from './subtitle.ts';
import { textKind } from './text.ts';

/** Every type of component. A new one is a file beside these and a line here. */
export const componentKinds = {
  text: textKind,
  paragraph: paragraphKind,
  subtitle: subtitleKind,
  number: numberKind,
  email: emailKind,
  phone: phoneKind,
  date: dateKind,
  dropdown: dropdownKind,
  checkbox: checkboxKind,
  radio: radioKind,
  notification: notificationKind,
  image: imageKind,
  qrCode: qrCodeKind,
} as const satisfies Readonly<Record<string, ComponentKind>>;

/** The name of a type of component. */
export type ComponentType = keyof typeof componentKinds;

/** What a type is; `undefined` for a word that is none. */
export const componentKind = (type: string): ComponentKind | undefined =>
  Object.hasOwn(componentKinds, type) ? componentKinds[type as ComponentType] : undefined;

/** Whether a person fills the component in. */
export const isField = (component: FormComponent): boolean =>
  componentKind(component.type)?.field !== undefined;
