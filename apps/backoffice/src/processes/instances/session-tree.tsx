import { CopyButton } from '../../kit/copy-button.tsx';
import { instanceWords } from './instance-words.ts';
import classes from './instances.module.css';

/** Session data as a tree; each value with its path as expressions write it, to copy. */
export const SessionTree = ({ data }: { readonly data: unknown }) => (
  <ul className={classes.tree}>
    {membersOf(data).map(([name, value]) => (
      <Branch key={name} name={name} value={value} path={name} depth={0} />
    ))}
  </ul>
);

type Props = {
  readonly name: string;
  readonly value: unknown;
  readonly path: string;
  readonly depth: number;
};

function Branch({ name, value, path, depth }: Props) {
  const members = membersOf(value);
  if (members.length === 0)
    return (
      <li className={classes.leaf}>
        <span className={classes.name}>{name}</span>
        <code>{textOf(value)}</code>
        <CopyButton text={`\${${path}}`} label={instanceWords.copyPath(path)} />
      </li>
    );
  return (
    <li>
      <details open={depth < 1}>
        <summary>
          <span className={classes.name}>{name}</span>
        </summary>
        <ul>
          {members.map(([member, inner]) => (
            <Branch
              key={member}
              name={member}
              value={inner}
              path={step(path, member, Array.isArray(value))}
              depth={depth + 1}
            />
          ))}
        </ul>
      </details>
    </li>
  );
}

const membersOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function step(path: string, name: string, isPlace: boolean): string {
  if (isPlace) return `${path}[${name}]`;
  return /^[A-Za-z_]\w*$/.test(name) ? `${path}.${name}` : `${path}[${JSON.stringify(name)}]`;
}
