import { useEffect, useRef, useState } from 'preact/hooks';
import type { BrowserModelState } from '@/inference/extractors/browser-model';
import { percentText } from '@/ui/models/amount';
import { Bar } from '@/ui/models/bar';
import { InlineQuestion } from '@/ui/models/inline-question';
import { useMachine } from '@/ui/models/machine';
import { Row } from '@/ui/models/row';
import { StateLine, type StateLook } from '@/ui/models/state-line';
import { useAsked } from '@/ui/models/use-asked';
import { takesFocus } from '@/ui/models/use-kept-focus';
import { Problem } from '@/ui/problem';
import { type TextKey, text } from '@/ui/text';
import { useAttempt } from '@/ui/use-attempt';

const askAgainMs = 3_000;

interface BrowserRowProps {
  inUse: boolean;
  onUse(): Promise<unknown>;
}

/** The language model that the browser brings along, in whatever state the browser says it is. */
export function BrowserRow({ inUse, onUse }: BrowserRowProps) {
  const machine = useMachine();
  const { problem, attempt } = useAttempt();
  const [asks, setAsks] = useState(false);
  const [share, setShare] = useState<number>();
  const [round, setRound] = useState(0);
  const state = useAsked(() => machine.browserModelState(), [round, share === undefined]);
  const stop = useRef<AbortController>(undefined);

  useEffect(() => () => stop.current?.abort(), []);
  useEffect(() => {
    if (state !== 'downloading' || share !== undefined) return;
    const timer = setTimeout(() => setRound(round + 1), askAgainMs);
    return () => clearTimeout(timer);
  }, [state, share, round]);

  const download = async () => {
    setAsks(false);
    setShare(0);
    stop.current = new AbortController();
    const { signal } = stop.current;
    await attempt(() => machine.downloadBrowserModel(setShare, signal));
    if (!signal.aborted) setShare(undefined);
  };

  const look = lookOf(share === undefined ? state : 'downloading', inUse);
  const act =
    state === 'available' && !inUse
      ? { label: 'modelUse' as const, do: () => attempt(onUse) }
      : state === 'downloadable' && share === undefined
        ? { label: 'modelDownloadAsk' as const, do: () => setAsks(true) }
        : undefined;

  return (
    <Row
      name={text('browserModel')}
      about={[text('browserModelMeans')]}
      acts={(nameId) =>
        act &&
        !asks && (
          <button type="button" class="plain" aria-describedby={nameId} onClick={act.do} {...takesFocus}>
            {text(act.label)}
          </button>
        )
      }
    >
      {share !== undefined && <Bar label={text('browserModel')} share={share} words={percentText(share)} />}
      {look && (
        <StateLine icon={look.icon} tone={look.tone}>
          {text(look.words)}
          {share !== undefined && ` ${percentText(share)}`}
        </StateLine>
      )}
      {asks && (
        <InlineQuestion
          words={text('askDownloadBrowser')}
          yes={text('modelDownload')}
          no={text('cancel')}
          onYes={download}
          onNo={() => setAsks(false)}
        />
      )}
      <Problem words={problem} />
    </Row>
  );
}

interface Look extends StateLook {
  words: TextKey;
}

/** What is chosen and has gone away is trouble; what never was there is none. */
function lookOf(state: BrowserModelState | undefined, inUse: boolean): Look | undefined {
  switch (state) {
    case undefined:
      return undefined;
    case 'available':
      return inUse
        ? { icon: 'serving', tone: 'good', words: 'modelServing' }
        : { icon: 'ready', words: 'modelReady' };
    case 'downloading':
      return { icon: 'download', words: 'browserModelDownloading' };
    case 'downloadable':
      return { icon: 'elsewhere', words: 'browserModelDownloadable' };
    case 'unavailable':
      return { ...missing(inUse), words: 'browserModelUnavailable' };
    case 'absent':
      return { ...missing(inUse), words: 'problem_browserHasNone' };
  }
}

function missing(inUse: boolean): StateLook {
  return inUse ? { icon: 'warning', tone: 'bad' } : { icon: 'elsewhere' };
}
