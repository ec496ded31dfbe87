import { assertDevelopment } from './assertDevelopment';

describe('assertDevelopment', () => {
  it.each(['development', 'test'])('accepts %s', nodeEnv => {
    expect(() => assertDevelopment(nodeEnv)).not.toThrow();
  });

  it.each(['production', 'Development', '', undefined])(
    'refuses %s',
    nodeEnv => {
      expect(() => assertDevelopment(nodeEnv)).toThrow(
        'only with NODE_ENV development or test',
      );
    },
  );
});
