/**
 * A subject that cards speak of.
 *
 * @public
 */
export type CardSectionId =
  | 'purpose'
  | 'intendedUse'
  | 'intendedUsers'
  | 'outOfScope'
  | 'limitations'
  | 'recommendations'
  | 'trainingData'
  | 'trainingProcedure'
  | 'evaluationData'
  | 'metrics'
  | 'slices'
  | 'ethics'
  | 'humanOversight'
  | 'instructions'
  | 'version'
  | 'environment'
  | 'contact'
  | 'citation';

/**
 * The subjects with their titles, in the order that a card is written in. The
 * aliases are other headings that are understood, in lower case: those of the
 * templates of Hugging Face and of the paper that proposed cards are among them.
 *
 * @public
 */
export const cardSections: readonly {
  id: CardSectionId;
  title: string;
  aliases: readonly string[];
}[] = [
  {
    id: 'purpose',
    title: 'Purpose',
    aliases: [
      ...['model description', 'description', 'summary', 'overview', 'about'],
      ...['model summary', 'model overview', 'introduction'],
      ...['what it is for', 'what it does'],
    ],
  },
  {
    id: 'intendedUse',
    title: 'Intended use',
    aliases: [
      ...['intended uses', 'uses', 'use', 'use cases', 'direct use'],
      ...['downstream use', 'primary intended uses', 'usage'],
      ...['intended uses and limitations'],
    ],
  },
  {
    id: 'intendedUsers',
    title: 'Intended users',
    aliases: ['users', 'primary intended users', 'target users', 'audience'],
  },
  {
    id: 'outOfScope',
    title: 'Out-of-scope use',
    aliases: [
      ...['out of scope uses', 'out of scope use cases', 'out of scope'],
      ...['misuse', 'misuse and out of scope use', 'prohibited uses'],
      ...['prohibited use'],
    ],
  },
  {
    id: 'limitations',
    title: 'Limitations',
    aliases: [
      ...['known limitations', 'limitations and bias', 'caveats'],
      ...['bias, risks, and limitations', 'risks and limitations'],
      ...['bias risks and limitations', 'limits', 'risks'],
    ],
  },
  {
    id: 'recommendations',
    title: 'Recommendations',
    aliases: ['caveats and recommendations'],
  },
  {
    id: 'trainingData',
    title: 'Training data',
    aliases: ['training dataset', 'training datasets', 'training set'],
  },
  {
    id: 'trainingProcedure',
    title: 'Training procedure',
    aliases: [
      ...['training', 'training details', 'training hyperparameters'],
      ...['preprocessing'],
    ],
  },
  {
    id: 'evaluationData',
    title: 'Evaluation data',
    aliases: [
      ...['testing data', 'test data', 'evaluation dataset', 'test set'],
      ...['testing data, factors and metrics', 'validation data'],
      ...['evaluation datasets'],
    ],
  },
  {
    id: 'metrics',
    title: 'Metrics',
    aliases: [
      ...['evaluation', 'evaluation results', 'results', 'performance'],
      ...['performance measures', 'model performance measures'],
    ],
  },
  {
    id: 'slices',
    title: 'Results by group',
    aliases: [
      ...['slices', 'factors', 'relevant factors', 'evaluation factors'],
      ...['disaggregated results', 'quantitative analyses', 'subgroups'],
      ...['intersectional results', 'unitary results', 'fairness'],
    ],
  },
  {
    id: 'ethics',
    title: 'Ethical considerations',
    aliases: [
      ...['ethics', 'ethical concerns', 'societal impact', 'impact', 'bias'],
      ...['ethical considerations and limitations'],
    ],
  },
  {
    id: 'humanOversight',
    title: 'Human oversight',
    aliases: [
      ...['oversight', 'human in the loop', 'human control'],
      ...['human oversight measures'],
    ],
  },
  {
    id: 'instructions',
    title: 'Instructions for use',
    aliases: [
      ...['how to use', 'how to get started with the model', 'instructions'],
      ...['getting started', 'user instructions', 'how to get started'],
      ...['quick start', 'quickstart'],
    ],
  },
  {
    id: 'version',
    title: 'Version',
    aliases: [
      'model version',
      'versions',
      'model date',
      'change log',
      'changelog',
    ],
  },
  {
    id: 'environment',
    title: 'Environmental impact',
    aliases: ['carbon footprint', 'energy'],
  },
  {
    id: 'contact',
    title: 'Contact',
    aliases: [
      ...['model card contact', 'contacts', 'where to send questions'],
      ...['model card authors', 'authors', 'support'],
    ],
  },
  { id: 'citation', title: 'Citation', aliases: ['bibtex', 'how to cite'] },
];

const byHeading = new Map(
  cardSections.flatMap(({ id, title, aliases }) =>
    [title, id, ...aliases].map(heading => [normalise(heading), id] as const),
  ),
);

/**
 * The subject of a heading, however it is spelled: `Out-of-Scope Use`,
 * `2. Limitations & bias`, `outOfScope`. Nothing for a subject of its own.
 *
 * @public
 */
export function cardSectionOf(heading: string): CardSectionId | undefined {
  return byHeading.get(normalise(heading));
}

function normalise(heading: string): string {
  return heading
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/^[\s\d.)]+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
