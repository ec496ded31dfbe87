import { Finding } from '@understudy/contracts';
import { formatHuman } from './formatHuman';
import { Section } from './Section';

const finding = (more: Partial<Finding>): Section['findings'][0] => ({
  finding: {
    ruleId: 'TYPE_CHANGED',
    severity: 'error',
    direction: 'both',
    port: '',
    pointer: '',
    pointsInto: 'new',
    path: '',
    message: 'Something',
    remediation: 'Do this.',
    basis: 'declared',
    ...more,
  },
  place: { path: 'a.yaml', line: 1, column: 2 },
});
const section = (...findings: Section['findings']): Section => ({
  title: 'x',
  verdict: 'incompatible',
  findings,
  advice: ['Advice.'],
});

describe('formatHuman', () => {
  it('puts the worst first, and counts harmless things unless asked for them', () => {
    const sections = [
      section(
        finding({ severity: 'info', message: 'Harmless' }),
        finding({ severity: 'warning', message: 'Odd' }),
        finding({ message: 'Broken' }),
      ),
    ];
    expect(formatHuman(sections, [], { colour: false, all: false })).toBe(
      [
        'x: incompatible',
        '  ✗ Broken',
        '    Type changed (TYPE_CHANGED) - a.yaml:1:2',
        '    → Do this.',
        '  ! Odd',
        '    Type changed (TYPE_CHANGED) - a.yaml:1:2',
        '    → Do this.',
        '  1 harmless; --all lists them',
        '  Advice.',
        '',
      ].join('\n'),
    );
    expect(formatHuman(sections, [], { colour: false, all: true })).toContain(
      '  · Harmless\n    Type changed (TYPE_CHANGED) - a.yaml:1:2\n  Advice.',
    );
  });

  it('paints only where colours are shown', () => {
    const text = (colour: boolean) =>
      formatHuman([section(finding({}))], [], { colour, all: false });
    expect(text(true)).toContain('\u001b[31m✗\u001b[39m');
    expect(text(false)).not.toContain('\u001b');
  });

  it('lets no document write commands to the terminal', () => {
    const text = formatHuman(
      [section(finding({ message: 'a\u001b[2Jb\nc\u202ed' }))],
      [
        {
          kind: 'against-standard',
          ...{ pointer: '/a\u001b', code: 'X', message: 'e\u001bf' },
          place: { path: 'g', line: 1, column: 2 },
        },
      ],
      { colour: false, all: false },
    );
    expect(text).toContain('✗ a�[2Jb�c�d\n');
    expect(text).toContain('! e�f\n    /a� - g:1:2\n');
  });
});
