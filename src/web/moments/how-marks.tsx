import { useWords } from '../platform/words.ts';
import classes from './how.module.css';

const marks = [1, 2, 3, 4, 5] as const;
export type FiveMark = (typeof marks)[number];

/** How far the corners of the mouth stand above its middle, by mark. */
const smiles: Readonly<Record<FiveMark, number>> = { 1: -4.2, 2: -2.2, 3: 0, 4: 2.2, 5: 4.2 };

export interface MarksProps {
  /** What is marked; where it is large, the page's own title says it, and this is for who hears the page. */
  readonly name: string;
  readonly value: number | undefined;
  readonly onChoose: (mark: FiveMark) => void;
  readonly large?: boolean;
}

/** Five faces from very bad to very good, each with its word; one tap chooses. */
export function Marks({ name, value, onChoose, large = false }: MarksProps) {
  const { t } = useWords();
  return (
    <fieldset className={classes.detail}>
      <legend data-hidden={large}>{name}</legend>
      <div className={classes.marks} data-large={large}>
        {marks.map((mark) => (
          <button
            key={mark}
            type="button"
            className={classes.mark}
            data-side={mark <= 2 ? 'bad' : mark === 3 ? 'none' : 'good'}
            aria-pressed={value === mark}
            onClick={() => onChoose(mark)}
          >
            <Face mark={mark} />
            <span>{t(`momentsOutside.page.mark.${mark}`)}</span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function Face({ mark }: { readonly mark: FiveMark }) {
  const smile = smiles[mark];
  return (
    <svg viewBox="0 0 32 32" className={classes.face} aria-hidden="true">
      <circle cx="16" cy="16" r="14" fill="none" stroke="currentColor" strokeWidth="1.75" />
      <circle cx="11.2" cy="13" r="1.6" fill="currentColor" />
      <circle cx="20.8" cy="13" r="1.6" fill="currentColor" />
      <path
        d={`M10 ${21 - smile / 2} Q16 ${21 + smile} 22 ${21 - smile / 2}`}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
      />
    </svg>
  );
}
