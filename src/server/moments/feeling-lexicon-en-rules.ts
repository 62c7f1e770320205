import type { Lexicon } from './feeling-lexicon-rules.ts';

/** English. */
export const englishLexicon: Lexicon = {
  language: 'en',
  delight: `
    amazing amazingly awesome excellent* exceptional* fantastic* brilliant* wonderful* outstanding superb* perfect
    perfectly perfection love loved loves loving lovely adore* delight* thrilled incredible* marvellous marvelous
    magnificent stunning phenomenal best greatest fabulous flawless* gorgeous beautiful* impeccable unbeatable ecstatic
    overjoyed blessed unforgettable spectacular stellar sublime exceeded heavenly hilarious epic legend legendary
  `,
  good: `
    good great nice nicely happy happier happily glad pleased pleasant* pleasure thank thanks thankful* grateful*
    appreciat* helpful* friendl* kind kindly kindness polite* courteous attentive patient patiently caring prompt*
    quick quickly fast faster easy easily smooth* clean tidy fresh tasty delicious yummy comfortable comfy cosy cozy
    reliable reliably trustworthy trust trusted honest* fair fairly professional* efficient* recommend* satisf*
    impress* enjoy* fun funny cool cute sweet fine  solid proud excited exciting excite* hope hopes hopeful  welcom* win wins won
    winning winner success* celebrat* congrat* better improved improving improvement* valuable worth bargain generous*
    favourite favorite favorites favourites interesting useful handy convenient* effortless* reassur* resolved solved
    fixed refunded safe safely warm warmly smile* smiling laugh* lol haha hahaha yay yes well enjoyable inspir* peace
    calm relax* cheers bravo wow support* bless lucky luck birthday beauty genius talented brave cheap affordable
    knowledgeable accommodating considerate thoughtful responsive spotless charming elegant refreshing 
    forward ready amaz*  praised praise joy joyful cheerful merry strong stronger strength hero
  `,
  bad: `
    bad badly poor poorly late slow slowly delay* wait* queue* wrong wrongly error* mistake* problem* issue* trouble*
    fault* faulty broke* break breaks damage* defect* dirty filthy stain* cold stale smell* noisy loud expensive
    overpriced overcharged charged pricey sad sadly unhappy disappoint* dissatisf* upset* angry annoy* frustrat*
    irritat* bored boring bore confus* complicated difficult hard harder unclear misleading mislead* missing missed miss
    lost lose loses losing loser fail* cancel* complain* complaint* ignore* ignoring rude* impolite unfriendly unhelpful
    unprofessional unreliable careless incompetent indifferent unacceptable unfair* unfortunate* unpleasant
    uncomfortable useless worthless pointless waste* wasted lack* lacking lacks refus* reject* denied deny sorry excuse*
    lie lies lied lying liar* fake cheat* steal* stole* stolen rob* scam* fraud* hate* hates hating sick ill pain*
    painful hurt* tired exhaust* stress* worry* worried worries afraid scared scary fear* nervous anxious depress* cry*
    cried crying tear* die died dies dead death dying kill* killing war attack* bomb* terror* crash* crisis crime
    criminal victim* weak weird strange ugly fat dumb dull mess messy messed nobody never unable impossible unsafe
    danger* threat* worse worsen* regret* blame* shame shameful ashamed embarrass* guilty bitter lonely alone heartbr*
    miserable crap crappy damn suck sucks sucked sucking stuck ruin* spoil* spoilt trash garbage rubbish bug bugs buggy
    glitch* crashes outdated inconvenien* unhappily unanswered hung ridiculous nonsense overcooked undercooked tasteless
    bland soggy burnt leak* leaking cracked scratched incorrect* incomplete inadequate substandard unresolved protest*
    racist racism hell wtf smh ugh meh nope fml ffs arrest* jail prison corrupt* scandal
  `,
  anger: `
    terribl* horribl* awful* dreadful* disgust* appalling* atrocious abysmal worst pathetic disgrace* outrag* furious
    livid hideous horrid horrific nightmare* disaster* catastroph* shocking shit* bullshit fuck* bitch* asshole* idiot*
    moron* stupid* ripoff unbearable vile despicable despise* inexcusable deplorable hated loathe* insult* abus*
    shambles scandalous cunt* bastard* scum evil cruel rage raging joke
  `,
  goodPairs: `
    well_done no_problem no_problems no_issues no_complaints no_fault no_delay no_waiting no_wait never_disappoints
    never_late not_bad on_time in_time thank_you can't_wait cant_wait looking_forward look_forward so_happy
    above_expectations keep_up highly_recommend top_notch first_class spot_on happy_birthday good_luck a_pleasure
    pretty_good so_excited hard_working went_extra extra_mile without_problem without_problems like_it like_this
    worth_it i_like i'd_recommend right_away can't_complain cannot_complain nothing_wrong five_stars
  `,
  badPairs: `
    never_again no_one no_answer no_reply no_response no_help no_thanks not_worth not_good not_happy not_working
    doesn't_work didn't_work don't_work won't_work not_recommend never_arrived didn't_arrive hasn't_arrived never_came
    not_received waste_of rip_off fed_up let_down hung_up still_waiting no_longer too_long too_expensive too_late
    too_slow too_much too_small one_star at_all what_the shut_up not_sure too_bad give_up far_from no_idea a_joke
    no_apology don't_care doesn't_care nobody_answers gave_up kept_waiting no_show out_of no_way so_called
  `,
  not: `
    not no never without don't doesn't didn't isn't wasn't aren't weren't won't wouldn't can't cannot couldn't shouldn't
    hasn't haven't hadn't ain't dont doesnt didnt isnt wasnt arent cant wont couldnt wouldnt havent hasnt neither nor
    hardly barely nothing none nobody
  `,
  small: `
    the a an and of to in is it that you he she was for on are with as i his they be at one have this from or had by but
    not what all were we when your can said there use each which do how their if will up other about out many then them
    these so some her would make like him into has look two more go see could my than been who its now did get come made
    may just don't it's i'm they're we're can't didn't very too our me us am does after before again because while
    where here only over most any no yes please thanks thank good really still never always should think know want time
    today day got going back off down why something nothing everything every much even also ever around through
  `,
};
