import type { Grammar } from './words-clause-rules.ts';
import { russianTimes } from './words-time-ru-rules.ts';
export const russian: Grammar = { spelling: () => undefined, cores: [], judge: () => false, joint: /(?!)/, leading: /(?!)/, tail: /(?!)/, keepLeft: /(?!)/, keepRight: /(?!)/, filler: /(?!)/, opens: /(?!)/, tag: /(?!)/, ownSpeech: /(?!)/, times: russianTimes };
