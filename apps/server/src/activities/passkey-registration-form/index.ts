import type { ReadForm } from '../../forms/read-form.ts';
import { registrationProblems } from '../../passkeys/registration-problems.ts';
import {
  currentRegistration,
  type PasskeyRegistrationRecord,
} from '../../processes/session-data/passkey-registrations.ts';
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
import { browserOutputs, formOutputs } from '../outputs.ts';
import { parameters, passkeyRegistrationKey, text } from '../parameter.ts';
import { noticeOf } from './notice.ts';
import type { CeremonyNeeds } from './prepare-ceremony.ts';
import { takeSubmission } from './take-submission.ts';

/** Shows a Custom Form whose button asks the browser for a passkey, and keeps what the browser made of it. */
export const passkeyRegistrationForm = (needs: CeremonyNeeds & { readonly readForm: ReadForm }) =>
  defineActivity({
    id: 'passkeyRegistrationForm',
    version: 1,
    label: 'Passkey Registration Form',
    group: 'Passkeys',
    icon: 'form-key',
    docs: 'Shows a Custom Form and, when it is submitted, the browser’s prompt for a new passkey.',
    parameters: parameters({
      ...formParameters,
      dataFormName: text('Data form name', 'The Custom Form.', { maxLength: 50 }),
      hideButtons: hideButtonsParameter,
      maxExtensions: extensionsParameter,
      passkeyRegistrationKey,
      registrationTimeout: timeoutParameter('Registration timeout (in seconds)'),
    }),
    boundaryEvents: [
      timedOut,
      {
        code: 'passkey.user-unproven',
        label: 'User Not Proven',
        docs: 'The registration was started anew, and by then the sign-in was more than twenty minutes ago.',
      },
    ],
    outputs: [...formOutputs, ...browserOutputs],
    needsSavepoint: false,
    checkKey: (given) => `form:${given.formDataKey}`,
    execute: async (given, run) => {
      await taskForm(needs.readForm, run, given);
      started(run.data, given.passkeyRegistrationKey);
      return waiting(run.data, given.registrationTimeout);
    },
    accepts: ['prepare', 'registered', 'not-registered', 'extend'],
    submit: async (given, run, submission) => {
      if (isExtend(submission)) return extended(extendableForm(given, given.registrationTimeout), run);
      const form = await taskForm(needs.readForm, run, given);
      return takeSubmission(needs, { form, key: given.passkeyRegistrationKey, run }, submission);
    },
    screen: async (given, run) => {
      const form = await taskForm(needs.readForm, run, given);
      const record = started(run.data, given.passkeyRegistrationKey);
      const { rp, timeout, authenticatorSelection } = record.startPasskeyRegistrationResponse.clientRequest;
      const notice = noticeOf(record);
      return {
        ...shownForm(form, given, given.registrationTimeout, run),
        readOnly: false,
        passkey: {
          relyingPartyName: rp.name,
          timeoutMs: timeout ?? 300_000,
          mayUseAnother: authenticatorSelection.authenticatorAttachment === undefined,
          needsThisDevice: authenticatorSelection.authenticatorAttachment === 'platform',
          mayDecline: run.catchesAnywhere('passkey.cancelled'),
        },
        ...(notice !== undefined && { notice }),
      };
    },
  });

function started(data: SessionData, key: string): PasskeyRegistrationRecord {
  const record = currentRegistration(data, key);
  if (record === undefined) throw registrationProblems.create('passkey.session-not-found');
  return record;
}
