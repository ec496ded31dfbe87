import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Field } from '@understudy/contracts';
import { contractTranslationRef } from '../translation';

/** Writes whether a field has to be there, and what stands in for it. */
export function usePresenceText(): (field: Field) => string {
  const { t } = useTranslationRef(contractTranslationRef);
  return field => {
    const parts: string[] = [
      t(`contract.fields.presence.${field.required ? 'required' : 'optional'}`),
    ];
    if (field.nullable) {
      parts.push(t('contract.fields.presence.nullable'));
    }
    if (field.default) {
      const value = JSON.stringify(field.default.value);
      parts.push(t('contract.fields.presence.default', { value }));
    }
    return parts.join(' · ');
  };
}
