import classes from './icon.module.css';
import { hueOf, outlineOf } from './icons.ts';

type Props = { readonly icon: string; readonly group?: string; readonly size?: number };

/** One of the designer's own icons; with a group, on a tile of its colour. */
export function Icon({ icon, group, size = 18 }: Props) {
  const picture = (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={outlineOf(icon)} />
    </svg>
  );
  if (group === undefined) return picture;
  return (
    <span className={classes.tile} data-hue={hueOf(group)} aria-hidden="true">
      {picture}
    </span>
  );
}
