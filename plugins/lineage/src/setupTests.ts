import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Whole pages are rendered here, on machines that do other work besides.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 15_000 });

// Without style sheets in the page: no test looks at them, and working out the style of every element
// whose role is asked for took a third of the time of the tests of pages.
jest.mock('is-in-browser', () => ({ __esModule: true, default: false }));
