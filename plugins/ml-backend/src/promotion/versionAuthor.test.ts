import { ModelVersion } from '@understudy/plugin-ml-common';
import { authorDoubt, versionAuthor } from './versionAuthor';

type Told = Parameters<typeof versionAuthor>[0];
const from = (
  type: ModelVersion['source']['type'],
  told: Omit<Told, 'source'> = {},
): Told => ({ source: { type }, ...told });

describe('versionAuthor', () => {
  it('knows who registered a version in the portal', () => {
    const author = versionAuthor(
      from('portal', { createdBy: 'user:default/scientist' }),
    );
    expect(author).toMatchObject({
      basis: 'known',
      user: 'user:default/scientist',
    });
    expect(authorDoubt(author)).toBeUndefined();
  });

  it('knows who registered it at its server through the portal', () => {
    expect(
      versionAuthor(
        from('mlflow', {
          createdBy: 'somebody',
          registeredBy: 'user:default/scientist',
        }),
      ),
    ).toMatchObject({ basis: 'known', user: 'user:default/scientist' });
  });

  it.each([
    ['user:default/Scientist', 'user:default/scientist'],
    ['scientist', 'user:default/scientist'],
    ['Example Addresses', undefined],
    ['user:', undefined],
  ])('takes what a server says for a claim: %p', (createdBy, user) => {
    const author = versionAuthor(from('mlflow', { createdBy }));
    expect(author.basis).toBe('claimed');
    expect(author.user).toBe(user);
    expect(authorDoubt(author)).toContain(`'${createdBy}' is said to have`);
  });

  it('takes what a service says of somebody else for a claim', () => {
    expect(
      versionAuthor(
        from('portal', {
          createdBy: 'external:ci',
          claimedAuthor: 'user:default/scientist',
        }),
      ),
    ).toMatchObject({ basis: 'claimed', user: 'user:default/scientist' });
  });

  it.each([
    from('portal', { createdBy: 'external:ci' }),
    from('mlflow', { registeredBy: 'external:ci' }),
    from('mlflow'),
  ])('does not know the author of %j', version => {
    const author = versionAuthor(version);
    expect(author).toEqual({ basis: 'unknown' });
    expect(authorDoubt(author)).toBe('It is not known who wrote this version');
  });
});
