const MAJOR = { unsigned: 0, negative: 1, text: 3, array: 4, map: 5, simple: 7 } as const;
const SIMPLE: Readonly<Record<number, unknown>> = { 20: false, 21: true, 22: null, 23: undefined };
const FLOAT_16 = 25;
const FLOAT_32 = 26;
const FLOAT_64 = 27;

/**
 * Decodes the subset of CBOR (RFC 8949) that JSON can express, with definite lengths: no byte strings, no tags.
 * @throws on anything else and on truncated input
 */
export function decodeCbor(bytes: Uint8Array): unknown {
  const reader = new CborReader(bytes);
  const value = reader.value();
  if (!reader.isAtEnd) throw new Error('bytes after the CBOR value');
  return value;
}

class CborReader {
  private at = 0;
  private readonly view: DataView;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get isAtEnd(): boolean {
    return this.at === this.bytes.length;
  }

  value(): unknown {
    const first = this.view.getUint8(this.skip(1));
    const [major, info] = [first >> 5, first & 0x1f];
    switch (major) {
      case MAJOR.unsigned:
        return this.length(info);
      case MAJOR.negative:
        return -1 - this.length(info);
      case MAJOR.text:
        return this.text(this.length(info));
      case MAJOR.array:
        return this.times(this.length(info), () => this.value());
      case MAJOR.map:
        return Object.fromEntries(
          this.times(this.length(info), () => [String(this.value()), this.value()]),
        );
      case MAJOR.simple:
        return this.simple(info);
      default:
        throw new Error(`unsupported CBOR major type ${major}`);
    }
  }

  /** The argument of an item (RFC 8949 section 3). */
  private length(info: number): number {
    if (info < 24) return info;
    if (info === 24) return this.view.getUint8(this.skip(1));
    if (info === 25) return this.view.getUint16(this.skip(2));
    if (info === 26) return this.view.getUint32(this.skip(4));
    if (info === 27) return Number(this.view.getBigUint64(this.skip(8)));
    throw new Error('unsupported CBOR of indefinite length');
  }

  private text(length: number): string {
    const from = this.skip(length);
    return new TextDecoder('utf-8', { fatal: true }).decode(this.bytes.subarray(from, this.at));
  }

  private times<T>(count: number, read: () => T): T[] {
    if (count > this.bytes.length - this.at) throw new Error('truncated CBOR');
    return Array.from({ length: count }, read);
  }

  private simple(info: number): unknown {
    if (info === FLOAT_16) return half(this.view.getUint16(this.skip(2)));
    if (info === FLOAT_32) return this.view.getFloat32(this.skip(4));
    if (info === FLOAT_64) return this.view.getFloat64(this.skip(8));
    if (!(info in SIMPLE)) throw new Error(`unsupported CBOR simple value ${info}`);
    return SIMPLE[info];
  }

  /** @returns the position before the skip */
  private skip(length: number): number {
    const from = this.at;
    if (length > this.bytes.length - from) throw new Error('truncated CBOR');
    this.at = from + length;
    return from;
  }
}

/** RFC 8949 appendix D. */
function half(bits: number): number {
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  const size = sizeOf(exponent, fraction);
  return bits & 0x8000 ? -size : size;
}

function sizeOf(exponent: number, fraction: number): number {
  if (exponent === 0) return fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? Infinity : NaN;
  return (fraction + 1024) * 2 ** (exponent - 25);
}
