import { type Mutation, show } from './mutation.ts';

const wrongValues: readonly unknown[] = [undefined, null, 5, true, '', 'AAAA', 'AAA=', 'A+/A', [], {}];
export function outerMembers(): Mutation[] {
  const members = ['id', 'rawId', 'type', 'response', 'clientExtensionResults', 'authenticatorAttachment'];
  return members.flatMap((member) =>
    wrongValues.map((value) => ({
      name: `${member} is ${show(value)}`,
      response: (whole) => ({ ...whole, [member]: value }),
    })),
  );
}

export function innerMembers(): Mutation[] {
  const members = [
    'clientDataJSON',
    'attestationObject',
    'transports',
    'authenticatorData',
    'publicKey',
    'publicKeyAlgorithm',
  ];
  return members.flatMap((member) =>
    wrongValues.map((value) => ({
      name: `response.${member} is ${show(value)}`,
      response: (whole) => ({ ...whole, response: { ...whole.response, [member]: value } }),
    })),
  );
}

export function encodings(): Mutation[] {
  const changes: Readonly<Record<string, (text: string) => string>> = {
    padded: (text) => `${text}${'='.repeat((4 - (text.length % 4)) % 4)}`,
    'in base64': (text) => Buffer.from(text, 'base64url').toString('base64'),
    'with a space': (text) => `${text} `,
    'with a line break': (text) => `${text.slice(0, 8)}\n${text.slice(8)}`,
    'with stray bits': (text) =>
      text.slice(0, -1) +
      (text.endsWith('A') ? 'B' : String.fromCharCode(text.charCodeAt(text.length - 1) + 1)),
    'one character short': (text) => text.slice(0, -1),
    'one character long': (text) => `${text}A`,
  };
  return Object.entries(changes).flatMap(([name, change]): Mutation[] => [
    {
      name: `ids ${name}`,
      response: (whole) => ({ ...whole, id: change(whole.id), rawId: change(whole.rawId) }),
    },
    { name: `rawId ${name}`, response: (whole) => ({ ...whole, rawId: change(whole.rawId) }) },
    ...(['clientDataJSON', 'attestationObject'] as const).map(
      (member): Mutation => ({
        name: `${member} ${name}`,
        response: (whole) => ({
          ...whole,
          response: { ...whole.response, [member]: change(whole.response[member]) },
        }),
      }),
    ),
  ]);
}

export function clientData(): Mutation[] {
  const values = [undefined, null, 5, true, '', 'AAAA', 'https://evil.test', ['webauthn.create'], {}];
  const members = [
    'type',
    'challenge',
    'origin',
    'crossOrigin',
    'topOrigin',
    'tokenBinding',
    'other_keys_can_be_added_here',
  ];
  const byMember = members.flatMap((member) =>
    values.map(
      (value): Mutation => ({
        name: `client data: ${member} is ${show(value)}`,
        alter: { clientData: (json) => JSON.stringify({ ...JSON.parse(json), [member]: value }) },
      }),
    ),
  );
  const texts: Readonly<Record<string, (json: string) => string | Uint8Array>> = {
    'a byte order mark': (json) => `\ufeff${json}`,
    'spaces around': (json) => ` ${json}\n`,
    'text after it': (json) => `${json}{}`,
    'an array': (json) => `[${json}]`,
    'broken UTF-8': (json) =>
      Buffer.concat([Buffer.from(json.slice(0, -1)), Buffer.from(',"x":"\xff"}', 'latin1')]),
    'a challenge twice': (json) => json.replace('{', '{"challenge":"AAAA",'),
    'an origin twice': (json) => json.replace('{', '{"origin":"https://evil.test",'),
    'an origin twice, the last one wrong': (json) => json.replace(/\}$/, ',"origin":"https://evil.test"}'),
    'a type twice': (json) => json.replace('{', '{"type":"webauthn.get",'),
    '9 KiB more': (json) => json.replace(/\}$/, `,"x":"${'x'.repeat(9216)}"}`),
    'a padded challenge': (json) => json.replace(/("challenge":"[^"]*)"/, '$1=="'),
    'single quotes': (json) => json.replaceAll('"', "'"),
    'a type in capitals': (json) => json.replace('webauthn.create', 'WEBAUTHN.CREATE'),
    'an origin in capitals': (json) => json.replace('https://login', 'HTTPS://LOGIN'),
    'an origin with a slash': (json) => json.replace('.test"', '.test/"'),
    'an origin with a port': (json) => json.replace('.test"', '.test:443"'),
  };
  return [
    ...byMember,
    ...Object.entries(texts).map(
      ([name, change]): Mutation => ({ name: `client data: ${name}`, alter: { clientData: change } }),
    ),
  ];
}
