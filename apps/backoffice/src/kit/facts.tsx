import type { ReactNode } from 'react';
import { common } from '../words/common.ts';
import classes from './facts.module.css';

type Fact = readonly [name: string, value: ReactNode];

/** Names and values of a thing, in two columns. An absent value is a dash. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className={classes.facts}>
    {facts.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value === undefined || value === '' ? common.none : value}</dd>
      </div>
    ))}
  </dl>
);
