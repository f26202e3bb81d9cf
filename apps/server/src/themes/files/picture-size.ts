/** A picture by its own first bytes. */
export type PictureSize = { readonly mediaType: string; readonly width: number; readonly height: number };

/** What a picture is and how large, if it is a PNG, a JPEG or a WebP; `undefined` for everything else. */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return pngSize(view) ?? webpSize(view) ?? jpegSize(view);
  } catch (error) {
    // It ends before it says how large it is.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const startsWith = (view: DataView, at: number, text: string): boolean =>
  view.byteLength >= at + text.length &&
  [...text].every((letter, index) => view.getUint8(at + index) === letter.charCodeAt(0));

/** PNG (W3C, third edition) sections 5.2 and 11.2.1: the signature, then IHDR. */
function pngSize(view: DataView): PictureSize | undefined {
  if (!startsWith(view, 0, '\x89PNG\r\n\x1a\n') || !startsWith(view, 12, 'IHDR')) return undefined;
  return { mediaType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** RFC 9649 sections 2.5 to 2.7: a simple lossy or lossless file, or an extended one. */
function webpSize(view: DataView): PictureSize | undefined {
  if (!startsWith(view, 0, 'RIFF') || !startsWith(view, 8, 'WEBP')) return undefined;
  const mediaType = 'image/webp';
  if (startsWith(view, 12, 'VP8X'))
    return { mediaType, width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) };
  if (startsWith(view, 12, 'VP8L')) {
    const bits = view.getUint32(21, true);
    return { mediaType, width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  if (!startsWith(view, 12, 'VP8 ')) return undefined;
  const [width, height] = [26, 28].map((place) => view.getUint16(place, true) & 0x3fff) as [number, number];
  return { mediaType, width, height };
}

const uint24 = (view: DataView, at: number): number =>
  view.getUint16(at, true) + (view.getUint8(at + 2) << 16);

/** ITU-T T.81 annex B: markers with their lengths until a frame header, SOF0 to SOF15 but for DHT, JPG and DAC. */
function jpegSize(view: DataView): PictureSize | undefined {
  if (!startsWith(view, 0, '\xff\xd8\xff')) return undefined;
  for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame)
      return { mediaType: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return undefined;
}
