import { readHeader } from './readHeader';
import { readModelIndex } from './readModelIndex';
import { readSections } from './readSections';
import { splitHeader } from './splitHeader';
import { ModelCard } from './types';

/** Characters of a card; longer ones are kept and not looked into. */
const MAX_LENGTH = 1_000_000;

/**
 * Reads a card: Markdown that may begin with a block of YAML between lines of
 * `---`, as Hugging Face has it. It never throws for what a card says: metadata
 * that is missing or broken is told in `problems`, and the text is kept as it is.
 *
 * @public
 */
export function parseModelCard(text: string): ModelCard {
  if (text.length > MAX_LENGTH) {
    return {
      header: '',
      metadata: {},
      body: text,
      sections: [],
      problems: [
        {
          path: '',
          message: `The card is longer than ${MAX_LENGTH} characters and is not looked into; move parts of it to pages of their own.`,
        },
      ],
    };
  }
  const { header, yaml, body, isOpen } = splitHeader(text);
  const { metadata, problems } = readHeader(yaml);
  return {
    header,
    metadata,
    body,
    sections: readSections(body),
    problems: [
      ...(isOpen
        ? [
            {
              path: '',
              message:
                'The metadata begins with --- and does not end: put --- on a line below it. Nothing of it is read.',
            },
          ]
        : []),
      ...problems,
      ...readModelIndex(metadata).problems,
    ],
  };
}
