import { type CeremonyRequest, type ForbiddenKind, forbiddenKinds } from '../../protocol.ts';

/** Largest message of a page, in bytes of its JSON. */
const mostBytes = 65_536;

/** What a page says to the window around it. */
export type WindowMessage =
  | { readonly event: 'READY' }
  | { readonly event: 'SEND'; readonly variables: Readonly<Record<string, unknown>> }
  /** The page script; its port comes with the message. */
  | { readonly event: 'LATCHKEY' };

/** What the page script says over its port. */
export type PortMessage =
  | ({ readonly kind: 'create'; readonly id: number } & CeremonyRequest)
  | { readonly kind: 'abort'; readonly id: number }
  | { readonly kind: 'height'; readonly height: number }
  | { readonly kind: 'violation'; readonly directive: string }
  | { readonly kind: 'forbidden'; readonly forbidden: ForbiddenKind };

type Fault = 'invalid-message' | 'message-too-large';
type Read<Message> = { readonly message: Message } | { readonly fault: Fault };
type Json = Readonly<Record<string, unknown>>;

const isText = (value: unknown, most: number) => typeof value === 'string' && value.length <= most;
const isOptionalText = (value: unknown, most: number) => value === undefined || isText(value, most);
const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;

const windowShapes: Readonly<Record<string, (json: Json) => boolean>> = {
  READY: () => true,
  SEND: ({ variables }) => isObject(variables),
  LATCHKEY: () => true,
};
const portShapes: Readonly<Record<string, (json: Json) => boolean>> = {
  create: ({ id, challenge, rpId, userName, userDisplayName }) =>
    isCount(id) &&
    isText(challenge, 2_048) &&
    isOptionalText(rpId, 253) &&
    isOptionalText(userName, 256) &&
    isOptionalText(userDisplayName, 256),
  abort: ({ id }) => isCount(id),
  height: ({ height }) => isCount(height),
  violation: ({ directive }) => isText(directive, 200),
  forbidden: ({ forbidden }) => forbiddenKinds.some((kind) => kind === forbidden),
};

/** Reads what came by `postMessage`. A SEND without variables counts as one with none. */
export const readWindowMessage = (data: unknown): Read<WindowMessage> =>
  read(data, 'event', windowShapes, ({ event, variables }) =>
    event === 'SEND' && variables === undefined ? { event, variables: {} } : undefined,
  );

/** Reads what came over the port. */
export const readPortMessage = (data: unknown): Read<PortMessage> => read(data, 'kind', portShapes);

/** Everything is judged, and passed on, as the JSON that it is; what is none is no message. */
function read<Message>(
  data: unknown,
  name: string,
  shapes: typeof portShapes,
  mend: (json: Json) => Json | undefined = () => undefined,
): Read<Message> {
  const text = jsonOf(data);
  if (text === undefined) return { fault: 'invalid-message' };
  if (new TextEncoder().encode(text).length > mostBytes) return { fault: 'message-too-large' };
  const json: unknown = JSON.parse(text);
  if (!isObject(json)) return { fault: 'invalid-message' };
  const message = mend(json) ?? json;
  const kind = String(message[name]);
  const fits = Object.hasOwn(shapes, kind) && shapes[kind]?.(message);
  return fits ? { message: message as Message } : { fault: 'invalid-message' };
}

function jsonOf(data: unknown): string | undefined {
  try {
    return JSON.stringify(data);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
