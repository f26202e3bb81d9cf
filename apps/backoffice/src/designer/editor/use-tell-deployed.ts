import { createProcessToken } from '@latchkey/contract';
import { useNavigate } from '@tanstack/react-router';
import { toast, toastWithWayOn } from '../../kit/toasts.ts';
import { useMay } from '../../session/use-session.ts';
import { screenWords } from '../screen-words.ts';

type Live = { readonly name: string; readonly version: number };

/** Says that a version is live, and leads those who may to a link by which people start it. */
export function useTellDeployed(): (live: Live) => void {
  const may = useMay();
  const navigate = useNavigate();
  return ({ name, version }) => {
    const text = screenWords.deployed(name, version);
    if (!may(createProcessToken)) return toast(text);
    const run = () => void navigate({ to: '/tokens/new', search: { definition: name } });
    return toastWithWayOn(text, { label: screenWords.makeLink, run });
  };
}
