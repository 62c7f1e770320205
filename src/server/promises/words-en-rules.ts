import type { Found, Grammar } from './words-clause-rules.ts';
import { cores, spelling, visit } from './words-en-core-rules.ts';
import { englishTimes } from './words-time-en-rules.ts';

const veryBad =
  / (?:probably|hopefully|possibly|perhaps|maybe|ideally|if possible|all being well|fingers crossed|normally|usually|typically|generally|likely|with (?:a bit of |[a-z]+ )?luck|touch wood|weather permitting|god willing|on average|tentatively|provisionally|in theory|potentially|presumably|a guess|depends|depending|subject to|no (?:promises|guarantees?)|estimate[ds]?|guessing) /;
const hedged =
  / (?:hope|hoping|hopes|hoped|try|trying|aim|aiming|aims|expects?|expected|expecting|plan|planning|intend|think|thought|guess|suppose|imagine|believe|reckon|doubt|wish|unsure|not sure|not certain|no idea|can not|could not|not promise|not guarantee|not say|unlikely|unable|wonder|ideally|assume|seems?|might|could|should|(?:you|we|i|it|they|he|she|which|that|who|team|there) may|would like|'d like|want|wanted|whether|'d love|would love|looks like|sounds like|supposed) /;
const condition =
  / (?:unless|provided|providing|assuming|in case|in the event|as long as|so long as|should you|had we|had i|were we|otherwise|on condition|or else) |(?<! (?:know|see|check|tell|confirm|ask|out|hear|sure|say|whether|even|decide|you|them|him|her)) if /;
const refusing = / (?:not|never|no longer|hardly|neither|nor|nobody|no one|nothing|none) $/;
/** Verbs after "we will" that promise nothing. */
const idleDeed =
  /^ (?:need|require|want|have to|be (?:closed|open|shut|unable|happy|glad|delighted|pleased|grateful|thrilled|away|out|off|in (?!touch|contact|your|the area|a position)|at (?!your|the)|on (?:annual |maternity )?(?:leave|holiday)|forced|obliged|charging|cancelling|closing|raising|increasing|applying|taking payment|required|celebrating|hosting|holding|suspending|withdrawing|disconnecting|debiting|sorry|using|in breach|waiting|here for|there for|looking forward|hoping|trying)|not|never|no longer|do (?:our|my|everything|all)|try|see you|see what|see how|see if|look forward|look to|aim|always|charge|debit|take (?:a |the )?(?:payment|£|\$|€)|suspend|disconnect|cut off|terminate|cancel|close|refuse|decline|reject|understand|love|remember|miss|assume|treat|consider|appreciate|continue|remain|know|expect|hope|strive|endeavour|endeavor|put (?:our|customers|you)|increase|raise|only|probably|possibly|likely|normally|usually|generally|typically|be (?:very |most |so )?grateful|welcome|be welcoming|stop|start charging|be speaking|meet again|leave it|end up|also need|then need|still need|still be|be able to (?:not)|deduct|withdraw|evict|pass your details to|seek|take legal|pursue|enforce|apply|forever|be introducing|fine|assume|accept|ask you to|pay a visit if)(?= )/;
const idleFate =
  /^ (?:need|require|want|have to|not|never|no longer|only|expire|end|close|open|rise|increase|go up|go down|fall|start|begin|cost|lapse|depend|remain|continue|stay|vary|apply|always|probably|possibly|likely|normally|usually|typically|generally|hopefully|take (?:about |around |up to |roughly |approximately |between |a few |\d|one|two|three|four|five|some|place|effect|over|time|longer)|change|lose|owe|miss|pay|be (?:taken|debited|charged|billed|deducted|invoiced|suspended|cut|disconnected|terminated|cancelled|closed|open|shut|refused|declined|rejected|interrupted|unavailable|withdrawn|fined|late|delayed|celebrat\w*|switched off|turned off|off|down|lost|away|out|on|raised|increas\w*|required|asked|needed|due|payable|liable|held|live|running|hosting|performing|playing|no|a |an |one|subject|limited|asking|closing|charging|over|the|raising|unable|happy|glad|pleased|busy|disrupt\w*|affected|moving|at|in (?!touch|contact|your|the post|writing|place)|based|part|more|less|different|stopped|removed from sale|discontinued|too|able to (?:sign|pay))|cease|stop|renew|run|last|become|mean|rain|snow|happen|look forward|love|hope|try|do (?:our|its|their) best|come into|enter into|lie|retire|leave us|say|think|know|see each|automatically|deduct|debit|charge)(?= )/;
const gain =
  /^ (?:be (?:contacted|called|rung|phoned|notified|informed|refunded|credited|sent|given|reimbursed|emailed|advised|paid|compensated|told|updated|issued|seen|visited|able to (?:collect|pick|use|access|log|move|make|get|have|watch|see|track|download)|back (?:online|on|up)|connected|reconnected|covered|upgraded|moved|put through|receiving|getting|hearing)|receive|get|hear|have|find|see)(?= )/;
const loss =
  / (?:fine|penalty|charge|charged|charges|fee|fees|bill for|reminder|points|lose|debited|late|interest|summons|to (?:pay|sign|send|bring|provide|show|call|return|complete|fill|come|attend|register|apply)) /;
const ready =
  /^ (?:be|arrive|reach|follow|leave|ship|go|come|land|appear|get|have|show|return|work|drop|take off|deliver|receive|hit|cover|include|contain)(?= )/;
const strangers =
  / (?:your (?:landlord|tenant|bank|insurer|insurance|employer|solicitor|lawyer|builder|accountant|neighbour|neighbor|husband|wife|son|daughter|mother|mum|father|dad|doctor|gp|partner|school|council|agent|card issuer|provider|supplier|broker)|landlord|landlady|tenants?|owners?|manufacturers?|makers?|supplier|suppliers|the customer|customers?|client|clients|caller|patient|guests?|buyer|seller|vendor|neighbours?|neighbors?|husband|wife|police|court|government|hmrc|royal mail|dpd|ups|fedex|dhl|hermes|evri|yodel|parcelforce|usps|the post office|post office|their (?:bank|solicitor|insurer)|the other (?:side|party|driver)|third party|loss adjuster|ministry|distributor|wholesaler|residents?|parents|applicants?|candidates?|students?|pupils?|everyone|nobody|no one|who|which|what|that you|anyone|people|members|visitors|passengers) $/;
const things =
  / (?:offers?|promotion|sale|prices?|rates?|tariffs?|direct debit|deadline|shop|store|branch|office|pool|library|road|gates|doors|event|concert|festival|competition|draw|election|weather|rain|snow|storm|price|term|course|season|subscription|licence|warranty|policy|contract|bill|rent|fee|fees|fine|charge|charges|tickets on sale|train|bus|market|game|match|appointment|interview|hearing|exam|test|lesson|class) $/;
const beneficiary = / (?:you|your|yours|u) /;
const kept = / (?:so that you|until|till|to) /;

function judge(found: Found): boolean {
  const { before, after, block, sentence } = found;
  if (veryBad.test(` ${before} ${found.match} ${after} `.replaceAll(/ +/g, ' '))) return false;
  if (
    / (?:depends|a guess|only guessing|fingers crossed|no promises|ideally|wish i could|weather permitting|all being well) /.test(
      sentence,
    )
  )
    return false;
  if (condition.test(block) && !/ (?:even if|if (?:it|that|this) helps) /.test(block)) return false;
  if (hedged.test(before) || hedged.test(found.lead) || veryBad.test(found.lead) || refusing.test(before)) return false;
  if (
    / (?:you (?:were|had been|have been|'ve been) (?:told|promised|advised)|(?:told|promised|assured|advised) you|you said|you told|you (?:promised|wrote|mentioned|asked (?:if|whether))|as (?:we|i) (?:said|told)|supposed to|was going to|were going to|like (?:we|i) said|(?:he|she|they|customer|client|caller|tenant|supplier|patient|guest|who) (?:has |had |have |'s |'d )?(?:said|told|says|promised|wrote|swears?|claims?|confirmed|thinks|wants|asked|reckons|insists|agreed)) /.test(
      found.earlier + before,
    )
  )
    return false;
  if (
    / (?:yesterday|last (?:week|month|night)|but (?:did|could|have|had|was|were) (?:not )?|never happened|(?:and|but) (?:i|we) (?:failed|missed|forgot|let you)|and (?:did|have|has) not) /.test(
      after,
    )
  )
    return false;
  return judgeKind(found);
}

function judgeKind(found: Found): boolean {
  const { kind, before, after } = found;
  switch (kind) {
    case 'let':
      return !/ (?:please|just|if you could) $/.test(before) && !/^ know /.test(after);
    case 'we':
      return !idleDeed.test(after) && !/ (?:which|what|who|how|when will|why) $/.test(before);
    case 'told':
      return isTold(found);
    case 'doing':
      return !/ (?:what|who|where|which) $/.test(before);
    case 'note':
      return isNote(found);
    case 'vow':
      return !/^ (?:our|all customers|every|quality)/.test(after) && !/ (?:not|never) $/.test(before);
    case 'expect':
      return (
        /^ (?:(?:you can|please|do|you may|and|to|,|so) )*$/.test(before) &&
        (found.isTimed ||
          /call|email|visit|letter|hear|text|message|reply|parcel|package|delivery/.test(found.match + after))
      );
    case 'booked':
      return isBooked(found);
    case 'hold':
      return kept.test(after) && !things.test(before) && !/ (?:event|meeting|sale|party) /.test(after);
    case 'bare':
      return /^ (?:(?:and|so|ok|sorry|hi|hello|will|i|we|'ll|quote|it|order|replacement|parts?|parcel|refund|invoice|keys|all|everything|your [a-z]+|the [a-z]+) )*$/.test(
        before,
      );
    case 'asked':
    case 'can':
      return true;
    default:
      return isTheirs(found);
  }
}

/** "Told her we'd ring": a note of what was just promised; "we'd be glad" is none. */
function isTold({ before, earlier, after }: Found): boolean {
  if (
    /^ (?:be (?:grateful|happy|glad|delighted|pleased|able|interested)|like|love|appreciate|prefer|need|have (?!it|them|that|this|the|a|an|someone|him|her|news)|welcome|not|never|suggest|recommend|advise|expect|rather|say|hope|want)(?= )/.test(
      after,
    )
  )
    return false;
  return / (?:told|said|promised|agreed|confirmed|advised|assured|explained|let|informed|reassured|replied|texted|emailed|messaged|mentioned)(?: [a-z'.]+){0,4}(?: that| know| ,| :| -)*(?: (?:on|by|at|before) [a-z\d ]{1,20})? $/.test(
    earlier + before.slice(1),
  );
}

/** "Promised her an answer": of ourselves, or with nobody named; not of him, nor of Mr Lowe. */
function isNote({ match, before, after }: Found): boolean {
  const mine =
    /^ (?:(?:(?:vm|voicemail|spoke|call|called|rang)[a-z ]* )?(?:have|'ve|just|also|so|and|but|,|i|we|i 've|we 've|already|then|ok|sorry|apologised) )*$/.test(
      before,
    ) || / (?:i|we|and|have|'ve|but|,|so|also|just) $/.test(before);
  if (!mine || / (?:he|she|they|customer|client|tenant|you) (?:has |have |had |also |and )*$/.test(before))
    return false;
  if (/^ (?:as )/.test(after)) return false;
  const isSoft = /^ (?:agreed|arranged|said|committed) /.test(match);
  return !isSoft || (/ to $/.test(match) && !/^ (?:pay|come|send us|call us|him|her|them)/.test(after));
}

function isBooked({ before, match, after }: Found): boolean {
  const whole = `${before}${match.slice(1)}${after.slice(1)}`;
  if (
    / (?:appointment|interview|hearing|exam|test|you are|you 're|your (?:appointment|lesson|class|table|room|flight)|meeting) /.test(
      whole,
    )
  )
    return false;
  return (
    new RegExp(` ${visit}s? `).test(whole) &&
    (/ (?:is|are|'s|'re|been|have|has|'ve|now|got) /.test(`${before} ${match}`) ||
      new RegExp(` ${visit}s? $`).test(before))
  );
}

/** A third person, a thing, or the reader himself as the subject. */
function isTheirs(found: Found): boolean {
  const { kind, after } = found;
  const whole = subjectOf(found.before);
  if (/ (?:not|never) $/.test(whole) || hedged.test(whole)) return false;
  if (whole === ' ') return isSubjectless(found);
  if (
    / (?:know|sure|idea|say|told|tell you|see|confirm|ask|unclear|wondering) (?:when|whether|how|what|where|if) /.test(
      whole,
    )
  )
    return false;
  const isReader = / you (?:both |all |also )?$/.test(whole);
  if (isReader) return kind === 'they' && gain.test(after) && !loss.test(after);
  if (strangers.test(whole) || / (?:there|who|which|what|when|where|how|i|we|to|nobody|please|not) $/.test(whole))
    return false;
  if (kind === 'ships' || kind === 'coming')
    return !things.test(whole) && !/ (?:you|they|he|she|everyone|people) $/.test(whole);
  if (
    idleFate.test(after) ||
    (things.test(whole) &&
      !/^ be (?:sent|corrected|reissued|emailed|refunded|removed|waived|credited|posted|amended|reversed|cancelled at no)/.test(
        after,
      ))
  )
    return false;
  if (
    / (?:payment|instalment|money|amount|balance) $/.test(whole) &&
    / (?:leave|taken|collected|due|debited) /.test(after)
  )
    return false;
  return isLikely(found, whole);
}

/** Of "he", "Mr Khan", "the parcel": what is done for the reader, or comes to him. */
function isLikely({ after, isNamed }: Found, subject: string): boolean {
  if (/ (?:he|she|they) $/.test(subject))
    return (
      beneficiary.test(after) ||
      /^ be (?:done|ready|with|back|round|there|finished|fixed|sorted|repaired|delivered|sent)/.test(after)
    );
  const isTitled = / (?:mr|mrs|ms|miss) (?:\. )?[a-z' -]+ $/.test(subject) && isNamed;
  if (isTitled && !beneficiary.test(after)) return false;
  return (
    !ready.test(after) ||
    /^ (?:be|arrive|reach|follow|leave|ship|go|come|land|appear|get|show|return|work|drop|deliver|have|receive)(?= )/.test(
      after,
    )
  );
}

/** "Will ring you at six": at a clause's beginning the writer himself. */
function isSubjectless({ kind, after, before }: Found): boolean {
  if (kind !== 'they') return false;
  return (
    !idleDeed.test(after) &&
    !/^ (?:you|we|i|they|he|she|it|that|this|there|the|your|our|my|a|an|anyone|be (?:open|closed))(?= )/.test(after) &&
    !/ (?:you|who) $/.test(before)
  );
}

/** The subject right before the verb, without what a conjunction joins to it. */
function subjectOf(before: string): string {
  const match =
    / (?:because|but|so|while|although|though|then|as|and (?=(?:the|your|our|a|an|it|he|she|they|you|we|i|this|my|his|her|dr|mr|one|someone|somebody) )) ?(.*)$/.exec(
      before,
    );
  const subject = match === null ? before : ` ${match[1] ?? ''}`;
  return subject
    .replace(
      /^ (?:(?:and|so|but|then|also|ok|okay|right|sorry|hi|hello|no problem|great|now|dear|thanks|just|today|tomorrow|sure) )+/,
      ' ',
    )
    .replace(/ (?:both|all|now|then|also|each|either|first) $/, ' ');
}

/** How promises are worded in English. */
export const english: Grammar = {
  spelling,
  cores,
  judge,
  joint: / (?:and|but|&|so|then) /,
  leading:
    /^ (?:(?:[^ ,]+ ){1,12}?(?:and|but|so)(?= (?:we|i|she|he|it|they|you) )|(?:no (?:problem|worries|bother)(?: [a-z]+)?|and|but|so|also|then|ok|okay|hi|hello|hey|yes|no|sure|sorry|well|right|great|thanks|cheers|apologies|hun|vm|left|just to confirm|to confirm|rest assured|please note|please note that|be assured|(?:i|we) (?:can )?(?:confirm|assure you)(?: that)?|(?:(?:i|we|have|'ve|just|also) )*(?:told|said|advised|assured|confirmed|informed|explained|replied|texted|emailed|reassured)(?: [a-z'.]+){0,4}?(?: that| ,| :)?(?= (?:we|i|the|our|he|she|it|someone|an|a|they) )|that(?= (?:we|i) )|let (?:him|her|them|the [a-z]+) know(?: that)?|on it|no (?:problem|worries)|good news) )+/,
  tail: / (?:so that|so (?:you|there|that|no|please|we|i|it|they|do)|because|since (?:we|i|the|it)|but|in the meantime|meanwhile|and (?:in the meantime|nothing|please|then you|you (?:can|will|'ll|do|may)|until then|thank|sorry|apologise)|as (?:we|an? apology|i|it|the)|while you|please|thanks|thank you|which|although|though|if|to apologise|;) /,
  keepLeft:
    / ?^ (?:once|when|as soon as|the moment|after|within|by the time|the minute|before|on receipt|upon|in|at the latest|or) /,
  keepRight:
    /^ (?:once|when|as soon as|the moment|or|at the latest|latest|by|before|between|no later than|at|on|the latest|either way|first thing|within) /,
  upon: / (?:once|when|as soon as|the moment|after) /,
  filler:
    /^(?:on|at|by|or|and|the|latest|before|from|between|in|to|to be|about|around|of|a|sharp|prompt|max|maximum|absolute|worst|case|for|until|no|later|than|some|time|sometime|any|either|as|well|even|we|say|today|after|mid|late|early|back|first|-|–|just)$/,
  opens:
    / (?:ready|available|open|opens|collect|collected|waiting|pick (?:it |them )?up|accessible|live|be used|download|on sale|access) /,
  tag: /^ (?:ok|okay|alright|all right|yeah|yes|right|deal|fine|good|cool|happy|is that ok|that ok|sound good|sounds good|ok with you)(?: [a-z]+)? $/,
  ownSpeech:
    / (?:i|we|told (?:him|her|them)|and|reply|replied|our reply|answered)(?: (?:told|said|promised|replied|answered|wrote|texted|emailed|sent|put))?(?: (?:him|her|them|the customer|back|to (?:him|her|them)))?(?: that)?(?: [:,])? $/,
  times: englishTimes,
};
