import { timeMeanwhile } from './timeMeanwhile';

describe('timeMeanwhile', () => {
  it('goes on until the other has come to its end', async () => {
    let calls = 0;
    const { times, result } = await timeMeanwhile(
      async () => {
        calls += 1;
      },
      async () => {
        while (calls < 3) {
          await new Promise(resolve => setImmediate(resolve));
        }
        return 'done';
      },
    );
    expect(result).toBe('done');
    expect(times).toHaveLength(calls);
  });

  it.each(['timed', 'other'])('fails when the %s one does', async which => {
    const fail = async () => {
      throw new Error('no');
    };
    const succeed = async () => {};
    await expect(
      timeMeanwhile(
        which === 'timed' ? fail : succeed,
        which === 'other' ? fail : succeed,
      ),
    ).rejects.toThrow('no');
  });
});
