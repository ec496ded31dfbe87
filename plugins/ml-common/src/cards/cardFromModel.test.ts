import { cardFromModel } from './cardFromModel';

describe('cardFromModel', () => {
  it('has nothing for a model without a card', () => {
    expect(cardFromModel({ spec: {} })).toBeUndefined();
    expect(cardFromModel({})).toBeUndefined();
  });

  it('gives one structure for Markdown and for an object', () => {
    const text = cardFromModel({
      spec: {
        card: '---\nlicense: mit\n---\n## Purpose\n\nScores.\n\n## Limitations\n\n- Slow\n- Old\n',
      },
    });
    const object = cardFromModel({
      spec: {
        card: {
          license: 'mit',
          purpose: 'Scores.',
          limitations: ['Slow', 'Old'],
        },
      },
    });
    expect(object).toEqual({ ...text, header: '' });
  });

  it('understands keys as they are spelled, and keeps those that it does not know', () => {
    const card = cardFromModel({
      spec: {
        card: {
          outOfScope: 'Credit',
          intended_users: 'Analysts',
          'Human oversight': { stop: 'The desk', how: { by: 'a switch' } },
          favouriteColour: 'Red',
          metrics: ['auc'],
          retries: 3,
          nothing: null,
        },
      },
    });
    expect(card?.metadata).toEqual({ metrics: ['auc'] });
    expect(card?.sections).toEqual([
      { id: 'outOfScope', heading: 'Out-of-scope use', text: 'Credit' },
      { id: 'intendedUsers', heading: 'Intended users', text: 'Analysts' },
      {
        id: 'humanOversight',
        heading: 'Human oversight',
        text: '- stop: The desk\n- how:\n  - by: a switch',
      },
    ]);
    expect(card?.body).toContain('## Favourite Colour\n\nRed\n');
    expect(card?.body).toContain('## Retries\n\n3\n');
  });
});
