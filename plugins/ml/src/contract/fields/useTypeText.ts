import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FieldType, ScalarFieldType } from '@understudy/contracts';
import { useCallback } from 'react';
import { contractTranslationRef } from '../translation';

const FEW_SYMBOLS = 4;
const DEEPEST = 4;

/** Writes types in words. What is in objects is left to rows of their own. */
export function useTypeText(): (type: FieldType) => string {
  const { t } = useTranslationRef(contractTranslationRef);
  return useCallback(
    (root: FieldType) => {
      const scalar = (type: ScalarFieldType): string => {
        if (type.type === 'decimal' && type.precision !== undefined) {
          return `decimal(${type.precision}, ${type.scale ?? 0})`;
        }
        if (type.fixedSize !== undefined) {
          return t('contract.type.ofBytes', {
            type: type.type,
            size: String(type.fixedSize),
          });
        }
        return type.timeUnit
          ? t('contract.type.withTimeUnit', {
              type: type.type,
              unit: type.timeUnit,
            })
          : type.type;
      };
      const write = (type: FieldType, depth: number): string => {
        const inner = (part: FieldType) =>
          depth < DEEPEST ? write(part, depth + 1) : '…';
        switch (type.kind) {
          case 'scalar':
            return scalar(type);
          case 'tensor': {
            const shape = type.shape
              ? `[${type.shape
                  .map(size => size ?? t('contract.type.anySize'))
                  .join(', ')}]`
              : t('contract.type.anyRank');
            const text = t('contract.type.tensor', {
              dtype: type.dtype,
              shape,
            });
            return type.layout
              ? t('contract.type.layout', { type: text, layout: type.layout })
              : text;
          }
          case 'vector': {
            let text: string =
              type.length === undefined
                ? t('contract.type.vector', { dtype: type.dtype })
                : t('contract.type.vectorOf', {
                    dtype: type.dtype,
                    length: String(type.length),
                  });
            if (type.metric) {
              text = t(`contract.type.metric.${type.metric}`, { type: text });
            }
            return type.spaceId
              ? t('contract.type.space', { type: text, space: type.spaceId })
              : text;
          }
          case 'array': {
            const { minItems, maxItems, unique } = type;
            const text = t(
              unique ? 'contract.type.set' : 'contract.type.list',
              { items: inner(type.items) },
            );
            return minItems === undefined && maxItems === undefined
              ? text
              : t('contract.type.items', {
                  type: text,
                  min: String(minItems ?? 0),
                  max: String(maxItems ?? '…'),
                });
          }
          case 'map':
            return t('contract.type.map', {
              keys: type.keys,
              values: inner(type.values),
            });
          case 'object': {
            const text =
              type.name ??
              t('contract.type.object', { count: type.fields.length });
            return type.unknown === 'reject'
              ? t('contract.type.closed', { type: text })
              : text;
          }
          case 'enum': {
            const values = type.symbols
              .slice(0, FEW_SYMBOLS)
              .map(String)
              .join(', ');
            const count = type.symbols.length - FEW_SYMBOLS;
            return count > 0
              ? t('contract.type.oneOfMore', { values, count })
              : t('contract.type.oneOf', { values });
          }
          case 'union':
            return type.of.map(inner).join(t('contract.type.or'));
          case 'ref':
            return type.name;
          case 'opaque':
            return t('contract.type.opaque', { format: type.format });
          default:
            return t(`contract.type.${type.kind}`);
        }
      };
      return write(root, 0);
    },
    [t],
  );
}
