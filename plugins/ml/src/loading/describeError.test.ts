import { ConflictError, ResponseError, toError } from '@backstage/errors';
import { describeError, isConflict } from './describeError';

async function responseError(status: number, message: string) {
  return await ResponseError.fromResponse({
    status,
    statusText: 'Nope',
    headers: new Headers({ 'content-type': 'application/json' }),
    ok: false,
    redirected: false,
    type: 'basic',
    url: 'https://portal.example/api/ml/models',
    text: async () =>
      JSON.stringify({
        error: { name: 'SomeError', message },
        response: { statusCode: status },
      }),
  } as Response);
}

describe('describeError', () => {
  it.each([
    [400, 'invalid'],
    [401, 'signedOut'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [409, 'conflict'],
    [422, 'invalid'],
    [429, 'tooMany'],
    [503, 'unavailable'],
    [500, 'unknown'],
  ])(
    'knows what %p means, in the words of the backend',
    async (status, kind) => {
      const error = await responseError(status, "'limit' is 0");
      expect(describeError(toError(error))).toEqual({
        kind,
        message: "'limit' is 0",
      });
    },
  );

  it('takes no answer at all for a backend that is away', () => {
    expect(describeError(toError(new TypeError('Failed to fetch')))).toEqual({
      kind: 'unavailable',
      message: '',
    });
  });

  it('tells conflicts apart', async () => {
    expect(isConflict(toError(new ConflictError('changed')))).toBe(true);
    expect(isConflict(toError(await responseError(403, 'no')))).toBe(false);
    expect(isConflict(undefined)).toBe(false);
  });
});
