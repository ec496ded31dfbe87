import { buildModelEntity } from '../__testUtils__/builders';
import { shareAmongCards } from './shareAmongCards';

describe('shareAmongCards', () => {
  const api = {};
  const entity = buildModelEntity();

  it('asks once for an entity and key', async () => {
    const request = jest.fn(async (_: object, key: string) => key);
    const read = shareAmongCards(request);
    await expect(
      Promise.all([read(api, entity, 'a'), read(api, entity, 'a')]),
    ).resolves.toEqual(['a', 'a']);
    await expect(read(api, entity, 'a')).resolves.toBe('a');
    expect(request).toHaveBeenCalledTimes(1);
  });

  it('asks anew for another key, entity or API', async () => {
    const request = jest.fn(async (_: object, key: string) => key);
    const read = shareAmongCards(request);
    await read(api, entity, 'a');
    await read(api, entity, 'b');
    await read(api, buildModelEntity(), 'a');
    await read({}, entity, 'a');
    expect(request).toHaveBeenCalledTimes(4);
  });

  it('asks anew after a failure', async () => {
    const request = jest
      .fn<Promise<string>, [object, string]>()
      .mockRejectedValueOnce(new Error('down'))
      .mockResolvedValue('up');
    const read = shareAmongCards(request);
    await expect(read(api, entity, 'a')).rejects.toThrow('down');
    await expect(read(api, entity, 'a')).resolves.toBe('up');
  });
});
