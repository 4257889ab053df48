import { useState } from 'preact/hooks';
import { useConnections } from '@/ui/connections';
import { type Likeness, likenessOf, unlike } from '@/ui/manager/likeness';
import { numberText } from '@/ui/models/amount';
import { Problem } from '@/ui/problem';
import { type TextKey, text } from '@/ui/text';
import { useAttempt } from '@/ui/use-attempt';

interface Tried {
  similarity: number;
  /** What two sentences get that have nothing to do with each other. */
  floor: number;
  tookMs: number;
  /** What was compared, and by which model. */
  of: string;
}

const words: Record<Likeness, TextKey> = {
  same: 'likeSame',
  near: 'likeNear',
  loose: 'likeLoose',
  apart: 'likeApart',
};

/** How alike the embedding model in use finds two sentences. */
export function TryFinding({ serving }: { serving: string }) {
  const { send } = useConnections();
  const { problem, attempt } = useAttempt();
  const [one, setOne] = useState('');
  const [other, setOther] = useState('');
  const [isTrying, setIsTrying] = useState(false);
  const [tried, setTried] = useState<Tried>();

  const of = [serving, one.trim(), other.trim()].join('\n');
  const isReady = one.trim() !== '' && other.trim() !== '';

  const compare = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!isReady || isTrying) return;
    setIsTrying(true);
    await attempt(async () => {
      const { similarity, tookMs } = await send('tryEmbedding', { one: one.trim(), other: other.trim() });
      const floor = (await send('tryEmbedding', unlike)).similarity;
      setTried({ similarity, floor, tookMs, of });
    });
    setIsTrying(false);
  };

  return (
    <form class="try" onSubmit={compare}>
      <h3>{text('tryFinding')}</h3>
      <Sentence label={text('tryOne')} value={one} onValue={setOne} />
      <Sentence label={text('tryOther')} value={other} onValue={setOther} />
      <div class="try-foot try-compare">
        <button type="submit" class="plain" aria-disabled={!isReady || isTrying}>
          {text(isTrying ? 'tryComparing' : 'tryCompare')}
        </button>
        <div class="try-result">
          <div role="status">{tried?.of === of && <Result {...tried} />}</div>
          <Problem words={problem} />
        </div>
      </div>
    </form>
  );
}

function Sentence({ label, value, onValue }: { label: string; value: string; onValue(value: string): void }) {
  return (
    <div class="field">
      <input
        type="text"
        autocomplete="off"
        maxLength={2_000}
        aria-label={label}
        placeholder={label}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </div>
  );
}

function Result({ similarity, floor, tookMs }: Tried) {
  const percent = (value: number) => `${Math.min(1, Math.max(0, value)) * 100}%`;
  return (
    <>
      <p>
        <strong class="try-number">{numberText(similarity, 2)}</strong>{' '}
        {text(words[likenessOf(similarity, floor)])}
      </p>
      <svg class="like" width="100%" height="10" aria-hidden="true" focusable="false">
        <rect class="like-whole" y="3" width="100%" height="4" rx="2" />
        <rect class="bar-done" y="3" width={percent(similarity)} height="4" rx="2" />
        <rect class="like-floor" x={percent(floor)} width="1" height="10" />
      </svg>
      <p class="meta">{text('tryFloor', numberText(floor, 2), numberText(tookMs, tookMs < 10 ? 1 : 0))}</p>
    </>
  );
}
