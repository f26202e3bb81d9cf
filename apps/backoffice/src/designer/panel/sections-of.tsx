import type { ComponentType } from 'react';
import type { DrawnElement, ElementKind } from '../drawing.ts';
import { ActivitySection } from './activity-section.tsx';
import { BoundarySection } from './boundary-section.tsx';
import { ErrorSection } from './error-section.tsx';
import { FlowSection } from './flow-section.tsx';
import { GeneralSection } from './general-section.tsx';
import { OutgoingSection } from './outgoing-section.tsx';
import { TimerSection } from './timer-section.tsx';
import { TipsSection } from './tips-section.tsx';

type Section = ComponentType<{ readonly element: DrawnElement }>;

const sections: Readonly<Record<ElementKind, readonly Section[]>> = {
  process: [GeneralSection, TipsSection],
  start: [GeneralSection, OutgoingSection],
  end: [ErrorSection, GeneralSection],
  task: [ActivitySection, BoundarySection, OutgoingSection, GeneralSection],
  'sub-process': [GeneralSection, BoundarySection, OutgoingSection],
  exclusive: [OutgoingSection, GeneralSection],
  parallel: [OutgoingSection, GeneralSection],
  inclusive: [OutgoingSection, GeneralSection],
  timer: [TimerSection, OutgoingSection, GeneralSection],
  boundary: [ErrorSection, TimerSection, OutgoingSection, GeneralSection],
  flow: [FlowSection, GeneralSection],
  other: [GeneralSection],
};

/** The sections of the panel for a kind of element. */
export const SectionsOf = ({ element }: { readonly element: DrawnElement }) =>
  sections[element.kind].map((Section, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the sections of a kind never change.
    <Section key={place} element={element} />
  ));
