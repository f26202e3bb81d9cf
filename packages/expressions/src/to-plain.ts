import { byteLength } from './byte-length.ts';
import { forbiddenMembers } from './check-syntax.ts';
import { limits } from './limits.ts';

/**
 * Turns what CEL yields into plain JSON values: whole numbers as numbers, moments as ISO 8601 texts. Copies lists and
 * maps. Throws RangeError beyond the result limit, TypeError for what has no JSON form.
 */
export function toPlain(value: unknown): unknown {
  const room = { left: limits.resultBytes };
  return copy(value, room, 0);
}

type Room = { left: number };

function copy(value: unknown, room: Room, depth: number): unknown {
  if (depth > limits.depth) throw new RangeError('depth');
  if (value === null || typeof value === 'boolean') return take(room, 5, value);
  if (typeof value === 'string') return take(room, byteLength(value, room.left) + 2, value);
  if (typeof value === 'number') return take(room, 8, finite(value));
  if (typeof value === 'bigint') return take(room, 8, safe(value));
  if (value instanceof Date) return take(room, 26, value.toISOString());
  if (Array.isArray(value)) return take(room, 2, value).map((member) => copy(member, room, depth + 1));
  if (isMap(value)) return copyMap(value, room, depth);
  return copyScalar(value, room, depth);
}

/** CEL's unsigned numbers and durations (in milliseconds) know their plain value; nothing else has one. */
function copyScalar(value: unknown, room: Room, depth: number) {
  const plain: unknown = typeof value === 'object' ? value?.valueOf() : undefined;
  if (typeof plain !== 'number' && typeof plain !== 'bigint') throw new TypeError('no JSON form');
  return copy(plain, room, depth);
}

function copyMap(map: Readonly<Record<string, unknown>>, room: Room, depth: number) {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(map)) {
    if (forbiddenMembers.has(key) || value === undefined) continue;
    result[key] = copy(value, take(room, key.length + 4, room), depth + 1);
  }
  return result;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  if (value === null || typeof value !== 'object') return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function finite(value: number): number {
  if (Number.isFinite(value)) return value;
  throw new TypeError('not a number that JSON knows');
}

function safe(value: bigint): number {
  const plain = Number(value);
  if (Number.isSafeInteger(plain)) return plain;
  throw new TypeError('not a whole number that JSON keeps exactly');
}

function take<Value>(room: Room, bytes: number, value: Value): Value {
  room.left -= bytes;
  if (room.left < 0) throw new RangeError('size');
  return value;
}
