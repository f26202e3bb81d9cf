/** A certificate's file as the API takes it: PEM as it is, DER as base64. */
export function certificateText(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return bytes[0] === derSequence ? btoa(text) : text.trim();
}

/** What every DER structure here starts with; no text does but one of a zero, which no certificate is. */
const derSequence = 0x30;
