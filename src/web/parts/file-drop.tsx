import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useId, useState } from 'react';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import classes from './file-drop.module.css';

export interface FileDropProps {
  /** Endings with their dot: `['.csv', '.tsv']`. */
  readonly endings: readonly string[];
  /** The most bytes taken. */
  readonly most: number;
  readonly onFile: (file: File) => void;
  readonly disabled?: boolean;
}

/** A place to drop or choose one file; wrong kinds and sizes are refused with their reason before anything is sent. */
export function FileDrop({ endings, most, onFile, disabled = false }: FileDropProps) {
  const { t } = useWords();
  const show = useShow();
  const field = useId();
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string>();
  const size = show.bytes(most);

  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (!file || disabled) return;
    if (files.length > 1) return setProblem(t('parts.drop.tooMany'));
    if (!endings.some((ending) => file.name.toLowerCase().endsWith(ending))) {
      return setProblem(t('parts.drop.wrongKind', { name: file.name }));
    }
    if (file.size > most) return setProblem(t('parts.drop.tooLarge', { name: file.name, size }));
    setProblem(undefined);
    onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div>
      <label
        htmlFor={field}
        className={classes.drop}
        data-over={over}
        data-disabled={disabled}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconFileUpload size={26} stroke={1.4} aria-hidden="true" />
        <span className={classes.title}>{over ? t('parts.drop.release') : t('parts.drop.title')}</span>
        <span className={classes.limits}>{t('parts.drop.limits', { kinds: endings.join(', '), size })}</span>
        <input
          id={field}
          className={classes.field}
          type="file"
          accept={endings.join(',')}
          disabled={disabled}
          onChange={(event) => {
            take(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
        />
      </label>
      <p className={classes.problem} role="alert">
        {problem}
      </p>
    </div>
  );
}
