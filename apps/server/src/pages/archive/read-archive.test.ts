import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { describe, expect, test } from 'vitest';
import { makeZip } from '../../../../../test/support/make-zip.ts';
import { checkFiles } from '../check-files.ts';
import { readArchive } from './read-archive.ts';

type TarEntry = {
  readonly name: string;
  readonly type?: 'file' | 'symlink' | 'link' | 'directory' | 'fifo';
  readonly text?: string;
};

async function makeTar(entries: readonly TarEntry[]): Promise<Buffer> {
  const archive = pack();
  for (const { name, type = 'file', text = '' } of entries)
    archive.entry(
      { name, type, ...(type.endsWith('link') && { linkname: '/etc/passwd' }) },
      type === 'file' ? text : '',
    );
  archive.finalize();
  return gzipSync(await buffer(archive));
}

const index = { name: 'index.html', text: '<h1>Hello</h1>' };
const textsOf = async (archive: Buffer) =>
  (await readArchive(archive)).map(({ path, content }) => [path, Buffer.from(content).toString()]);
/** The code and the detail with which an archive is refused, by its entries or as a whole. */
const refusal = async (archive: Buffer) =>
  readArchive(archive)
    .then(checkFiles)
    .then(
      () => undefined,
      ({ code, detail }) => ({ code, detail }),
    );

test.each([
  ['.zip', makeZip([index, { name: 'css/' }, { name: 'css/a.css', text: 'a{}' }])],
  [
    '.zip without compression',
    makeZip([
      { ...index, method: 0 },
      { name: 'css/a.css', text: 'a{}' },
    ]),
  ],
  [
    '.tar.gz',
    await makeTar([
      { name: './', type: 'directory' },
      index,
      { name: 'css', type: 'directory' },
      { name: './css/a.css', text: 'a{}' },
    ]),
  ],
])('a %s is read into its files', async (_name, archive) => {
  expect(await textsOf(archive)).toEqual([
    ['index.html', '<h1>Hello</h1>'],
    ['css/a.css', 'a{}'],
  ]);
});

test('what systems leave behind is passed over', async () => {
  const leftovers = [{ name: '__MACOSX/._index.html' }, { name: '.DS_Store' }, { name: 'a/Thumbs.db' }];
  expect(await textsOf(makeZip([index, ...leftovers]))).toHaveLength(1);
  expect(await textsOf(await makeTar([index, ...leftovers]))).toHaveLength(1);
});

describe('an entry is refused by name', () => {
  test.each([
    ['../evil.js', 'leads out of the archive'],
    ['a/../../evil.js', 'leads out of the archive'],
    ['/etc/evil.js', 'has an absolute path'],
    ['C:/evil.js', 'has an absolute path'],
    ['a\\evil.js', 'has a backslash'],
    ['a//evil.js', 'has an empty step'],
    ['ev\u0007il.js', 'has a control character'],
    [`${'long/'.repeat(50)}a.js`, 'more than 200 characters'],
    ['evil.exe', 'is of a type that is not allowed'],
    ['evil.php', 'is of a type that is not allowed'],
    ['.htaccess', 'is of a type that is not allowed'],
  ])('%j %s', async (name, why) => {
    const zip = await refusal(makeZip([index, { name, text: 'x' }]));
    expect(zip).toEqual({ code: 'page.entry-refused', detail: expect.stringContaining(why) });
    expect(zip?.detail).toContain(JSON.stringify(name));
    const tar = await refusal(await makeTar([index, { name, text: 'x' }]));
    expect(tar).toEqual(zip);
  });

  test.each([
    ['a symbolic link', { name: 'a.js', mode: 0o120777, text: '/etc/passwd' }, 'is a symbolic link'],
    ['a device', { name: 'a.js', mode: 0o020666 }, 'is no ordinary file'],
    ['an encrypted entry', { name: 'a.js', flags: 1, text: 'x' }, 'is encrypted'],
    ['foreign compression', { name: 'a.js', method: 12, text: 'x' }, 'in a way that is not supported'],
    ['a folder that leads out', { name: '../../a/' }, 'leads out of the archive'],
  ])('in a .zip: %s', async (_kind, entry, why) => {
    const found = await refusal(makeZip([index, entry]));
    expect(found).toEqual({ code: 'page.entry-refused', detail: expect.stringContaining(why) });
    expect(found?.detail).toContain(entry.name.replace(/\/$/, ''));
  });

  test.each([
    ['symlink', 'is a symbolic link'],
    ['link', 'is a hard link'],
    ['fifo', 'is no ordinary file'],
  ] as const)('in a .tar.gz: a %s', async (type, why) => {
    expect(await refusal(await makeTar([index, { name: 'a.js', type }]))).toEqual({
      code: 'page.entry-refused',
      detail: expect.stringContaining(`"a.js" ${why}`),
    });
  });

  test('that is there twice', async () => {
    expect(await refusal(makeZip([index, { name: './index.html' }]))).toEqual({
      code: 'page.entry-refused',
      detail: '"index.html" is there twice.',
    });
  });

  test('whose text is not UTF-8', async () => {
    const latin = { name: 'a.html', text: Buffer.from('é', 'latin1') };
    expect((await refusal(makeZip([index, latin])))?.detail).toBe('"a.html" is not in UTF-8.');
  });
});

const halfTar = (await makeTar([{ ...index, text: 'x'.repeat(9_000) }])).subarray(0, 40);

describe('an archive as a whole is refused', () => {
  test('with 10,000 files', async () => {
    const many = Array.from({ length: 10_000 }, (_one, at) => ({ name: `a${at}.js` }));
    const told = { code: 'page.too-many-files', detail: expect.stringContaining('a page may have 500') };
    expect(await refusal(makeZip([index, ...many]))).toEqual(told);
    expect(await refusal(await makeTar([index, ...many.slice(0, 600)]))).toEqual(told);
  });

  test('that is a bomb: a gigabyte in a few kilobytes, named after the entry with which it is too much', async () => {
    const chunk = Buffer.alloc(20 * 1024 * 1024);
    const told = { code: 'page.too-large', detail: expect.stringContaining('"b.txt"') };
    const bomb = [index, { name: 'a.txt', text: chunk }, { name: 'b.txt', text: chunk }];
    expect(await refusal(makeZip(bomb))).toEqual(told);
    expect(
      await refusal(await makeTar(bomb.map(({ name, text }) => ({ name, text: text.toString() })))),
    ).toEqual(told);
  });

  test('that lies about its sizes', async () => {
    const lie = { name: 'a.txt', text: 'a'.repeat(100_000), declaredSize: 10 };
    expect((await refusal(makeZip([index, lie])))?.code).toBe('page.archive-unreadable');
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a picture', Buffer.from('\x89PNG')],
    ['half a .zip', makeZip([index]).subarray(0, 40)],
    ['half a .tar.gz', halfTar],
    ['gzip of anything', gzipSync('hello hello')],
  ])('that is %s', async (_name, archive) => {
    const found = await refusal(archive);
    expect(['page.archive-unreadable', 'page.index-missing']).toContain(found?.code);
  });

  test('without index.html, and told where there is one', async () => {
    expect(await refusal(makeZip([{ name: 'app.js' }]))).toEqual({
      code: 'page.index-missing',
      detail: 'index.html has to stand in the root of the archive.',
    });
    expect((await refusal(makeZip([{ name: 'site/index.html' }])))?.detail).toContain('"site/index.html"');
  });

  test('above 15 MB', async () => {
    expect((await refusal(Buffer.alloc(15 * 1024 * 1024 + 1)))?.code).toBe('page.too-large');
  });
});
