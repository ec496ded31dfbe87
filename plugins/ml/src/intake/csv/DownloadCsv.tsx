import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useSearchParams } from 'react-router-dom';
import { intakeApiRef } from '../../api/IntakeApi';
import { Problem } from '../../loading/Problem';
import { useAction } from '../../loading/useAction';
import { firstPage } from '../../pieces/cursorTrail';
import { saveBlob } from '../../pieces/saveBlob';
import { intakeTranslationRef } from '../translation';
import { readIntakeQuery } from '../intakeFilters';

const FILE_NAME = 'intake.csv';

const useStyles = makeStyles({
  // A row of its own among the buttons.
  problem: { flexBasis: '100%', order: 1 },
});

/** Saves all records that fit the filters, on every page of them. */
export function DownloadCsv() {
  const { t } = useTranslationRef(intakeTranslationRef);
  const classes = useStyles();
  const api = useApi(intakeApiRef);
  const [params] = useSearchParams();
  const download = useAction(async () => {
    const csv = await api.exportCsv(readIntakeQuery(firstPage(params)));
    saveBlob(csv, FILE_NAME);
  });
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        disabled={download.busy}
        onClick={() => download.run()}
      >
        {t('intake.csv.download')}
      </Button>
      {download.error && (
        <div className={classes.problem}>
          <Problem
            error={download.error}
            title={t('intake.csv.downloadFailed')}
          />
        </div>
      )}
    </>
  );
}
