import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { useFindings } from '../findings/useFindings';
import { useFindingsCount } from '../findings/useFindingsCount';
import { TextButton } from '../pieces/TextButton';
import { lineageTranslationRef } from '../translation';

/** On how many connections the catalog and runs disagree; leads to the list. */
export function FindingsLine(props: {
  root: string;
  /** When the graph was read. */
  readAt?: number;
  /** The address of the tab. */
  tab: string;
}) {
  const { root, readAt, tab } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const findings = useFindings(root, readAt);
  const count = useFindingsCount();
  const { data, error } = findings;
  return (
    <>
      {data && data.items.length > 0 && (
        <Typography variant="body2">
          <Link to={`${tab}?findings=1`} underline="always">
            {count(data)}
          </Link>
        </Typography>
      )}
      {error && (
        <Typography variant="body2">
          {t('card.findingsFailed')}{' '}
          <TextButton onClick={findings.reload}>
            {t('problem.retry')}
          </TextButton>
        </Typography>
      )}
    </>
  );
}
