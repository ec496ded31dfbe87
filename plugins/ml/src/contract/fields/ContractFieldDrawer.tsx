import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Field } from '@understudy/contracts';
import { Loaded } from '../../loading/useLoaded';
import { Fact, Facts } from '../../pieces/Facts';
import { SideDrawer } from '../../pieces/SideDrawer';
import { contractTranslationRef } from '../translation';
import { QualityRules } from '../facts/QualityRules';
import { ContractFieldUsers } from './ContractFieldUsers';
import { FieldUsage } from './fieldUsage';
import { PortField } from './listPortFields';
import { usePresenceText } from './usePresenceText';
import { useRuleTexts } from './useRuleTexts';
import { useTypeText } from './useTypeText';

/** Everything that a contract says of a field. */
export function ContractFieldDrawer(props: {
  row: PortField;
  usage: Loaded<FieldUsage>;
  onClose: () => void;
}) {
  const { row, usage, onClose } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const { field } = row;
  return (
    <SideDrawer title={row.path} subtitle={row.port} onClose={onClose}>
      <Facts facts={useFieldFacts(field)} />
      <Facts
        facts={[
          {
            name: t('contract.fields.detail.users'),
            value: (
              <ContractFieldUsers
                port={row.port}
                path={row.path}
                usage={usage}
              />
            ),
          },
          {
            name: t('contract.fields.detail.quality'),
            value: field.quality?.length ? (
              <QualityRules rules={field.quality} />
            ) : undefined,
          },
        ]}
      />
    </SideDrawer>
  );
}

function useFieldFacts(field: Field): Fact[] {
  const { t } = useTranslationRef(contractTranslationRef);
  const typeText = useTypeText();
  const presenceText = usePresenceText();
  const ruleTexts = useRuleTexts();
  const { type, deprecated, normalisation, transform } = field;
  const list = (values?: readonly unknown[]) =>
    values?.length ? values.map(String).join(', ') : undefined;
  return [
    {
      name: t('contract.fields.detail.description'),
      value: field.description,
    },
    { name: t('contract.fields.detail.type'), value: typeText(type) },
    { name: t('contract.fields.detail.unit'), value: field.unit },
    { name: t('contract.fields.detail.presence'), value: presenceText(field) },
    {
      name: t('contract.fields.detail.rules'),
      value: list(ruleTexts(field.constraints)),
    },
    {
      name: t('contract.fields.detail.symbols'),
      value: type.kind === 'enum' ? list(type.symbols) : undefined,
    },
    { name: t('contract.fields.detail.aliases'), value: list(field.aliases) },
    {
      name: t('contract.fields.detail.role'),
      value: field.role && t(`contract.fields.role.${field.role}`),
    },
    {
      name: t('contract.fields.detail.semanticType'),
      value: field.semanticType,
    },
    {
      name: t('contract.fields.detail.normalisation'),
      value:
        normalisation &&
        [normalisation.method, normalisation.ref].filter(Boolean).join(' · '),
    },
    {
      name: t('contract.fields.detail.labels'),
      value: list(
        Object.entries(field.labelMap ?? {}).map(
          ([index, label]) => `${index}: ${label}`,
        ),
      ),
    },
    {
      name: t('contract.fields.detail.classification'),
      value: field.classification,
    },
    {
      name: t('contract.fields.detail.personalData'),
      value: list(field.personalData),
    },
    {
      name: t('contract.fields.detail.transform'),
      value: transform?.ref ?? transform?.hash,
    },
    { name: t('contract.fields.detail.tags'), value: list(field.tags) },
    { name: t('contract.fields.detail.since'), value: deprecated?.since },
    {
      name: t('contract.fields.detail.removeAfter'),
      value: deprecated?.removeAfter,
    },
    {
      name: t('contract.fields.detail.replacement'),
      value: deprecated?.replacement,
    },
    { name: t('contract.fields.detail.reason'), value: deprecated?.reason },
    { name: t('contract.fields.detail.id'), value: field.id },
  ];
}
