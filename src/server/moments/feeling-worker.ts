import { parentPort, workerData } from 'node:worker_threads';
import { learnFeelings } from './feeling-rules.ts';

// Learns in a thread of its own, once: what is to be learned comes with it, what was learned goes back, and it ends.
parentPort?.postMessage(learnFeelings(workerData.texts, workerData.learnedAt));
