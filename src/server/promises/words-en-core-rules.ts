const runs: Readonly<Record<string, readonly string[]>> = {
  "won't": ['will', 'not'],
  wont: ['will', 'not'],
  "can't": ['can', 'not'],
  cant: ['can', 'not'],
  cannot: ['can', 'not'],
  "shan't": ['shall', 'not'],
  dont: ['do', 'not'],
  didnt: ['did', 'not'],
  couldnt: ['could', 'not'],
  gonna: ['going', 'to'],
  itll: ['it', "'ll"],
  youll: ['you', "'ll"],
  theyll: ['they', "'ll"],
  im: ['i', "'m"],
  u: ['you'],
  ur: ['your'],
  ya: ['you'],
  tmrw: ['tomorrow'],
  tmw: ['tomorrow'],
  tmr: ['tomorrow'],
  tomoz: ['tomorrow'],
  tomorow: ['tomorrow'],
  tommorow: ['tomorrow'],
  pls: ['please'],
  plz: ['please'],
};
const deedAfterIll =
  /^(?:be|call|ring|send|dm|text|email|message|get|let|have|come|drop|pop|check|ask|bring|post|pick|sort|do|give|put|update|reply|chase|find|look|make|book|fix|order|see|hold|keep)$/;

/** Contractions undone, and how people write on a phone. */
export function spelling(word: string, next: string): readonly string[] | undefined {
  const known = runs[word];
  if (known !== undefined) return known;
  if (word === 'ill' && deedAfterIll.test(next)) return ['i', "'ll"];
  if (word === 'well' && /^(?:get|send|call|ring|let|email|have)$/.test(next)) return ['we', "'ll"];
  if (!word.includes("'")) return undefined;
  const [, stem, end] = /^(.+?)(n't|'(?:ll|d|re|ve|m|s))$/.exec(word) ?? [];
  if (stem === undefined || end === undefined) return undefined;
  return end === "n't" ? [stem, 'not'] : [stem, end];
}

const core = (kind: string, source: string, more: { timed?: boolean; subject?: boolean } = {}) => ({
  kind,
  pattern: new RegExp(source.startsWith('(?<!') ? `${source}(?= )` : ` (?:${source})(?= )`, 'gu'),
  ...more,
});
const adverb = '(?: (?:also|then|now|of course|both|all|each|just|still|[a-z]+ly))*';
const we = '(?:we|i|my colleagues?|one of us|one of the team|us|myself|our team|our office|our people)';
const us = '(?:you|him|her|them|the customer|the client|cust|customer|client|mr|mrs|ms|miss|caller)';
const gerund =
  '(?:send|post|come|collect|deliver|call|ring|pop|drop|bring|ship|dispatch|despatch|issu|refund|credit|email|replac|repair|fix|visit|fit|install|pick|tak|go|arriv|return|sort|process|transfer|pay|put|get|mak|book|swap|switch|hand|help|start|finish|leav|meet|releas|forward|complet|mend|clean|connect|join|see|phon|text|messag|contact)+(?:t|n|p)?ing';
const ship =
  '(?:ships|leaves|goes (?:out|off|in the post|to print)|go (?:out|off)|follows?|arrives?|comes? (?:out|round|back|to you|by|over)|gets? (?:to you|there|here|back)|dispatches|despatches|departs|lands|reaches|delivers|collects|calls (?:you|on you|round|back)|rings you|phones you|visits|is (?:with you|ready|back|here|yours|delivered|sent|posted|shipped|collected|coming|going|visiting)|are (?:with you|ready|back|delivered|sent|coming|going)|fits|repairs|replaces|will)';
const booked = '(?:booked(?: in)?|scheduled|arranged|lined up|all set|set|confirmed|fixed|organised|organized|down)';
/** A visit or a delivery of ours. */
export const visit =
  '(?:delivery|visit|engineer|installation|fitting|fitter|collection|repair|call ?back|callback|call|courier|van|driver|technician|electrician|plumber|surveyor|survey|replacement|service|redelivery|adviser|advisor|man|team|crew|someone|somebody|nurse)';

/** What may be the verb of a promise in English. */
export const cores = [
  core(
    'let',
    'let (?:me|us)(?= .{0,120} (?:get|come|ring|call|email|message|text|write|report|drop|send|update)(?: right| straight)? (?:back|you)| (?:call|ring|email|send|text|message|phone) (?:you|it|them|that))',
    { subject: true },
  ),
  core('we', `${we}${adverb} (?:will|'ll|shall)${adverb}`, { subject: true }),
  core('we', `${we}${adverb} (?:'re|are|'m|am)${adverb} going to`, { subject: true }),
  core('told', "(?:i|we) (?:'d|would)", { subject: true }),
  core('doing', `${we} (?:'re|are|'m|am)${adverb} ${gerund}`, { timed: true, subject: true }),
  core(
    'coming',
    `(?:'s|is|are|'re)${adverb} (?:${gerund}|being (?:sent|delivered|shipped|posted|dispatched|despatched|collected|fitted|replaced|repaired|refunded|returned|processed))`,
    { timed: true, subject: true },
  ),
  core(
    'expect',
    '(?:expect|look out for|watch out for|look for) (?:a|an|our|the|us|me|him|her|to hear|to receive|your|it|delivery|payment|another|someone|his|their)',
    { subject: true },
  ),
  core(
    'booked',
    `${booked} (?:[a-z']+ ){0,4}(?:in )?(?:for|on|with you|to (?:come|visit|call|collect|deliver|be|arrive))`,
    { timed: true, subject: true },
  ),
  core(
    'can',
    "you (?:can|may|'ll be able to|will be able to) (?:now )?(?:collect|pick (?:it |them |everything )?up|pop in for|come and (?:collect|get)|move in|start using|use)",
    { timed: true, subject: true },
  ),
  core(
    'note',
    `(?:promised|guaranteed|pledged|undertook|undertaken|committed|agreed|arranged|said) (?:(?:${us})(?: [a-z]+)? )?(?:to|a|an|the|that|full|refund|reply|answer|call ?back|delivery|he|she|him|her|by|for)`,
  ),
  core(
    'vow',
    '(?:i|we) (?:promise|undertake|commit|pledge|vow|guarantee|assure) (?:to|you|him|her|that|a|an|the|delivery)',
    { subject: true },
  ),
  core(
    'asked',
    `(?:i|we) (?:'ve|have) (?:asked|arranged for|instructed|told|got) (?:[a-z']+ ){1,6}to (?:call|ring|phone|contact|email|send|deliver|collect|visit|bring|come|write|post|get back|drop|pick|get in touch)`,
    { subject: true },
  ),
  core(
    'hold',
    "(?:(?:i|we) (?:are|'re|'m|am|have|'ve)|is|are|'s|has been) (?:holding|keeping|reserving|kept|put|set|reserved|held|on hold|saving|saved)",
    { timed: true, subject: true },
  ),
  core('they', `(?:will|'ll|shall)${adverb}`, { subject: true }),
  core('they', `(?:'s|is|are|'re)${adverb} going to`, { subject: true }),
  core('ships', ship, { timed: true, subject: true }),
  core(
    'bare',
    "(?<! (?:get|come|be|getting|right|you|'ll|will|is|are|him|them|it|go|been|coming|getting|her|someone|somebody|call|ring)) (?:be (?:with you|back|there|round|right with you|right back|in touch)|back (?:to you|with you|in touch)|with you|on (?:its|my|our|their) way|calling|ringing|emailing|popping|dropping|sending|(?:call ?back|cb) (?:promised|booked|agreed|arranged|due))",
    { timed: true },
  ),
];
