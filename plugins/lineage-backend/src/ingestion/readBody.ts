import { InputError, isError } from '@backstage/errors';
import { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { PayloadTooLargeError } from './PayloadTooLargeError';
import { UnsupportedMediaTypeError } from './UnsupportedMediaTypeError';

/**
 * What is too large is still received, as senders look for the answer once they
 * have sent everything; but not without end.
 */
const MOST_DISCARDED = 128 * 1024 * 1024;

const decompress = promisify(gunzip);

/**
 * Reads the body of a request, of at most so many bytes before and after
 * decompression.
 */
export async function readBody(
  req: IncomingMessage,
  maxBytes: number,
): Promise<Buffer> {
  const encoding = (
    req.headers['content-encoding'] ?? 'identity'
  ).toLowerCase();
  if (encoding !== 'identity' && encoding !== 'gzip') {
    throw new UnsupportedMediaTypeError(
      `The content encoding '${encoding.slice(0, 100)}' is not read: use gzip or none`,
    );
  }
  const sent = await collect(req, maxBytes);
  return encoding === 'gzip' ? await unpack(sent, maxBytes) : sent;
}

async function collect(
  req: IncomingMessage,
  maxBytes: number,
): Promise<Buffer> {
  if (Number(req.headers['content-length'] ?? 0) > MOST_DISCARDED) {
    throw tooLarge(maxBytes);
  }
  return await new Promise<Buffer>((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    req.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= maxBytes) {
        chunks.push(chunk);
      } else if (bytes <= MOST_DISCARDED) {
        chunks.length = 0;
      } else {
        reject(tooLarge(maxBytes));
      }
    });
    req.on('end', () => {
      if (bytes > maxBytes) {
        reject(tooLarge(maxBytes));
      } else {
        resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
      }
    });
    req.on('error', reject);
    req.on('aborted', () =>
      reject(new InputError('The request ended before its body did')),
    );
  });
}

async function unpack(sent: Buffer, maxBytes: number): Promise<Buffer> {
  try {
    return await decompress(sent, { maxOutputLength: maxBytes });
  } catch (error) {
    if (isError(error) && error.code === 'ERR_BUFFER_TOO_LARGE') {
      throw tooLarge(maxBytes);
    }
    throw new InputError(
      `The body is not gzip: ${isError(error) ? error.message : error}`,
    );
  }
}

function tooLarge(maxBytes: number): PayloadTooLargeError {
  return new PayloadTooLargeError(
    `The body has more than the ${maxBytes} bytes allowed`,
  );
}
