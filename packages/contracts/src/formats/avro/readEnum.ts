import { EnumFieldType } from '../../fields/FieldType';
import { ContractFormatError } from '../ContractFormatError';
import { own, ParsedObject, quote, readStrings } from '../importing/values';
import { pointerTo } from '../pointers';
import { checkName } from './names';

export function readEnum(schema: ParsedObject, pointer: string): EnumFieldType {
  const place = pointerTo(pointer, 'symbols');
  const symbols = readStrings(own(schema, 'symbols'), place);
  symbols.forEach((symbol, index) =>
    checkName(symbol, pointerTo(place, index)),
  );
  if (new Set(symbols).size < symbols.length) {
    throw new ContractFormatError(place, 'A symbol is listed twice.');
  }
  const fallback = own(schema, 'default');
  if (fallback !== undefined && !symbols.some(symbol => symbol === fallback)) {
    throw new ContractFormatError(
      pointerTo(pointer, 'default'),
      `The default ${quote(fallback)} is not among the symbols.`,
    );
  }
  return {
    kind: 'enum',
    base: 'string',
    symbols,
    ...(typeof fallback === 'string' && { fallback }),
  };
}
