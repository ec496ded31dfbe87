import {
  AuthenticationError,
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { MlflowError, toMlflowError } from './MlflowError';

describe('toMlflowError', () => {
  it.each([
    [new AuthenticationError('who?'), 401, 'UNAUTHENTICATED'],
    [new NotAllowedError('no'), 403, 'PERMISSION_DENIED'],
    [new NotFoundError('where?'), 404, 'RESOURCE_DOES_NOT_EXIST'],
    [new ConflictError('both'), 409, 'RESOURCE_CONFLICT'],
    [new InputError('what?'), 400, 'INVALID_PARAMETER_VALUE'],
    [new ServiceUnavailableError('later'), 503, 'TEMPORARILY_UNAVAILABLE'],
    [
      new MlflowError('RESOURCE_ALREADY_EXISTS', 'taken'),
      400,
      'RESOURCE_ALREADY_EXISTS',
    ],
  ])('keeps the words of %s', (error, status, code) => {
    const answer = toMlflowError(error);
    expect(answer.status).toBe(status);
    expect(JSON.parse(JSON.stringify(answer))).toEqual({
      error_code: code,
      message: error.message,
    });
  });

  it('tells nothing of what went wrong inside', () => {
    const answer = toMlflowError(new Error('password=secret'));
    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(answer.cause).toEqual(new Error('password=secret'));
  });

  it('says that a body cannot be read', () => {
    const error = Object.assign(new SyntaxError('Unexpected token N'), {
      type: 'entity.parse.failed',
    });
    expect(toMlflowError(error).toJSON()).toEqual({
      error_code: 'INVALID_PARAMETER_VALUE',
      message: 'body cannot be read: Unexpected token N',
    });
  });
});
