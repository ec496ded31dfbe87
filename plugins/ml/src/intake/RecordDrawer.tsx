import { Link, MarkdownContent } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { IntakeRecord } from '@understudy/plugin-ml-common';
import { ReactNode } from 'react';
import { Section } from '../pieces/Section';
import { SideDrawer } from '../pieces/SideDrawer';
import { intakeTranslationRef } from './translation';
import { BulkAction } from './bulkActions';
import { BulkButtons } from './BulkButtons';
import { RecordDecision } from './RecordDecision';
import { RecordFacts } from './RecordFacts';
import { Suggestion, SuggestionTaker } from './Suggestion';
import { Decider } from './useDecider';

/** Everything that is known about a record, and all that can be done to it. */
export function RecordDrawer(props: {
  record: IntakeRecord;
  registry: string;
  decider: Decider;
  taker: SuggestionTaker;
  /** What came of the last decision; the drawer covers the list. */
  notice: ReactNode;
  onAction: (action: BulkAction) => void;
  onClose: () => void;
}) {
  const { record, registry, decider, taker, notice } = props;
  const { url, description, suggestions } = record;
  const { t } = useTranslationRef(intakeTranslationRef);
  return (
    <SideDrawer
      title={record.record.name}
      subtitle={
        <>
          {registry}
          {url && (
            <>
              {' · '}
              <Link to={url} underline="always">
                {t('intake.drawer.open')}
              </Link>
            </>
          )}
        </>
      }
      actions={
        <BulkButtons
          records={[record]}
          decider={decider}
          onAction={props.onAction}
        />
      }
      onClose={props.onClose}
    >
      {notice}
      <RecordFacts record={record} />
      {description && (
        <Section nested title={t('intake.drawer.description')}>
          <MarkdownContent content={description} />
        </Section>
      )}
      <Section nested title={t('intake.drawer.decision')}>
        <RecordDecision record={record} />
      </Section>
      {suggestions.length > 0 && (
        <Section nested title={t('intake.drawer.suggestions')}>
          {suggestions.map(suggestion => (
            <Suggestion
              key={`${suggestion.action} ${
                suggestion.action === 'claim'
                  ? suggestion.owner
                  : suggestion.model
              }`}
              record={record}
              suggestion={suggestion}
              taker={taker}
            />
          ))}
        </Section>
      )}
    </SideDrawer>
  );
}
