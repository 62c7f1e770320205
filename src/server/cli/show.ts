import { Presets, SingleBar } from 'cli-progress';

/** Where a command says what it does: lines for a person, or one JSON object for a program. */
export interface Show {
  readonly json: boolean;
  /** Words for a person; nothing under `--json`. */
  line(text?: string): void;
  /** The figures of the command: printed under `--json` alone. */
  figures(value: object): void;
  /** Something that the person should know, whatever the form. */
  warn(text: string): void;
  /** A bar for long work; draws only on a terminal. */
  bar(title: string): Bar;
}

/** How far long work is. */
export interface Bar {
  at(done: number, total: number, note?: string): void;
  end(): void;
}

/** True when a person sits at both ends: he can be asked. */
export function isAsking(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true;
}

/** Opens what a command says. */
export function openShow(options: { json?: boolean | undefined }): Show {
  const json = options.json === true;
  return {
    json,
    line: (text = '') => void (json || process.stdout.write(`${text}\n`)),
    figures: (value) => void (json && process.stdout.write(`${JSON.stringify(value)}\n`)),
    warn: (text) => void process.stderr.write(`kept: ${text}\n`),
    bar: (title) => (process.stderr.isTTY === true && !json ? drawnBar(title) : { at() {}, end() {} }),
  };
}

function drawnBar(title: string): Bar {
  const bar = new SingleBar(
    {
      format: `  ${title.padEnd(12)} {bar} {percentage}%  {note}`,
      hideCursor: true,
      clearOnComplete: true,
      stream: process.stderr,
      fps: 8,
      barsize: 30,
    },
    Presets.shades_grey,
  );
  let isDrawn = false;
  return {
    at(done, total, note = '') {
      if (isDrawn) bar.setTotal(Math.max(1, total));
      else bar.start(Math.max(1, total), 0, { note });
      isDrawn = true;
      bar.update(Math.min(done, total), { note });
    },
    end() {
      if (isDrawn) bar.stop();
    },
  };
}
