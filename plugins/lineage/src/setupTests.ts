import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Whole pages are rendered here, on machines that do other work besides.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 15_000 });
