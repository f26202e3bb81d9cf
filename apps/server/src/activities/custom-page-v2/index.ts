import { Type } from 'typebox';
import type { ShownPage } from '../../pages/page.ts';
import type { PageAddress } from '../../pages/page-address.ts';
import type { ReadPage } from '../../pages/read-page.ts';
import { activityProblems } from '../activity-problems.ts';
import { defineActivity } from '../define-activity.ts';
import { timedOut, timeoutParameter, waiting } from '../form-activity.ts';
import { pageOutputs } from '../outputs.ts';
import { parameters, text } from '../parameter.ts';
import type { PageCeremonyNeeds } from './open-ceremony.ts';
import { takePageSubmission } from './take-submission.ts';

type Needs = PageCeremonyNeeds & {
  readonly readPage: ReadPage;
  readonly pageAddress: (page: ShownPage) => PageAddress;
};

/** Bytes of the constants as JSON: as much as a page may send back. */
const constantsLimit = 64 * 1024;

/** Shows a Custom Page and keeps what it sends. */
export const customPageV2 = (needs: Needs) =>
  defineActivity({
    id: 'customPageV2',
    version: 1,
    label: 'Custom Page V2',
    group: 'Forms',
    icon: 'form',
    docs: 'Shows a Custom Page, gives it the constants, and waits until it sends its answer.',
    parameters: parameters({
      customPageName: text('Custom page name', 'The Custom Page.', { maxLength: 50 }),
      customPageVersion: Type.Integer({
        title: 'Custom page version',
        description: 'The version of the Custom Page.',
        minimum: 1,
        maximum: 2_147_483_647,
        default: 1,
      }),
      customPageKey: text(
        'Custom page key',
        'The unique id under which the session data keeps what the page sent.',
        { default: 'page1' },
      ),
      constants: Type.Optional(
        Type.Record(Type.String(), Type.Unknown(), {
          title: 'Constants',
          description: 'What the page gets when it is ready: names and values, which may be expressions.',
        }),
      ),
      timeout: timeoutParameter('Timeout (in seconds)'),
    }),
    boundaryEvents: [{ ...timedOut, docs: 'The page did not answer in its time.' }],
    outputs: pageOutputs,
    needsSavepoint: false,
    checkKey: (given) => `page:${given.customPageKey}`,
    execute: async (given, run) => {
      await needs.readPage(run.sql, run.actor.tenant, given.customPageName, given.customPageVersion);
      ensureSmall(given.constants);
      return waiting(run.data, given.timeout);
    },
    accepts: ['sent', 'submit', 'ceremony', 'prompted'],
    submit: (given, run, submission) => takePageSubmission(needs, { given, run }, submission),
    screen: async (given, { sql, actor }) => {
      const page = await needs.readPage(sql, actor.tenant, given.customPageName, given.customPageVersion);
      return { page: { ...needs.pageAddress(page), constants: given.constants ?? {} } };
    },
  });

function ensureSmall(constants: object = {}): void {
  if (Buffer.byteLength(JSON.stringify(constants)) <= constantsLimit) return;
  const detail = 'Constants are more than 64 KiB together.';
  throw activityProblems.create('activity.parameters-invalid', {
    detail,
    errors: [{ pointer: '/constants', detail }],
  });
}
