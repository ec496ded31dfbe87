import { intakeLimits } from '@understudy/plugin-ml-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildRecord, sampleRecords } from '../../__testUtils__/intakeBuilders';
import { MemoryIntakeApi } from '../../__testUtils__/MemoryIntakeApi';
import { MemoryMlApi } from '../../__testUtils__/MemoryMlApi';
import { renderMl } from '../../__testUtils__/renderMl';
import { IntakePage } from '../IntakePage';

function render(intake: MemoryIntakeApi, search = '') {
  return renderMl(<IntakePage />, {
    api: new MemoryMlApi(),
    intake,
    mountPath: '/ml/intake',
    path: `/ml/intake${search}`,
  });
}

async function upload(text: string) {
  await userEvent.click(
    await screen.findByRole('button', { name: 'Upload CSV…' }),
  );
  await userEvent.upload(
    screen.getByLabelText('CSV file'),
    new File([text], 'decisions.csv', { type: 'text/csv' }),
  );
}

const FILE = [
  'server,record,action,owner',
  'eu-prod,chargeback_reason,claim,group:default/payments-fraud',
  'eu-prod,legacy_price_model,claim,group:default/payments-fraud',
  'eu-prod,returns_forecast,,',
  '',
].join('\n');

describe('CSV', () => {
  it('shows what each line would do, then does it', async () => {
    const intake = new MemoryIntakeApi(sampleRecords());
    const importCsv = jest.spyOn(intake, 'importCsv');
    render(intake);
    await upload(FILE);
    expect(
      await screen.findByText(
        'Lines that can be done: 1. Refused: 1. Decided so before: 0. Without an action: 1.',
      ),
    ).toBeVisible();
    // What is refused comes first, with its line.
    const lines = screen.getByRole('table', { name: 'Lines' });
    const [, refused] = within(lines).getAllByRole('row');
    expect(refused).toHaveTextContent(
      "3legacy_price_model (eu-prod)Refused: You may not claim 'legacy_price_model'.",
    );
    expect(intake.records[1].decision).toBeUndefined();
    await userEvent.click(screen.getByRole('button', { name: 'all (2)' }));
    expect(within(lines).getByText('Can be done')).toBeVisible();

    await userEvent.dblClick(
      screen.getByRole('button', { name: 'Decide 1 line' }),
    );
    expect(
      await screen.findByText(
        'Lines done: 1. Refused: 1. Decided so before: 0. Without an action: 1.',
      ),
    ).toBeVisible();
    expect(intake.records[1].decision?.decision.action).toBe('claim');
    expect(importCsv.mock.calls).toEqual([
      [FILE, { dryRun: true }],
      [FILE, { dryRun: false }],
    ]);
    expect(
      screen.queryByRole('button', { name: /^Decide/ }),
    ).not.toBeInTheDocument();
  });

  it('says what is wrong with a file', async () => {
    const intake = new MemoryIntakeApi(sampleRecords());
    jest
      .spyOn(intake, 'importCsv')
      .mockRejectedValueOnce(new Error("There is no column 'action'"));
    render(intake);
    await upload('a,b\n');
    expect(await screen.findByText('The file was not accepted')).toBeVisible();
    expect(screen.getByText("There is no column 'action'")).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /^Decide/ }),
    ).not.toBeInTheDocument();
  });

  it('does not send a file that is too large', async () => {
    const intake = new MemoryIntakeApi(sampleRecords());
    const importCsv = jest.spyOn(intake, 'importCsv');
    render(intake);
    await upload('x'.repeat(intakeLimits.csvBytes + 1));
    expect(await screen.findByText(/This file is too large/)).toBeVisible();
    expect(importCsv).not.toHaveBeenCalled();
  });

  it('says so when no line can be done', async () => {
    render(new MemoryIntakeApi(sampleRecords()));
    await upload('server,record,action,owner\neu-prod,unheard_of,claim,x\n');
    expect(
      await screen.findByText('No line of the file can be done.'),
    ).toBeVisible();
    expect(
      screen.getByText("Refused: There is no 'unheard_of'."),
    ).toBeVisible();
  });

  it('draws a long file part by part', async () => {
    const names = Array.from({ length: 250 }, (_, i) => `record-${i}`);
    render(new MemoryIntakeApi(names.map(name => buildRecord(name))));
    await upload(
      [
        'server,record,action,owner',
        ...names.map(name => `eu-prod,${name},claim,x`),
      ].join('\n'),
    );
    const lines = await screen.findByRole('table', { name: 'Lines' });
    expect(within(lines).getAllByRole('row')).toHaveLength(101);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show more lines' }),
    );
    expect(within(lines).getAllByRole('row')).toHaveLength(201);
  });

  it('saves all that fits the filters, not the page on show', async () => {
    const saved: { blob?: Blob; name?: string } = {};
    URL.createObjectURL = jest.fn((blob: Blob) => {
      saved.blob = blob;
      return 'blob:intake';
    });
    URL.revokeObjectURL = jest.fn();
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function rememberName(this: HTMLAnchorElement) {
        saved.name = this.download;
      });
    const intake = new MemoryIntakeApi(sampleRecords());
    const exportCsv = jest.spyOn(intake, 'exportCsv');
    render(intake, '?text=fraud&after=0');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Download CSV' }),
    );
    expect(exportCsv).toHaveBeenCalledWith(
      expect.objectContaining({ text: 'fraud', cursor: undefined }),
    );
    expect(saved.name).toBe('intake.csv');
    expect(saved.blob?.size).toBeGreaterThan(0);
    click.mockRestore();
  });
});
