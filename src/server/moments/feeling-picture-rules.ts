/*
 * Pictures speak in every language; what they say is known from the start.
 */

const good = new Set([
  ...'😀😁😂😃😄😅😆😇😉😊😋😌😍😎😏😘😗😙😚😛😜😝🙂🙃🤗🤩🥰🥳🤣😸😹😺😻😽👍👌👏🙌🙏💪✌🤘🤙💃🕺🎉🎊🎂🎁🏆🥇⭐🌟✨💯✅❤💙💚💛💜🖤🧡🤍💕💖💗💘💝💞💟💓♥❣💋🌹🌸🌺🌷🌞☀😻☺🔥🎈🤤😬🙆💐🍀👑🎶',
]);
const bad = new Set([
  ...'😐😑😒😓😔😕😖😞😟😠😡😢😣😤😥😦😧😨😩😪😫😬😭😮😰😱😲😳😵😶😷🙁☹🤒🤕🤢🤮🤬🤧🥺🥵🥶😾😿🙀👎💔🖕💩👿😈💀☠🤦🤷🙄😴🤡🚮❌⛔⚠🆘🔪💣🤥🥱🤨🙅',
]);

/** 1 for a picture that says well, −1 for one that says ill, 0 for one that says neither. */
export function signOfPicture(picture: string): -1 | 0 | 1 {
  if (picture === ':)' || picture === '<3' || good.has(picture)) return 1;
  return picture === ':(' || bad.has(picture) ? -1 : 0;
}
