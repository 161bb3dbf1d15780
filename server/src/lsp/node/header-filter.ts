import { constants } from 'node:buffer';
import { Transform, type TransformCallback } from 'node:stream';

const HEADER_END = Buffer.from('\r\n\r\n');
const NOTHING = Buffer.alloc(0);

/** Headers have some forty bytes. What is longer is none, but a header may stand at its end. */
const LONGEST_HEADER = 4_096;

const LENGTH = /content-length:[ \t]*(\d+)[ \t]*(?=\r\n|$)/gi;
const WHOLE_HEADER = /^(?:[\w-]+:[^\r\n]*\r\n)*content-length:[ \t]*\d+[ \t]*(?:\r\n[\w-]+:[^\r\n]*)*$/i;

/**
 * Passes on what an editor sends, each message under a header that is right. The protocol's library takes any number for
 * a length, and where it has lost the beginning of a message it finds no other one: the server would be silent for ever.
 * Here the next header is found, also at the end of what is none.
 */
export class HeaderFilter extends Transform {
  readonly #onUnreadable: () => void;
  /** Of a header whose end has not come. */
  #begun = NOTHING;
  #bodyLeft = 0;
  #isLost = false;

  /** @param onUnreadable called once for all that cannot be read before the next message that can */
  constructor(onUnreadable: () => void) {
    super();
    this.#onUnreadable = onUnreadable;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    let rest = chunk;
    while (rest.length > 0) rest = this.#bodyLeft > 0 ? this.#passBody(rest) : this.#passHeader(rest);
    done();
  }

  /** Returns what comes behind the body. */
  #passBody(bytes: Buffer): Buffer {
    const part = bytes.subarray(0, this.#bodyLeft);
    this.push(part);
    this.#bodyLeft -= part.length;
    return bytes.subarray(part.length);
  }

  /** Returns what comes behind the header: nothing where its end has not come. */
  #passHeader(bytes: Buffer): Buffer {
    const all = this.#begun.length === 0 ? bytes : Buffer.concat([this.#begun, bytes]);
    const end = all.indexOf(HEADER_END);
    if (end === -1) {
      if (all.length > LONGEST_HEADER) this.#lose();
      this.#begun = Buffer.from(all.subarray(-LONGEST_HEADER));
      return NOTHING;
    }
    this.#begun = NOTHING;
    const header = all.toString('latin1', Math.max(0, end - LONGEST_HEADER), end);
    const length = [...header.matchAll(LENGTH)].map(([, digits]) => Number(digits)).at(-1);
    const isReadable = length !== undefined && length <= constants.MAX_STRING_LENGTH;
    if (end > LONGEST_HEADER || !isReadable || !WHOLE_HEADER.test(header)) this.#lose();
    if (isReadable) {
      this.push(`Content-Length: ${length}\r\n\r\n`);
      this.#bodyLeft = length;
      this.#isLost = false;
    }
    return all.subarray(end + HEADER_END.length);
  }

  #lose(): void {
    if (!this.#isLost) this.#onUnreadable();
    this.#isLost = true;
  }
}
