type Family = readonly [pattern: RegExp, name: string];

/** The first that matches says it: browsers name those that they are like. */
const browsers: readonly Family[] = [
  // A page inside an app: an Android one says so, and an iOS one is not Safari, nor any browser that is like it.
  [/\bAndroid\b.*; wv\)/, 'Web view'],
  [/\b(iPhone|iPad)\b(?!.*\bSafari\/).*\bAppleWebKit\//, 'Web view'],
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
  const { browser, device } = userAgentFamilies(userAgent);
  return device === undefined ? browser : `${browser} on ${device}`;
}

/** The same in its two parts; `device` is the family of the system. */
export const userAgentFamilies = (userAgent = ''): UserAgentFamilies => ({
  browser: first(browsers, userAgent) ?? 'Another browser',
  device: first(systems, userAgent),
});

export type UserAgentFamilies = { readonly browser: string; readonly device: string | undefined };

const first = (families: readonly Family[], text: string): string | undefined =>
  families.find(([pattern]) => pattern.test(text.slice(0, 512)))?.[1];
