import { type CustomPage, getCustomPageText } from '@latchkey/contract';
import { useEffect, useMemo, useState } from 'react';
import { useRead } from '../api/use-read.ts';
import { type Edited, unsavedDocument } from './unsaved-document.ts';

const index = 'index.html';
/** The preview follows when nobody has typed for so long. */
const restMs = 500;

/** The first document of a page as it is being edited; `undefined` while nothing is. */
export function useUnsavedDocument({ id }: CustomPage, edited: Edited): string | undefined {
  const rested = useRested(edited);
  const isEdited = Object.keys(rested).length > 0;
  const answer = useRead(
    getCustomPageText,
    { params: { id }, query: { path: index } },
    { enabled: isEdited && rested[index] === undefined },
  );
  const html = rested[index] ?? answer.data?.text;
  return isEdited && html !== undefined ? unsavedDocument(html, rested) : undefined;
}

/** The first document of a page of which nothing is saved: all its files stand in it. */
export function useNewDocument(documents: Edited): string {
  const rested = useRested(documents);
  return useMemo(() => unsavedDocument(rested[index] ?? '', rested), [rested]);
}

function useRested(edited: Edited): Edited {
  const [rested, setRested] = useState<Edited>(edited);
  useEffect(() => {
    const timer = setTimeout(() => setRested(edited), restMs);
    return () => clearTimeout(timer);
  }, [edited]);
  return rested;
}
