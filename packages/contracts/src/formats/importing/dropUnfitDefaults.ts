import { Port } from '../../contract/Contract';
import { createSide } from '../../reading/Slot';
import { valueFits } from '../../validation/valueFits';
import { walkFields } from '../../validation/walkFields';
import { FormatWalk } from '../FormatWalk';
import { quote } from './values';

/**
 * Leaves out defaults that are no value of their field, which some formats
 * allow and a contract does not. Fields are changed where they are: nobody else
 * has them yet.
 */
export function dropUnfitDefaults(port: Port, walk: FormatWalk): void {
  const side = createSide(port);
  walkFields(port, '', field => {
    const { default: byDefault, nullable, type } = field;
    if (
      byDefault &&
      !(nullable && byDefault.value === null) &&
      !valueFits(byDefault.value, type, side)
    ) {
      walk.note(
        walk.placeOf(byDefault),
        'DEFAULT_DOES_NOT_FIT',
        `The default ${quote(byDefault.value)} is no value of the type, and is left out.`,
      );
      delete field.default;
    }
  });
}
