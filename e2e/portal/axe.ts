import AxeBuilder from '@axe-core/playwright';
import { expect, Page } from '@playwright/test';

const SERIOUS = ['serious', 'critical'];

/** Findings in the shell of the platform, which are not ours to mend: a rule and what it is about. */
const PLATFORM_FINDINGS = [
  // The tabs of a page header name a panel that the platform draws elsewhere.
  { rule: 'aria-valid-attr-value', html: /role="tab"/ },
  // The number of unread notifications is not part of the name of its sidebar item.
  {
    rule: 'label-content-name-mismatch',
    html: /aria-label="Notifications"/,
  },
  // Its graph turns a circle without a name while it reads, whenever it begins; we draw no circles.
  { rule: 'aria-progressbar-name', html: /^<div class="MuiCircularProgress-/ },
];

/** Options of {@link expectNoSeriousAxeFindings}. */
export interface AxeOptions {
  /**
   * Selectors of parts that are not ours, such as a table of the platform. Say beside the call what
   * is wrong there.
   */
  exclude?: string[];
}

/** Fails with a readable list when axe finds something serious on the page as it is now. */
export async function expectNoSeriousAxeFindings(
  page: Page,
  options: AxeOptions = {},
): Promise<void> {
  // Legacy is to look at this document alone, which is all there is: the other way opens a page to put
  // the findings of frames together, which takes longer than to find them.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  options.exclude?.forEach(selector => axe.exclude(selector));
  const { violations } = await axe.analyze();
  const findings = violations
    .filter(({ impact }) => impact && SERIOUS.includes(impact))
    .flatMap(({ id, help, nodes }) =>
      nodes
        .filter(
          ({ html }) =>
            !PLATFORM_FINDINGS.some(
              known => known.rule === id && known.html.test(html),
            ),
        )
        .map(({ html }) => `${id}: ${help} - ${html.slice(0, 200)}`),
    );
  expect(findings, 'serious axe findings').toEqual([]);
}
