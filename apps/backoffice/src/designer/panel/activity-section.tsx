import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { manifestOf } from '../boundary-choice.ts';
import type { DrawnElement } from '../drawing.ts';
import { useDesign } from '../editor/design.ts';
import { activityEntryId } from '../entry.ts';
import type { Manifest } from '../manifest.ts';
import { useKnownPaths } from '../paths/use-known-paths.ts';
import { isUnfinished } from '../problems/use-told-faults.ts';
import classes from './panel.module.css';
import { PanelSection } from './panel-section.tsx';
import { ParameterField } from './parameter-field.tsx';
import { panelWords } from './words.ts';

/** Optional, but what the step is about. */
const telling: ReadonlySet<string> = new Set(['dataFormName', 'dataFormVersion', 'formDataKey', 'userKey']);

/** What others are chosen from stands before them. */
const ground: readonly string[] = ['storeName', 'relyingPartyId'];

type Props = { readonly element: DrawnElement };

/** The parameters of a task's activity, needed ones first; or which activity it shall be. */
export function ActivitySection({ element }: Props) {
  const { manifests } = useDesign();
  const manifest = manifestOf(manifests, element.activity);
  if (!manifest) return <ActivityChoice element={element} />;
  return <Parameters element={element} manifest={manifest} />;
}

function Parameters({ element, manifest }: Props & { readonly manifest: Manifest }) {
  const [isAll, setAll] = useState(false);
  const { wantedField } = useDesign();
  const lacking = useLacking(element.id);
  const paths = useKnownPaths(element.id);
  const wanted = wantedField?.startsWith(`${element.id}\n`) ? wantedField.split('\n')[1] : undefined;
  const { properties, required = [] } = manifest.parameters;
  const given = element.activity?.parameters ?? {};
  const names = Object.keys(properties);
  const isShown = (name: string) =>
    isAll || isNeeded(name) || telling.has(name) || name in given || name === wanted || names.length <= 6;
  const isNeeded = (name: string) => required.includes(name) && properties[name]?.default === undefined;
  const rank = (name: string) => (isNeeded(name) ? 0 : telling.has(name) ? 1 : 2);
  const place = (name: string) => (ground.includes(name) ? ground.indexOf(name) : ground.length);
  const shown = names.toSorted((a, b) => rank(a) - rank(b) || place(a) - place(b));
  const hidden = names.filter((name) => !isShown(name)).length;
  const unknown = Object.keys(given).filter((name) => !(name in properties));
  return (
    <PanelSection title={panelWords.parameters}>
      {lacking.length > 0 && (
        <p className={classes.help}>
          {panelWords.lacking(lacking.map((name) => properties[name]?.title ?? name))}
        </p>
      )}
      {[...shown.filter(isShown), ...unknown].map((name) => (
        <ParameterField
          key={name}
          element={element}
          name={name}
          schema={properties[name] ?? { type: 'string' }}
          isRequired={isNeeded(name)}
          paths={paths}
        />
      ))}
      {(hidden > 0 || isAll) && (
        <Button variant="subtle" size="xs" onClick={() => setAll(!isAll)}>
          {isAll ? panelWords.fewer : panelWords.more(hidden)}
        </Button>
      )}
    </PanelSection>
  );
}

/** What an element lacks without being told so at the fields. */
function useLacking(id: string): readonly string[] {
  const { faults, told } = useDesign();
  return faults
    .filter((fault) => fault.element === id && isUnfinished(fault) && !told.includes(fault))
    .flatMap(({ property }) => property ?? []);
}

function ActivityChoice({ element }: Props) {
  const { canvas, manifests } = useDesign();
  return (
    <PanelSection title={panelWords.parameters}>
      <Select
        label={panelWords.chooseActivity}
        searchable
        data={manifests.map((one) => ({ value: activityEntryId(one), label: one.label }))}
        onChange={(entry) => entry && void canvas.change({ kind: 'replace', element: element.id, entry })}
      />
    </PanelSection>
  );
}
