import { runInProcess } from './__testUtils__/runInProcess';

describe('understudy-contracts', () => {
  it.each([
    [[]],
    [['none']],
    [['check']],
    [['check', 'x.yaml', '--mode', 'SIDEWAYS']],
    [['convert', 'x.yaml']],
    [['lint', 'x.yaml', '--colour']],
  ])('says how it is used for %j', async args => {
    const { code, out, err } = await runInProcess(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^(error: |Usage: )/);
  });

  it('prints its help and version', async () => {
    const help = await runInProcess(['--help']);
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toMatch(/The exit code is 0 for compatible, 1 for/);
    const version = await runInProcess(['--version']);
    expect(version).toEqual({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      err: '',
    });
  });

  it('gives no verdict when it fails itself', async () => {
    const out = () => {
      throw new Error('The disk is full');
    };
    expect(
      await runInProcess(['lint', 'disputes.yaml'], { out }),
    ).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^Error: The disk is full\n/),
    });
  });
});
