import { NotFoundError, ResponseError, toError } from '@backstage/errors';
import { describeError } from './describeError';

describe('describeError', () => {
  it('speaks in the words of the backend', async () => {
    const body = {
      error: { name: 'InputError', message: "depth: '99' is more than 20" },
      response: { statusCode: 400 },
    };
    const error = await ResponseError.fromResponse(
      new Response(JSON.stringify(body), {
        status: 400,
        headers: { 'Content-Type': 'application/json' },
      }),
    );
    expect(describeError(toError(error))).toEqual({
      kind: 'invalid',
      message: "depth: '99' is more than 20",
    });
  });

  it.each([
    [new NotFoundError('nothing'), 'notFound'],
    [new TypeError('Failed to fetch'), 'unavailable'],
    [new Error('what'), 'unknown'],
  ])('knows %s by its name', (error, kind) => {
    expect(describeError(toError(error)).kind).toBe(kind);
  });
});
