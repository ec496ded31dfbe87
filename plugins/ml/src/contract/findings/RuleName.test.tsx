import { render, screen } from '@testing-library/react';
import { RuleName } from './RuleName';

describe('RuleName', () => {
  it('says what a rule is called, with its id beside', () => {
    render(<RuleName id="FIELD_REMOVED" />);
    expect(screen.getByText('Field removed')).toBeVisible();
    expect(screen.getByText('FIELD_REMOVED')).toBeVisible();
  });
});
