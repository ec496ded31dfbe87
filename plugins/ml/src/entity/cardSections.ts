import { ModelEntity } from '@understudy/plugin-ml-common';

/** A part of a model card; one that is written as one text has no title. */
export interface CardSection {
  title: string;
  text: string;
}

/**
 * The readable parts of a model card, which is Markdown or an object whose
 * properties are. Numbers are shown as they are; nested objects are not text.
 */
export function cardSections(card: ModelEntity['spec']['card']): CardSection[] {
  if (card === undefined) {
    return [];
  }
  if (typeof card === 'string') {
    return [{ title: '', text: card }];
  }
  return Object.entries(card).flatMap(([title, value]) =>
    typeof value === 'string' || typeof value === 'number'
      ? [{ title, text: String(value) }]
      : [],
  );
}
