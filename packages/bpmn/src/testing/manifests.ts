import type { ActivityManifest, ParameterSchema } from '../manifest.ts';

const text = (title: string): ParameterSchema => ({ type: 'string', title });
const flag = (title: string): ParameterSchema => ({ type: 'boolean', title, default: false });

const storeDown = { code: 'identity-store.unavailable', label: 'Failed ID Store Service Call' };
const timeout = { code: 'form.timed-out', label: 'Timeout' };

/** The activities of the guide as tests of diagrams know them. */
export const manifests: readonly ActivityManifest[] = [
  {
    id: 'addUser',
    version: 1,
    label: 'Add User',
    waits: false,
    parameters: {
      properties: {
        storeName: text('Store Name'),
        userKey: text('User Key'),
        userExternalId: text('User External ID'),
        userAttributes: { type: 'object', title: 'User Attributes' },
        userStatus: { anyOf: [{ const: 'ACTIVE' }, { const: 'LOCKED' }], title: 'User Status' },
      },
      required: ['storeName', 'userKey'],
    },
    outputs: [{ path: '_identityStore.users.{userKey}.id' }],
    boundaryEvents: [
      { code: 'user.not-added', label: 'Failed to add the user' },
      { code: 'user.external-id-not-unique', label: 'ExtId Not Unique' },
    ],
  },
  {
    id: 'startPasskeyRegistration',
    version: 1,
    label: 'Start Passkey Registration',
    waits: false,
    parameters: {
      properties: {
        createUser: flag('Create User'),
        passkeyRegistrationKey: { ...text('Passkey Registration Key'), default: 'passkeyReg1' },
        registrationPolicy: text('Registration Policy'),
        relyingPartyId: text('Relying Party ID'),
        storeName: text('Store Name'),
        userKey: text('User Key'),
      },
      required: ['passkeyRegistrationKey', 'registrationPolicy', 'relyingPartyId', 'storeName'],
    },
    boundaryEvents: [{ code: 'passkey.user-unproven', label: 'User Not Proven' }, storeDown],
  },
  {
    id: 'passkeyRegistrationForm',
    version: 1,
    label: 'Passkey Registration Form',
    waits: true,
    parameters: {
      properties: {
        dataFormName: text('Data form name'),
        dataFormVersion: { type: 'integer', title: 'Data form version', minimum: 1 },
        delay: { type: 'integer', title: 'Delay' },
        formDataKey: text('Form data key'),
        hideButtons: flag('Hide buttons'),
        passkeyRegistrationKey: { ...text('Passkey Registration Key'), default: 'passkeyReg1' },
        registrationTimeout: { type: 'integer', title: 'Registration timeout', minimum: 1, maximum: 86_400 },
      },
      required: ['dataFormName'],
    },
    boundaryEvents: [timeout, { code: 'passkey.user-unproven', label: 'User Not Proven' }],
  },
  {
    id: 'completePasskeyRegistration',
    version: 1,
    label: 'Complete Passkey Registration',
    waits: false,
    parameters: {
      properties: {
        failCheckOnCancel: flag('Fail Check on Cancel'),
        passkeyRegistrationBrowserResponse: text('Passkey Registration Browser Response'),
        passkeyRegistrationKey: { ...text('Passkey Registration Key'), default: 'passkeyReg1' },
      },
      required: [],
    },
    boundaryEvents: [
      { code: 'passkey.cancelled', label: 'User cancelled' },
      storeDown,
      { code: 'passkey.already-registered', label: 'Already registered' },
    ],
  },
  {
    id: 'simpleDecider',
    version: 1,
    label: 'Simple Decider',
    waits: false,
    parameters: {
      properties: {
        decisionOnAnyFailure: { type: 'string', enum: ['PASS', 'FAIL', 'REVIEW'], default: 'FAIL' },
        deriveDecisionFrom: text('Derive Decision From'),
      },
    },
    outputs: [{ path: '_decision' }],
    boundaryEvents: [],
  },
  {
    id: 'customDataForm',
    version: 1,
    label: 'Custom Data Form',
    waits: true,
    parameters: {
      properties: {
        dataFormName: text('Data form name'),
        dataFormVersion: { type: 'integer', title: 'Data form version', minimum: 1 },
        formDataKey: { ...text('Form data key'), default: 'form1' },
        hideButtons: flag('Hide buttons'),
      },
      required: ['dataFormName'],
    },
    outputs: [{ path: '_forms.{formDataKey}.currentForm.data' }],
    boundaryEvents: [timeout],
  },
  {
    id: 'startPasskeyAuthentication',
    version: 1,
    label: 'Start Passkey Authentication',
    waits: false,
    parameters: {
      properties: {
        passkeyAuthenticationKey: { ...text('Passkey Authentication Key'), default: 'passkeyAuth1' },
        relyingPartyId: text('Relying Party ID'),
        storeName: text('Store Name'),
        userExternalId: text('User External ID'),
        userKey: { ...text('User Key'), default: 'user1' },
        userVerification: {
          type: 'string',
          enum: ['required', 'preferred', 'discouraged'],
          title: 'User Verification',
          default: 'required',
        },
      },
      required: ['relyingPartyId', 'storeName'],
    },
    boundaryEvents: [{ code: 'passkey.none-registered', label: 'No passkey' }, storeDown],
  },
  {
    id: 'passkeyAuthenticationForm',
    version: 1,
    label: 'Passkey Authentication Form',
    waits: true,
    parameters: {
      properties: {
        authenticationTimeout: { type: 'integer', title: 'Authentication timeout', minimum: 1 },
        dataFormName: text('Data form name'),
        dataFormVersion: { type: 'integer', title: 'Data form version', minimum: 1 },
        formDataKey: text('Form data key'),
        passkeyAuthenticationKey: { ...text('Passkey Authentication Key'), default: 'passkeyAuth1' },
      },
      required: ['dataFormName'],
    },
    boundaryEvents: [timeout, storeDown],
  },
  {
    id: 'completePasskeyAuthentication',
    version: 1,
    label: 'Complete Passkey Authentication',
    waits: false,
    parameters: {
      properties: {
        passkeyAuthenticationKey: { ...text('Passkey Authentication Key'), default: 'passkeyAuth1' },
        userKey: { ...text('User Key'), default: 'user1' },
      },
      required: [],
    },
    boundaryEvents: [
      { code: 'passkey.cancelled', label: 'User cancelled' },
      { code: 'passkey.not-known', label: 'Passkey not known' },
      storeDown,
    ],
  },
];
