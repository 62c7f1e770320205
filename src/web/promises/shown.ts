import type { ReplyOf } from '../../shared/contract.ts';
import type { show } from '../../shared/promises-views.ts';

/** What `promises.show` tells of one promise. */
export type Shown = ReplyOf<typeof show>;
