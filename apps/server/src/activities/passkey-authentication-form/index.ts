import type { ReadForm } from '../../forms/read-form.ts';
import { authenticationProblems } from '../../passkey-authentications/authentication-problems.ts';
import {
  currentAuthentication,
  type PasskeyAuthenticationRecord,
} from '../../processes/session-data/passkey-authentications.ts';
import type { SessionData } from '../../processes/session-data/session-data.ts';
import { defineActivity } from '../define-activity.ts';
import {
  extendableForm,
  extended,
  extensionsParameter,
  formParameters,
  hideButtonsParameter,
  isExtend,
  shownForm,
  taskForm,
  timedOut,
  timeoutParameter,
  waiting,
} from '../form-activity.ts';
import { formOutputs } from '../outputs.ts';
import { parameters, passkeyAuthenticationKey, text } from '../parameter.ts';
import { signInNotice } from './sign-in-notice.ts';
import { type SignInNeeds, takeSignIn } from './take-sign-in.ts';

/** Shows a Custom Form whose button asks the browser to sign in with a passkey, and keeps its answer. */
export const passkeyAuthenticationForm = (needs: SignInNeeds & { readonly readForm: ReadForm }) =>
  defineActivity({
    id: 'passkeyAuthenticationForm',
    version: 1,
    label: 'Passkey Authentication Form',
    group: 'Passkeys',
    icon: 'form-key',
    docs: 'Shows a Custom Form and, when it is submitted, the browser’s prompt to sign in with a passkey.',
    parameters: parameters({
      ...formParameters,
      authenticationTimeout: timeoutParameter('Authentication timeout (in seconds)'),
      dataFormName: text('Data form name', 'The Custom Form.', { maxLength: 50 }),
      hideButtons: hideButtonsParameter,
      maxExtensions: extensionsParameter,
      passkeyAuthenticationKey,
    }),
    boundaryEvents: [
      timedOut,
      {
        code: 'passkey.none-registered',
        label: 'No passkey',
        docs: 'The prompt was asked for anew, and by then the user had no passkey here.',
        fallback: 'identity-store.unavailable',
      },
      {
        code: 'identity-store.unavailable',
        label: 'Failed ID Store Service Call',
        docs: 'The prompt was asked for anew, and could not be.',
      },
    ],
    otherFailures: 'identity-store.unavailable',
    outputs: formOutputs,
    needsSavepoint: false,
    checkKey: (given) => `form:${given.formDataKey}`,
    execute: async (given, run) => {
      await taskForm(needs.readForm, run, given);
      started(run.data, given.passkeyAuthenticationKey);
      return waiting(run.data, given.authenticationTimeout);
    },
    accepts: ['prepare', 'asserted', 'not-asserted', 'extend'],
    submit: async (given, run, submission) => {
      if (isExtend(submission)) return extended(extendableForm(given, given.authenticationTimeout), run);
      const form = await taskForm(needs.readForm, run, given);
      return takeSignIn(needs, { form, key: given.passkeyAuthenticationKey, run }, submission);
    },
    screen: async (given, run) => {
      const form = await taskForm(needs.readForm, run, given);
      const record = started(run.data, given.passkeyAuthenticationKey);
      const { timeout } = record.startPasskeyAuthenticationResponse.clientRequest;
      const notice = signInNotice(record);
      return {
        ...shownForm(form, given, given.authenticationTimeout, run),
        readOnly: false,
        passkey: {
          purpose: 'sign-in',
          relyingPartyName: record.relyingPartyName,
          timeoutMs: timeout,
          mayDecline: run.catchesAnywhere('passkey.cancelled'),
        },
        ...(notice !== undefined && { notice }),
      };
    },
  });

function started(data: SessionData, key: string): PasskeyAuthenticationRecord {
  const record = currentAuthentication(data, key);
  if (record === undefined) throw authenticationProblems.create('passkey.authentication-not-found');
  return record;
}
