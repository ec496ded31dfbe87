import fc from 'fast-check';
import { cardCompleteness } from './cardCompleteness';
import { parseModelCard } from './parseModelCard';

const sectionsOf = (body: string) =>
  Object.fromEntries(
    parseModelCard(body).sections.map(({ id, text }) => [id, text]),
  );

describe('parseModelCard', () => {
  it('reads metadata in its order, with keys that it does not know', () => {
    const card = parseModelCard(
      '---\nlicense: mit\nx-mood: { b: 1, a: [2022-01-20] }\ntags: [a]\n---\n# Title\n',
    );
    expect(Object.entries(card.metadata)).toEqual([
      ['license', 'mit'],
      ['x-mood', { b: 1, a: ['2022-01-20'] }],
      ['tags', ['a']],
    ]);
    expect(card.body).toBe('# Title\n');
    expect(card.problems).toEqual([]);
  });

  it.each([
    ['', /^$/],
    ['# Only text\n\n---\n\nnot: metadata\n---\n', /^$/],
    ['---\n---\nText', /^$/],
    ['---\nlicense: mit\n', /does not end: put --- on a line/],
    [
      '---\na: [b\n---\nText',
      /^The metadata is not YAML: .* Nothing of it is read/,
    ],
    ['---\na: 1\na: 2\n---\n', /Map keys must be unique in its line 2/],
    ['---\n- a\n---\n', /has to be keys with values/],
    ['---\njust text\n---\n', /has to be keys with values/],
    [`---\na: ${'['.repeat(50_000)}\n---\n`, /not YAML|too often/],
    [
      `---\na: &a [${'x,'.repeat(9)}]\n${['b', 'c', 'd', 'e', 'f']
        .map((name, i) => `${name}: &${name} [${`*${'abcde'[i]},`.repeat(9)}]`)
        .join('\n')}\n---\n`,
      /too often/,
    ],
    ['---\nvalue: .nan\n---\n', /NaN is no number that can be kept/],
    [`---\na: ${'{a: '.repeat(40)}1${'}'.repeat(40)}\n---\n`, /deeper than 32/],
    ['x'.repeat(1_000_001), /longer than 1000000 characters/],
  ])('keeps the text of %j', (text, problem) => {
    const card = parseModelCard(text);
    expect(card.header + card.body).toBe(text);
    expect(card.problems.map(({ message }) => message).join('\n')).toMatch(
      problem,
    );
  });

  it('tells what is wrong with a model-index by its place', () => {
    const { problems } = parseModelCard(
      [
        ...['---', 'model-index:', '- name: m', '  results:'],
        ...['  - task: {type: t}', '    metrics: [{type: acc, value: 1}]'],
        ...['  - task: {type: t}', '    dataset: {type: d, name: D}'],
        ...['    metrics: [{type: f1, value: high}, {value: 1}]', '---'],
      ].join('\n'),
    );
    expect(problems.map(({ path }) => path)).toEqual([
      'model-index/0/results/0/dataset',
      'model-index/0/results/1/metrics/0/value',
      'model-index/0/results/1/metrics/1/type',
    ]);
  });

  it('reads the sections of the template of Hugging Face', () => {
    expect(
      sectionsOf(
        [
          ...['# Model Card for M', '', 'Scores payments.', ''],
          ...['## Model Details', '', '### Model Description', '', 'A forest.'],
          ...['', '- **Developed by:** us', '## Uses', '', '### Direct Use'],
          ...['', 'Refuse fraud.', '', '### Out-of-Scope Use', '', 'Credit.'],
          ...['', '## Bias, Risks, and Limitations', '', 'Few old people.'],
          ...['', '## Training Details', '', '### Training Data', '', '2025.'],
          ...['', '#### Sampling', '', 'By week.', '', '## Evaluation', ''],
          ...['### Testing Data, Factors & Metrics', '', '#### Metrics'],
          ...['', 'AUC', '', '### Results', '', '0.9'],
        ].join('\n'),
      ),
    ).toEqual({
      purpose: 'Scores payments.\n\nA forest.\n\n- **Developed by:** us',
      intendedUse: 'Refuse fraud.',
      outOfScope: 'Credit.',
      limitations: 'Few old people.',
      trainingProcedure: '',
      trainingData: '2025.\n\n#### Sampling\n\nBy week.',
      metrics: 'AUC\n\n0.9',
      evaluationData: '',
    });
  });

  it('reads labels as sections, and no headings in code', () => {
    expect(
      sectionsOf(
        [
          ...['## Intended Use', '', '- **Primary intended users:** analysts'],
          ...[
            '  of the bank',
            '- **Colour:** red',
            '',
            '**Out of scope**: all',
          ],
          ...['', '## How to use', '', '```python', '# Limitations', '```'],
          ...['~~~', '```', '## Ethics', '~~~'],
        ].join('\r\n'),
      ),
    ).toEqual({
      intendedUse: '- **Colour:** red',
      intendedUsers: 'analysts\n  of the bank',
      outOfScope: 'all',
      instructions: [
        ...['```python', '# Limitations', '```'],
        ...['~~~', '```', '## Ethics', '~~~'],
      ].join('\n'),
    });
  });

  it('reads headings however they are closed', () => {
    expect(
      sectionsOf('## **Uses** ##  \nA\n### C# ####\nB\n# Limitations#\nD'),
    ).toEqual({ intendedUse: 'A\n\n### C# ####\n\nB', limitations: 'D' });
  });

  it.each([
    `# a${' #'.repeat(200_000)} b`,
    `# Uses\n${'<!--'.repeat(100_000)}`,
    `# Uses\n${'](['.repeat(100_000)}`,
    `${' '.repeat(500_000)}x`,
    `**${'a'.repeat(500_000)}`,
  ])('reads long lines without end', text => {
    const card = parseModelCard(text);
    expect(card.body).toBe(text);
    expect(cardCompleteness(card).percent).toBeLessThan(100);
  });

  it('reads anything, and loses nothing', () => {
    const pieces = fc.constantFrom(
      ...['---\n', '---\r\n', '# Uses\n', '## Limits\n', '```\n', 'a: 1\n'],
      ...['model-index:\n', '- name: m\n', '  results: [{task: 1}]\n', '\n'],
      ...[
        '**Users:** x\n',
        '\uFEFF',
        ': :\n',
        '&a *a\n',
        'text',
        '__proto__: 1\n',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), parts => {
        const text = parts.join('');
        const { header, body } = parseModelCard(text);
        expect(header + body).toBe(text);
      }),
      { numRuns: 1_000 },
    );
  });
});
