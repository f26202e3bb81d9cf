import type { Command } from '../define-command.ts';
import { auditHead } from './audit-head/index.ts';
import { auditVerify } from './audit-verify/index.ts';
import { authenticatorFaults } from './authenticator-faults/index.ts';
import { authenticatorList } from './authenticator-list/index.ts';
import { authenticatorMake } from './authenticator-make/index.ts';
import { authenticatorRoot } from './authenticator-root/index.ts';
import { authenticatorSign } from './authenticator-sign/index.ts';
import { keysRotate } from './keys-rotate/index.ts';
import { passkeysVerify } from './passkeys-verify/index.ts';
import { restored } from './restored/index.ts';
import { tenantCreate } from './tenant-create/index.ts';
import { tenantDelete } from './tenant-delete/index.ts';
import { tenantLimits } from './tenant-limits/index.ts';
import { tenantList } from './tenant-list/index.ts';

/** Every command: the one place. */
export const commands: readonly Command[] = Object.freeze([
  tenantCreate,
  tenantList,
  tenantLimits,
  tenantDelete,
  auditHead,
  auditVerify,
  passkeysVerify,
  keysRotate,
  restored,
  authenticatorMake,
  authenticatorSign,
  authenticatorList,
  authenticatorRoot,
  authenticatorFaults,
]);
