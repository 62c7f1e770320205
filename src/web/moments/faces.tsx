import classes from './tap.module.css';

export const faces = [1, 2, 3, 4, 5] as const;
export type Face = (typeof faces)[number];

const mouths: Readonly<Record<Face, string>> = {
  1: 'M7.5 17 Q12 12.2 16.5 17',
  2: 'M8 16.4 Q12 14 16 16.4',
  3: 'M8 15.6 L16 15.6',
  4: 'M8 14.8 Q12 17.6 16 14.8',
  5: 'M7.4 14 Q12 19.6 16.6 14',
};

/** A face from very bad to very good: told apart by its mouth, not by its colour. */
export function FaceDrawing({ face, size = 26 }: { readonly face: Face; readonly size?: number }) {
  return (
    <svg className={classes.face} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx={12} cy={12} r={9.6} />
      <path d={mouths[face]} />
      <circle className={classes.eye} cx={8.7} cy={9.6} r={1.15} />
      <circle className={classes.eye} cx={15.3} cy={9.6} r={1.15} />
      {face === 1 ? <path d="M6.9 6.6 L9.8 7.8 M17.1 6.6 L14.2 7.8" /> : null}
    </svg>
  );
}
