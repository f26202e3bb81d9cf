type Family = readonly [pattern: RegExp, name: string];

/** The first that matches says it: browsers name those that they are like. */
const browsers: readonly Family[] = [
  [/\bEdg(A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(HeadlessChrome|Chrome|Chromium|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: readonly Family[] = [
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** Browser and system of a User-Agent, such as `Firefox on Windows`; what the browser says, for people to recognise. */
export function userAgentFamily(userAgent = ''): string {
  const browser = first(browsers, userAgent) ?? 'Another browser';
  const system = first(systems, userAgent);
  return system === undefined ? browser : `${browser} on ${system}`;
}

const first = (families: readonly Family[], text: string): string | undefined =>
  families.find(([pattern]) => pattern.test(text.slice(0, 512)))?.[1];
