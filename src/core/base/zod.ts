import * as z from 'zod/mini';

// Extension pages forbid `eval`; without this, zod probes for it and every page logs a CSP violation.
// https://zod.dev/api?id=jitless
z.config({ jitless: true });

export { z };
