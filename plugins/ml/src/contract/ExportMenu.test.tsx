import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildModelEntity } from '../__testUtils__/builders';
import { failing } from '../__testUtils__/failing';
import { MemoryContractApi } from '../__testUtils__/MemoryContractApi';
import { renderCard } from '../__testUtils__/renderCard';
import { sampleContracts } from '../__testUtils__/sampleContracts';
import { ContractTab } from './ContractTab';

async function exportAs(format: string, contracts: MemoryContractApi) {
  renderCard(<ContractTab />, buildModelEntity({}), { contracts });
  await userEvent.click(await screen.findByRole('button', { name: 'Export' }));
  await userEvent.click(screen.getByRole('menuitem', { name: format }));
}

describe('ExportMenu', () => {
  // The browser of the tests saves no files.
  const saved: string[] = [];
  const click = jest
    .spyOn(HTMLAnchorElement.prototype, 'click')
    .mockImplementation(function save(this: HTMLAnchorElement) {
      saved.push(this.download);
    });

  beforeAll(() => {
    URL.createObjectURL = () => 'blob:saved';
    URL.revokeObjectURL = () => {};
  });

  afterEach(() => saved.splice(0));

  afterAll(() => click.mockRestore());

  it('saves the contract as it is', async () => {
    await exportAs('YAML of this portal', sampleContracts());
    expect(saved).toEqual(['fraud-score.contract.yaml']);
  });

  it('saves a file for each document, and says what was lost', async () => {
    const api = sampleContracts();
    api.exportContract = async () => ({
      documents: [
        { name: 'inputs', document: {} },
        { name: 'outputs', document: {} },
      ],
      lossy: [
        {
          pointer: '/spec/ports/0',
          code: 'NOT_HELD',
          message: 'There is no place for unit.',
        },
      ],
    });
    await exportAs('JSON Schema', api);
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      dialog.getByText('/spec/ports/0: There is no place for unit.'),
    ).toBeVisible();
    expect(saved).toEqual([
      'fraud-score.inputs.schema.json',
      'fraud-score.outputs.schema.json',
    ]);
  });

  it('says why a format cannot be had', async () => {
    await exportAs(
      'MLflow signature',
      failing(sampleContracts(), 'exportContract'),
    );
    expect(await screen.findByText('It could not be exported')).toBeVisible();
    expect(saved).toEqual([]);
  });
});
