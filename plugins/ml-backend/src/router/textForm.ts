import { textForms } from '@understudy/plugin-ml-common';
import { boundedText } from './queryParts';

/** A text that has one of the forms that our schemas name. */
export function textForm(name: keyof typeof textForms, maxLength: number) {
  const pattern = new RegExp(textForms[name].pattern);
  return boundedText(maxLength).refine(
    text => pattern.test(text),
    `is not ${textForms[name].name}`,
  );
}
