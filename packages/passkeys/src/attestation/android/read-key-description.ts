import {
  Set as AsnSet,
  type BaseBlock,
  Constructed,
  Enumerated,
  fromBER,
  Integer,
  OctetString,
  Sequence,
} from 'asn1js';
import { ensure, ensured, orFault } from '../../fault.ts';

/** What Android says about one key: the parts of KeyDescription that are judged. */
export type KeyDescription = {
  readonly attestationChallenge: Uint8Array;
  /** 0 software, 1 trusted environment, 2 StrongBox: the weaker of where the key lives and who says so. */
  readonly securityLevel: number;
  readonly softwareEnforced: AuthorizationList;
  readonly hardwareEnforced: AuthorizationList;
};

/** What a key may be used for, as one side enforces it. */
export type AuthorizationList = {
  readonly purposes: readonly number[];
  readonly origin?: number;
  readonly hasAllApplications: boolean;
};

/** Tags of AuthorizationList. */
const purposeTag = 1;
const allApplicationsTag = 600;
const originTag = 702;

/**
 * Reads the KeyDescription of Android's key attestation (source.android.com, "Key and ID attestation"). Tags that
 * nobody here judges are skipped, because every Android version adds some. Throws a Fault.
 */
export function readKeyDescription(bytes: Uint8Array): KeyDescription {
  return orFault('The key description cannot be read.', () => {
    const { offset, result } = fromBER(bytes);
    ensure(offset >= 0, 'The key description cannot be read.');
    ensure(offset === bytes.length, 'Bytes follow the key description.');
    const [, level, , keyLevel, challenge, , software, hardware] = membersOf(result, Sequence);
    ensure(challenge instanceof OctetString, 'The key description has no challenge.');
    return {
      attestationChallenge: new Uint8Array(challenge.getValue()),
      securityLevel: Math.min(levelOf(level), levelOf(keyLevel)),
      softwareEnforced: authorizationsOf(software),
      hardwareEnforced: authorizationsOf(hardware),
    };
  });
}

function levelOf(value: BaseBlock | undefined): number {
  ensure(value instanceof Enumerated, 'The key description has no security level.');
  return value.valueBlock.valueDec;
}

type ConstructedType = typeof Sequence | typeof AsnSet | typeof Constructed;

function membersOf(value: BaseBlock | undefined, type: ConstructedType): readonly BaseBlock[] {
  ensure(value instanceof type, 'A part of the key description has another form.');
  return value.valueBlock.value;
}

function authorizationsOf(list: BaseBlock | undefined): AuthorizationList {
  const entries = new Map(membersOf(list, Sequence).map((entry) => [entry.idBlock.tagNumber, entry]));
  const purpose = entries.get(purposeTag);
  const origin = entries.get(originTag);
  return {
    purposes: purpose ? membersOf(inside(purpose), AsnSet).map(integerOf) : [],
    ...(origin && { origin: integerOf(inside(origin)) }),
    hasAllApplications: entries.has(allApplicationsTag),
  };
}

/** The one value inside an explicit tag. */
function inside(entry: BaseBlock): BaseBlock {
  const [value, more] = membersOf(entry, Constructed);
  ensure(more === undefined, 'An authorization has more than one value.');
  return ensured(value, 'An authorization has no value.');
}

function integerOf(value: BaseBlock): number {
  ensure(value instanceof Integer, 'An authorization is not a number.');
  return value.valueBlock.valueDec;
}
