import { cardCompleteness } from './cardCompleteness';
import { cardRequirements } from './cardRequirements';
import { cardSections } from './cardSections';
import { parseModelCard } from './parseModelCard';
import { wordsOf } from './wordsOf';

const words =
  'Scores card payments before they are authorised and refuses '.repeat(3);

/** A card with every section that is asked for, but for some. */
const card = (without: string[] = [], more = '') =>
  parseModelCard(
    cardRequirements
      .filter(({ section }) => !without.includes(section))
      .map(({ section }) => {
        const title = cardSections.find(({ id }) => id === section)?.title;
        return `## ${title}\n\n${words}\n`;
      })
      .join('\n') + more,
  );

describe('cardCompleteness', () => {
  it('finds nothing missing on a card that says everything', () => {
    expect(cardCompleteness(card(), { riskTier: 'critical' })).toEqual({
      percent: 100,
      required: cardRequirements.map(({ section }) => section),
      missing: [],
    });
  });

  it.each([
    ['minimal', 3],
    ['limited', 7],
    ['high', 12],
    ['critical', 12],
    ['unheard of', 12],
    [undefined, 12],
  ])('asks a model of the tier %s for %s sections', (riskTier, count) => {
    const empty = cardCompleteness(parseModelCard(''), { riskTier });
    expect(empty.percent).toBe(0);
    expect(empty.missing).toHaveLength(count);
  });

  it('goes by the tiers that are configured', () => {
    const options = { riskTier: 'grave', tiers: ['light', 'grave'] };
    expect(cardCompleteness(card(), options).required).toHaveLength(7);
  });

  it.each(cardRequirements.map(({ section }) => section))(
    'names the section %s when it is missing',
    section => {
      const { percent, missing } = cardCompleteness(card([section]));
      expect(percent).toBe(91);
      expect(missing.map(one => one.section)).toEqual([section]);
      expect(missing[0].why).toMatch(/^DOC-0\d: the card has no section "/);
    },
  );

  it('takes the text of a template for nothing', () => {
    const left = '\n## Ethical considerations\n\n[More Information Needed]\n';
    expect(cardCompleteness(card(['ethics'], left)).missing).toEqual([
      {
        section: 'ethics',
        check: 'DOC-02',
        why: 'DOC-02: the section "Ethical considerations" has nothing but the text of a template. Harm has to be thought of before the model is used.',
      },
    ]);
  });

  it('asks for some words on what the model is for', () => {
    const short = parseModelCard(
      '## Purpose\nScores.\n## Intended users\nAnalysts.\n## Out-of-scope use\nCredit.\n',
    );
    expect(cardCompleteness(short, { riskTier: 'minimal' })).toMatchObject({
      percent: 66,
      missing: [
        {
          section: 'purpose',
          why: 'DOC-01: purpose, users and uses out of scope have 3 words together, and need 40.',
        },
      ],
    });
  });

  it('takes data and results in the metadata for sections', () => {
    const { metadata } = parseModelCard(
      [
        ...['---', 'datasets: payments', 'model-index:', '- name: m'],
        ...['  results:', '  - task: {type: t}'],
        ...['    dataset: {type: d, name: D, args: {slice: {market: de}}}'],
        ...['    metrics: [{type: auc, value: 0.9}]', '---'],
      ].join('\n'),
    );
    const sections = ['trainingData', 'evaluationData', 'metrics', 'slices'];
    expect(cardCompleteness({ ...card(sections), metadata }).missing).toEqual(
      [],
    );
  });
});

describe('wordsOf', () => {
  it.each([
    ['One two-three, 4.5%', 3],
    ['[a link](https://example.com/far/away) and `code`', 4],
    ['### Heading\n\n- item', 1],
    ['<!-- say\nwhat --> {{ purpose }} TODO: write this', 0],
    ['[More Information Needed]', 0],
    ['[Describe the users here]', 0],
    ['<!-- never closed', 2],
    ['{{ a }} b {{ c }} d', 2],
    ['Zweck: Prüfung 模型', 3],
    ['', 0],
  ])('counts %j', (text, count) => {
    expect(wordsOf(text)).toBe(count);
  });
});
