import { MlflowLimitError } from '../errors';

/**
 * Reads the body of an answer as text and stops when it gets larger than
 * `maxBytes`, whatever the server announced.
 */
export async function readBoundedText(
  response: Response,
  maxBytes: number,
  what: string,
): Promise<string> {
  if (!response.body) {
    return '';
  }
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  let size = 0;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return text + decoder.decode();
    }
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw new MlflowLimitError(
        `The answer to ${what} is larger than ${maxBytes} bytes and was not read to its end`,
      );
    }
    text += decoder.decode(value, { stream: true });
  }
}
