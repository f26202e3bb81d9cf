/** Outlines of our icons in a square of 24, drawn with a round stroke of 1.75. */
const outlines: Readonly<Record<string, string>> = {
  form: 'M5 4h14v16H5z M8.5 8.5h7 M8.5 12h7 M8.5 15.5h4',
  'form-key':
    'M4 4h13v6 M4 4v16h8 M7.5 8.5h6 M7.5 12h3.5 M15.5 13.2a2.6 2.6 0 1 0 .01 0 M17.4 17.6 21 21 M19.4 19.4l1.4-1.4',
  key: 'M8.2 11.2a4 4 0 1 0 .01 0 M11 13.2 19.5 4.7 M16.5 7.7l3 3 M14 10.2l2 2',
  'key-check': 'M8.2 10.2a4 4 0 1 0 .01 0 M11 12.2l7.5-7.5 M15.7 7.5l2.6 2.6 M13.5 18.5l2.3 2.3 4.7-4.7',
  'user-plus': 'M9.5 4a3.7 3.7 0 1 0 .01 0 M3 20c.4-4 3-6 6.5-6 2 0 3.7.6 4.9 1.9 M18 13.5v7 M14.5 17h7',
  'user-pen':
    'M9.5 4a3.7 3.7 0 1 0 .01 0 M3 20c.4-4 3-6 6.5-6 1.2 0 2.3.2 3.2.7 M14 20.5l.5-2.6 4.6-4.6 2.1 2.1-4.6 4.6z',
  user: 'M9.5 4a3.7 3.7 0 1 0 .01 0 M3 20c.4-4 3-6 6.5-6 M16 13a3.3 3.3 0 1 0 .01 0 M18.5 18.7 21 21.2',
  scale: 'M12 4v16 M8 20h8 M5 7h14 M5 7l-2.5 6.5h5z M19 7l-2.5 6.5h5z',
  start: 'M12 4.5a7.5 7.5 0 1 0 .01 0',
  end: 'M12 5a7 7 0 1 0 .01 0 M12 3.8a8.2 8.2 0 1 0 .01 0',
  'end-error': 'M12 4a8 8 0 1 0 .01 0 M8.5 15.5l2.2-6.5 2.6 5 2.2-5.5',
  'end-terminate': 'M12 4a8 8 0 1 0 .01 0 M12 8.5a3.5 3.5 0 1 0 .01 0 M12 10.5a1.5 1.5 0 1 0 .01 0',
  timer: 'M12 4a8 8 0 1 0 .01 0 M12 7.5V12l3 2',
  exclusive: 'M12 3l9 9-9 9-9-9z M9.3 9.3l5.4 5.4 M14.7 9.3l-5.4 5.4',
  parallel: 'M12 3l9 9-9 9-9-9z M12 8v8 M8 12h8',
  inclusive: 'M12 3l9 9-9 9-9-9z M12 8.5a3.5 3.5 0 1 0 .01 0',
  'sub-process': 'M4 6h16v12H4z M12 14v4 M10 16h4 M7.5 9.5h3 M13.5 9.5h3',
  boundary: 'M4 5h16v9 M4 5v12h7 M16.5 13.5a4 4 0 1 0 .01 0',
  flow: 'M4 12h14 M14 7.5l4.5 4.5-4.5 4.5',
  process:
    'M4 7.5a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0 M9 7.5h6 M15 4.5h5.5v6H15z M17.7 10.5v4 M15 14.5h5.5v5H15z',
  task: 'M4 6.5h16v11H4z',
  plus: 'M12 5v14 M5 12h14',
  swap: 'M4 8.5h14 M14.5 5l3.5 3.5-3.5 3.5 M20 15.5H6 M9.5 12 6 15.5 9.5 19',
  trash: 'M5 7h14 M10 7V4.5h4V7 M7 7l.7 13h8.6L17 7 M10.3 10.5v6 M13.7 10.5v6',
  connect: 'M4 18.5 18.5 5.5 M12.5 5.5h6v6',
};

/** The outline of an icon; a plain card for a name that we have not drawn. */
export const outlineOf = (icon: string): string => outlines[icon] ?? (outlines.task as string);

/** An icon as SVG text, for menus of the canvas. */
export const iconSvg = (icon: string, size = 20): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${outlineOf(icon)}"/></svg>`;

/** The hue of a group of activities, as `data-hue` on cards and icons. */
const hues: Readonly<Record<string, string>> = {
  Forms: 'blue',
  Passkeys: 'indigo',
  'Identity store': 'teal',
  Decisions: 'amber',
  Events: 'gray',
  Flow: 'gray',
};
export const hueOf = (group: string): string => hues[group] ?? 'violet';
