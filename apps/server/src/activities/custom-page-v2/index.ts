import { Type } from 'typebox';
import { activityProblems } from '../activity-problems.ts';
import { defineActivity } from '../define-activity.ts';
import { extensionsParameter, timedOut, timeoutParameter, waiting } from '../form-activity.ts';
import { pageOutputs } from '../outputs.ts';
import { parameters, text } from '../parameter.ts';
import { type PageScreenNeeds, pageScreen } from './page-screen.ts';
import { type PageTurnNeeds, takePageSubmission } from './take-submission.ts';

type Needs = PageTurnNeeds & PageScreenNeeds;

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
      maxExtensions: extensionsParameter,
      timeout: timeoutParameter('Timeout (in seconds)'),
    }),
    boundaryEvents: [
      { ...timedOut, docs: 'The page did not answer in its time.' },
      {
        code: 'page.not-found',
        label: 'Page missing',
        docs: 'There is no such version of the page, or no more.',
      },
    ],
    outputs: pageOutputs,
    needsSavepoint: false,
    checkKey: (given) => `page:${given.customPageKey}`,
    execute: async (given, run) => {
      await needs.readPage(run.sql, run.actor.tenant, given.customPageName, given.customPageVersion);
      ensureSmall(given.constants);
      return waiting(run.data, given.timeout);
    },
    accepts: ['sent', 'submit', 'ceremony', 'prompted', 'extend', 'missing'],
    submit: (given, run, submission) => takePageSubmission(needs, { given, run }, submission),
    screen: (given, run) => pageScreen(needs, given, run),
  });

function ensureSmall(constants: object = {}): void {
  if (Buffer.byteLength(JSON.stringify(constants)) <= constantsLimit) return;
  const detail = 'Constants are more than 64 KiB together.';
  throw activityProblems.create('activity.parameters-invalid', {
    detail,
    errors: [{ pointer: '/constants', detail }],
  });
}
