import { missingTranslations } from '@latchkey/forms';
import { Text } from '@mantine/core';
import { IconForms } from '@tabler/icons-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { EmptyState } from '../../kit/empty-state.tsx';
import { inOrder } from '../document/draft-document.ts';
import {
  addComponent,
  duplicateComponent,
  moveComponent,
  removeComponent,
} from '../document/edit-document.ts';
import { languagesIn } from '../document/texts-in.ts';
import type { FormDraft } from '../document/use-form-draft.ts';
import { AddMenu } from './add-menu.tsx';
import classes from './builder.module.css';
import { BuilderProvider, type BuilderScene } from './builder-context.ts';
import { builderWords } from './builder-words.ts';
import { type CardDeeds, ComponentCard } from './component-card.tsx';
import { LanguagesBar } from './languages-bar.tsx';
import { nameOf } from './name-of.ts';
import { TextsField } from './texts-field.tsx';

type Props = { readonly draft: FormDraft; readonly isReadOnly: boolean };

/** The form as a list of its components, each with everything that can be set on it. */
export function FormBuilder({ draft, isReadOnly }: Props) {
  const { document, judgement, edit } = draft;
  const [open, setOpen] = useState<number | undefined>(undefined);
  const [told, setTold] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const ordered = useMemo(() => (document === undefined ? [] : inOrder(document)), [document]);
  const known = document === undefined ? [] : languagesIn(document);
  const key = known.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same tags are the same languages, and cards need not be drawn anew.
  const languages = useMemo(() => (known.length === 0 ? ['en'] : known), [key]);
  const latest = useRef({ ordered, languages });
  latest.current = { ordered, languages };

  const focusOn = useCallback((position: number) => {
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-position="${position}"]`)?.focus(),
    );
  }, []);
  const deeds = useMemo(
    (): CardDeeds => ({
      toggle: (position) => setOpen((now) => (now === position ? undefined : position)),
      move: (from, to) => {
        const { ordered: now, languages: tags } = latest.current;
        const moved = now[from]?.component;
        if (moved === undefined || to < 0 || to >= now.length) return;
        edit(moveComponent(from, to));
        setOpen((at) => positionAfter(at, from, to));
        setTold(builderWords.moved(nameOf(moved, tags), to + 1, now.length));
        focusOn(to);
      },
      duplicate: (position) => {
        edit(duplicateComponent(position));
        setOpen(position + 1);
        focusOn(position + 1);
      },
      remove: (position) => {
        edit(removeComponent(position));
        setOpen(undefined);
        focusOn(Math.max(0, position - 1));
      },
    }),
    [edit, focusOn],
  );
  const missing = useMemo(
    () => (judgement.document === undefined ? [] : missingTranslations(judgement.document)),
    [judgement],
  );
  const scene = useMemo((): BuilderScene | undefined => {
    if (document === undefined) return undefined;
    const faultAt = (pointer: string) =>
      judgement.faults.find((fault) => fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`))
        ?.detail;
    return { document, languages, isReadOnly, edit, faultAt };
  }, [document, languages, isReadOnly, edit, judgement]);
  if (scene === undefined) {
    return <EmptyState icon={IconForms} title={builderWords.unreadable} text={builderWords.unreadableText} />;
  }
  const countAt = (pointers: readonly { readonly pointer: string }[], place: number) =>
    pointers.filter(({ pointer }) => `${pointer}/`.startsWith(`/components/${place}/`)).length;
  const add = (type: string) => {
    edit(addComponent(type, ordered.length, languages));
    setOpen(ordered.length);
    focusOn(ordered.length);
  };
  return (
    <BuilderProvider value={scene}>
      <div className={classes.builder}>
        <LanguagesBar missing={missing.length} />
        <TextsField path={['title']} label={builderWords.formTitle} />
        <div>
          <h3 className={classes.groupTitle}>{builderWords.components}</h3>
          {ordered.length > 1 && !isReadOnly && (
            <Text size="sm" c="dimmed">
              {builderWords.componentsText}
            </Text>
          )}
        </div>
        {ordered.length === 0 ? (
          <EmptyState icon={IconForms} title={builderWords.none} text={builderWords.noneText} />
        ) : (
          <ol ref={list} className={classes.list} aria-label={builderWords.components}>
            {ordered.map(({ component, place }, position) => (
              <ComponentCard
                // biome-ignore lint/suspicious/noArrayIndexKey: what is at a position is drawn there; ids may be there twice.
                key={position}
                component={component}
                place={place}
                position={position}
                count={ordered.length}
                isOpen={open === position}
                isReadOnly={isReadOnly}
                languages={languages}
                faults={countAt(judgement.faults, place)}
                untranslated={countAt(missing, place)}
                deeds={deeds}
              />
            ))}
          </ol>
        )}
        <p className={classes.told} role="status">
          {told}
        </p>
        {!isReadOnly && <AddMenu onAdd={add} />}
        <TextsField
          path={['continueButton']}
          label={builderWords.continueButton}
          help={builderWords.continueHelp}
          blank={continueBlank}
        />
      </div>
    </BuilderProvider>
  );
}

/** As the guide writes it. */
const continueBlank = { isValid: true, type: 'continueButton' };

/** Where the open component is after another has moved past it. */
function positionAfter(at: number | undefined, from: number, to: number): number | undefined {
  if (at === undefined || at === from) return at === from ? to : at;
  if (from < at && to >= at) return at - 1;
  return from > at && to <= at ? at + 1 : at;
}
