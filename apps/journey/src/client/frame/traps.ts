import type { ForbiddenKind } from '../../protocol.ts';

/** Tells that the page tried something. */
export type Tell = (kind: ForbiddenKind) => void;

type Members = Record<string, unknown>;

/** Failures whose cause has been told already. */
const told = new WeakSet<object>();

/**
 * Watches what a page without an origin does not get, and lets the browser refuse it as ever. It runs before the page's
 * own code. A page that means to can go round it, and gains nothing by that.
 */
export function setTraps(tell: Tell): void {
  for (const [owner, name, kind] of watchedGetters()) watchAccess(owner, name, kind, tell);
  for (const [owner, name, kind] of watchedFunctions()) watchCalls(owner, name, kind, tell);
  watchFailures(tell);
}

const watchedGetters = (): readonly (readonly [object | undefined, string, ForbiddenKind])[] => [
  [Document.prototype, 'cookie', 'cookie'],
  [window, 'localStorage', 'local-storage'],
  [window, 'sessionStorage', 'session-storage'],
  [window, 'caches', 'cache-storage'],
  [Navigator.prototype, 'serviceWorker', 'worker'],
];

const watchedFunctions = (): readonly (readonly [object | undefined, string, ForbiddenKind])[] => [
  [window.IDBFactory?.prototype, 'open', 'database'],
  [window, 'open', 'window'],
  [window, 'Worker', 'worker'],
  [window, 'SharedWorker', 'worker'],
  [window.CredentialsContainer?.prototype, 'create', 'prompt'],
  [window.CredentialsContainer?.prototype, 'get', 'prompt'],
];

function watchAccess(owner: object | undefined, name: string, kind: ForbiddenKind, tell: Tell): void {
  const known = owner && Object.getOwnPropertyDescriptor(owner, name);
  if (owner === undefined || !known?.configurable || known.get === undefined) return;
  const { get, set } = known;
  Object.defineProperty(owner, name, {
    ...known,
    get() {
      return watched(kind, tell, () => get.call(this));
    },
    ...(set && {
      set(value: unknown) {
        watched(kind, tell, () => set.call(this, value));
      },
    }),
  });
}

/** Functions and classes, which stay what they are in every other respect. */
function watchCalls(owner: object | undefined, name: string, kind: ForbiddenKind, tell: Tell): void {
  const members = owner as Members | undefined;
  const own = members?.[name];
  if (members === undefined || typeof own !== 'function') return;
  members[name] = new Proxy(own, {
    apply: (target, self, given) => watched(kind, tell, () => Reflect.apply(target, self, given)),
    construct: (target, given, made) => watched(kind, tell, () => Reflect.construct(target, given, made)),
  });
}

function watched<Value>(kind: ForbiddenKind, tell: Tell, work: () => Value): Value {
  tell(kind);
  try {
    const value = work();
    if (value instanceof Promise) value.catch(mark);
    return value;
  } catch (error) {
    mark(error);
    throw error;
  }
}

/** Keeps a failure from being told: it has been, or it is our own. */
export function mark<Failure>(error: Failure): Failure {
  if (typeof error === 'object' && error !== null) told.add(error);
  return error;
}

/**
 * Other windows cannot be watched: their members are the browser's own. What is left is its refusal, a SecurityError:
 * it is seen when nobody catches it, and when whoever caught it looks at it.
 */
function watchFailures(tell: Tell): void {
  const look = (error: unknown): void => {
    if (!(error instanceof DOMException) || told.has(error) || nameOf(error) !== 'SecurityError') return;
    told.add(error);
    tell(/navigat/i.test(messageOf(error)) ? 'navigation' : 'other-window');
  };
  addEventListener('error', ({ error }) => look(error), true);
  addEventListener('unhandledrejection', ({ reason }) => look(reason), true);
  for (const name of ['name', 'message', 'code']) {
    const known = Object.getOwnPropertyDescriptor(DOMException.prototype, name);
    const get = known?.get;
    if (!known?.configurable || get === undefined) continue;
    Object.defineProperty(DOMException.prototype, name, {
      ...known,
      get() {
        look(this);
        return get.call(this);
      },
    });
  }
}

const getterOf = (name: string): ((this: unknown) => unknown) =>
  Object.getOwnPropertyDescriptor(DOMException.prototype, name)?.get ?? (() => '');
const [ownName, ownMessage] = [getterOf('name'), getterOf('message')];
const nameOf = (error: unknown): unknown => ownName.call(error);
const messageOf = (error: unknown): string => String(ownMessage.call(error));
