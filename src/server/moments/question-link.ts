import type { House } from '../platform/area.ts';
import { sign } from '../platform/secret.ts';
import type { Question } from './question.ts';
import type { QuestionKey } from './question-store.ts';

/*
 * A question's link says for itself which question it is of (16 bytes of its customer, 16 of its id) and is signed by the
 * house's secret (the first 16 bytes of an HMAC-SHA256): nothing that opens it is kept, and no table has to be asked whether
 * it is one. It opens that one question and nothing else. What stands after `#` is sent to no server by a browser, and a
 * scanner that follows the link, and even one that runs the page, reads the question and changes nothing.
 */
const use = 'moments.question';
const idsLength = 43;

/** The link of a question. */
export function linkOf(house: House, question: Pick<Question, 'customer_id' | 'question_id'>): string {
  return `${house.baseUrl()}/how#${tokenOf(house, { customerId: question.customer_id, questionId: question.question_id })}`;
}

function tokenOf(house: House, key: QuestionKey): string {
  const ids = Buffer.from(`${key.customerId}${key.questionId}`.replaceAll('-', ''), 'hex').toString('base64url');
  return `${ids}${sealOf(house, ids)}`;
}

/** Which question a token is of; undefined for what this house has not signed. */
export function questionOfToken(house: House, token: string): QuestionKey | undefined {
  const ids = token.slice(0, idsLength);
  if (token.length !== idsLength + sealLength || token.slice(idsLength) !== sealOf(house, ids)) return undefined;
  const hex = Buffer.from(ids, 'base64url').toString('hex');
  return { customerId: uuidOf(hex.slice(0, 32)), questionId: uuidOf(hex.slice(32, 64)) };
}

const sealLength = 22;

function sealOf(house: House, ids: string): string {
  return sign(house.config, use, ids).slice(0, sealLength);
}

function uuidOf(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
