import { contractViewAddress, readContractView } from './contractView';

describe('contractView', () => {
  it.each(['fields', 'history', 'try'] as const)('finds %s again', view => {
    expect(readContractView(contractViewAddress(view))).toBe(view);
  });

  it('shows the fields when the address asks for something unknown', () => {
    expect(readContractView(new URLSearchParams('view=all'))).toBe('fields');
  });
});
