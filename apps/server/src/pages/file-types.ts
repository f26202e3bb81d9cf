/** A type of file that a page may have: as what it is served, and whether it is text in UTF-8. */
type FileType = { readonly mediaType: string; readonly isText: boolean };

const text = (mediaType: string): FileType => ({ mediaType: `${mediaType}; charset=utf-8`, isText: true });
const binary = (mediaType: string): FileType => ({ mediaType, isText: false });

const types: Readonly<Record<string, FileType>> = Object.freeze({
  html: text('text/html'),
  js: text('text/javascript'),
  css: text('text/css'),
  json: text('application/json'),
  xml: text('application/xml'),
  txt: text('text/plain'),
  map: text('application/json'),
  wasm: binary('application/wasm'),
  png: binary('image/png'),
  jpeg: binary('image/jpeg'),
  jpg: binary('image/jpeg'),
  gif: binary('image/gif'),
  svg: text('image/svg+xml'),
  ico: binary('image/x-icon'),
  mp4: binary('video/mp4'),
  mov: binary('video/quicktime'),
  webm: binary('video/webm'),
  woff: binary('font/woff'),
  woff2: binary('font/woff2'),
  ttf: binary('font/ttf'),
  pdf: binary('application/pdf'),
  mp3: binary('audio/mpeg'),
});

/** Every extension that a page may have, as a list for people. */
export const allowedTypes: string = Object.keys(types).join(', ');

/** The type of a path by its extension, in any letter case; `undefined` for what no page may have. */
export function fileType(path: string): FileType | undefined {
  const extension = /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(types, extension) ? types[extension] : undefined;
}
