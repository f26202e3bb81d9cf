import type { ComponentType } from '@latchkey/forms';
import {
  IconAlertCircle,
  IconAlphabetLatin,
  IconAt,
  IconCalendar,
  IconCheckbox,
  IconCircleDot,
  IconHeading,
  IconNumbers,
  IconPhone,
  IconPhoto,
  IconQrcode,
  IconQuestionMark,
  IconSelector,
  IconTextSize,
} from '@tabler/icons-react';

const icons = {
  text: IconTextSize,
  number: IconNumbers,
  email: IconAt,
  phone: IconPhone,
  date: IconCalendar,
  dropdown: IconSelector,
  radio: IconCircleDot,
  checkbox: IconCheckbox,
  paragraph: IconAlphabetLatin,
  subtitle: IconHeading,
  notification: IconAlertCircle,
  image: IconPhoto,
  qrCode: IconQrcode,
} as const satisfies Readonly<Record<ComponentType, unknown>>;

/** The drawing of a type of component. */
export const iconOf = (type: string) =>
  Object.hasOwn(icons, type) ? icons[type as ComponentType] : IconQuestionMark;

/** Types in the order in which they are offered. */
export const offered: {
  readonly fields: readonly ComponentType[];
  readonly texts: readonly ComponentType[];
} = {
  fields: ['text', 'email', 'phone', 'number', 'date', 'dropdown', 'radio', 'checkbox'],
  texts: ['paragraph', 'subtitle', 'notification', 'image', 'qrCode'],
};
