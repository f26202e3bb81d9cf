import {
  createProcessDefinition,
  getProcessDefinition,
  type ProcessDefinition,
  processDefinitionRoutes,
  updateProcessDefinition,
} from '@latchkey/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { call } from '../../api/call.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useSession } from '../../session/use-session.ts';
import type { Canvas } from '../canvas/canvas.ts';
import { diagramResource } from './diagram-resource.ts';
import { type DraftKeeper, draftKeeper } from './draft-keeper.ts';
import { draftMemory } from './draft-memory.ts';
import type { Recalled } from './use-recalled.ts';

/** Saves what is drawn over a version, from the first change on. */
export function useDraft(
  base: ProcessDefinition,
  canvas: Canvas | undefined,
  revision: number,
  recalled: Recalled,
) {
  const keeper = useKeeper(asOf(base, recalled));
  useEffect(() => {
    if (canvas && keeper && revision > 0) keeper.keepWhenWritten(canvas.save());
  }, [canvas, keeper, revision]);
  return keeper;
}

/** What was kept in the browser was drawn over what the server had then: what it has now may be somebody else's. */
const asOf = (base: ProcessDefinition, { draft }: Recalled): ProcessDefinition =>
  draft === undefined ? base : { ...base, lastUpdatedDtm: draft.baseAt };

function useKeeper(base: ProcessDefinition): DraftKeeper {
  const client = useQueryClient();
  const { tenant } = useSession();
  const [keeper] = useState(() => {
    const { name, description } = base;
    const changed = (saved: ProcessDefinition) => {
      const [{ tag }] = processDefinitionRoutes;
      void client.invalidateQueries({ queryKey: queryKeys.subject(tag) });
      return saved;
    };
    return draftKeeper({
      base,
      memory: draftMemory(tenant, name),
      calls: {
        create: (xml) =>
          call(createProcessDefinition, {
            body: { name, description, resources: diagramResource(xml) },
          }).then(changed),
        update: (id, expectedLastUpdatedDtm, xml) =>
          call(updateProcessDefinition, {
            params: { id },
            body: { expectedLastUpdatedDtm, resources: diagramResource(xml) },
          }),
        read: (id) => call(getProcessDefinition, { params: { id } }),
      },
    });
  });
  useEffect(() => () => keeper.close(), [keeper]);
  return keeper;
}

/** The phase of a draft, and the version that it is saved in. */
export const useDraftState = (keeper: DraftKeeper) => useSyncExternalStore(keeper.watch, keeper.state);
