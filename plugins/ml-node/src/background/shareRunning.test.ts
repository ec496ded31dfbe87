import { shareRunning } from './shareRunning';

describe('shareRunning', () => {
  it('runs once for all who call while it runs, and anew afterwards', async () => {
    let runs = 0;
    const shared = shareRunning(async () => {
      runs += 1;
      return runs;
    });
    expect(await Promise.all([shared(), shared(), shared()])).toEqual([
      1, 1, 1,
    ]);
    expect(await shared()).toBe(2);
  });

  it('forgets a run that failed', async () => {
    const run = jest.fn<Promise<string>, []>();
    run.mockRejectedValueOnce(new Error('no')).mockResolvedValueOnce('yes');
    const shared = shareRunning(run);
    await expect(shared()).rejects.toThrow('no');
    expect(await shared()).toBe('yes');
  });
});
