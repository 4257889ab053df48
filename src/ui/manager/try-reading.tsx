import { useState } from 'preact/hooks';
import type { ExtractionTrial } from '@/messaging/protocol';
import { useConnections } from '@/ui/connections';
import { KindGlyph } from '@/ui/icons';
import { kindNames } from '@/ui/kinds';
import { numberText } from '@/ui/models/amount';
import { Problem } from '@/ui/problem';
import { countText, text } from '@/ui/text';
import { useAttempt } from '@/ui/use-attempt';

/** What the chosen language model finds in a pasted conversation. */
export function TryReading({ isRead }: { isRead: boolean }) {
  const { send } = useConnections();
  const { problem, attempt } = useAttempt();
  const [exchange, setExchange] = useState('');
  const [isReading, setIsReading] = useState(false);
  const [trial, setTrial] = useState<ExtractionTrial>();

  const read = async (event: SubmitEvent) => {
    event.preventDefault();
    const words = exchange.trim();
    if (words === '' || isReading) return;
    setIsReading(true);
    setTrial(undefined);
    await attempt(async () => setTrial(await send('tryExtraction', { text: words })));
    setIsReading(false);
  };

  return (
    <form class="try" onSubmit={read}>
      <h3>{text('tryReading')}</h3>
      {isRead ? (
        <>
          <textarea
            class="exchange"
            rows={3}
            maxLength={20_000}
            aria-label={text('tryExchange')}
            placeholder={text('tryExchange')}
            value={exchange}
            onInput={(event) => setExchange(event.currentTarget.value)}
          />
          <div class="try-foot">
            <button type="submit" class="plain" aria-disabled={exchange.trim() === '' || isReading}>
              {text(isReading ? 'tryReadingNow' : 'tryRead')}
            </button>
            <p class="meta" role="status">
              {isReading ? text('tryPatience') : trial && summaryOf(trial)}
            </p>
          </div>
          {trial && trial.found.length > 0 && <Found found={trial.found} />}
        </>
      ) : (
        <p class="meta">{text('tryReadingNeeds')}</p>
      )}
      <Problem words={problem} />
    </form>
  );
}

function Found({ found }: Pick<ExtractionTrial, 'found'>) {
  return (
    <ul class="found" aria-label={text('tryFound')}>
      {found.map(({ kind, text: words, quote }) => (
        <li key={`${kind} ${words}`}>
          <p class="found-words">{words}</p>
          <p class="meta">
            <span class="kind">
              <KindGlyph kind={kind} />
              {text(kindNames[kind])}
            </span>
            {' · '}
            <q>{quote}</q>
          </p>
        </li>
      ))}
    </ul>
  );
}

function summaryOf({ found, dropped, tookMs, tokensPerSecond }: ExtractionTrial): string {
  return [
    found.length === 0 ? text('tryFoundNone') : countText('tryFoundOne', 'tryFoundMany', found.length),
    ...(dropped > 0 ? [countText('tryDroppedOne', 'tryDroppedMany', dropped)] : []),
    text('tryTook', numberText(tookMs / 1_000, 1), numberText(tokensPerSecond)),
  ].join(' · ');
}
