import * as contract from '@latchkey/contract';
import { audited } from '../audit/audited.ts';
import type { Sql } from '../db/sql.ts';
import { type Bound, bind } from '../http/bind.ts';
import { listTexts, updateTexts } from './manage-texts.ts';

/** The routes of texts. */
export const textsHttp = ({ sql }: { readonly sql: Sql }): readonly Bound[] => [
  bind(contract.listTexts, ({ actor, params }) => listTexts(sql, actor, params.language)),
  bind(contract.updateTexts, ({ actor, params: { language }, body }) => {
    const target = { kind: 'texts', id: language };
    return audited(sql, actor, { action: 'texts.updated', target }, () =>
      updateTexts(sql, actor, language, body.overrides),
    );
  }),
];
