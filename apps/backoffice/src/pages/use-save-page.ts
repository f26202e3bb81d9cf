import { type CustomPage, createCustomPage, type NewCustomPage } from '@latchkey/contract';
import { useWrite } from '../api/use-write.ts';
import { toast } from '../kit/toasts.ts';
import { pageWords } from './page-words.ts';

/** Makes the next version of a page and says so. */
export function useSavePage(onSaved: (made: CustomPage) => void) {
  const create = useWrite(createCustomPage);
  return async (page: Omit<NewCustomPage, 'creationOption' | 'status'>, deploys: boolean): Promise<void> => {
    const made = await create.mutateAsync({
      body: { ...page, creationOption: deploys ? 'Save & Deploy' : 'Save' },
    });
    toast((deploys ? pageWords.savedDeployed : pageWords.savedDraft)(made.version));
    onSaved(made);
  };
}
